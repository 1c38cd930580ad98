// SPDX-License-Identifier: GPL-3.0-or-later
// What a person writes down or takes up themselves: readings, notes, photos and PDFs. They become
// FHIR R4 resources (Observation, DocumentReference) that are marked as the person's own: performer
// or author is the Patient, meta.tag is ownTag. An own entry can be corrected (the old version is
// kept) and marked as a mistake; nothing is ever removed silently.
#pragma once

#include "base/random.h"
#include "vault/vault.h"

namespace apricot {

inline constexpr std::string_view ownTagSystem = "urn:apricot:entry", ownTag = "own";
inline constexpr std::size_t documentLimit = 40U << 20U; // bytes of one photo or PDF
inline constexpr std::size_t noteLimit = 8000;           // bytes of a note

enum class Measure : std::uint8_t {
    BloodPressure = 1, // mmHg, two numbers
    Weight,            // kg
    BloodSugar,        // mmol/L
    Temperature,       // degrees Celsius
    Pulse,             // a minute
    Oxygen             // %
};
inline constexpr std::uint8_t measureCount = 6;

struct OwnReading {
    Measure measure = Measure::BloodPressure;
    std::string value;  // decimal digits as typed, "." or "," before the fraction: "7,2" is 7.2
    std::string second; // blood pressure: the lower number
    UnixTime when = 0;
    int utcOffsetMinutes = 0;
    std::string note; // may be empty
};
// Whether a reading can be: ReadingNotANumber; ReadingImpossible (no living person has it:
// 1200/80); EntryInFuture. True: it can be, but is rare enough that the person is asked whether
// they mean it.
[[nodiscard]] Result<bool> isUnusual(const OwnReading &reading, const Clock &clock);

struct OwnDocument {
    std::string title;
    Bytes content; // PDF, JPEG, PNG or WebP, told by its first bytes; of a photo only the picture
                   // is kept (photo.h)
    UnixTime when = 0;
    int utcOffsetMinutes = 0;
};
struct OwnNote {
    std::string text; // "Dizzy after breakfast"
    UnixTime when = 0;
    int utcOffsetMinutes = 0;
};

// What can be wrong besides the vault's errors: as isUnusual; NoteRefused (empty or too long);
// DocumentRefused (empty, larger than documentLimit, of another kind, or a damaged photo);
// EntryInFuture.
[[nodiscard]] Result<RecordId> addReading(Vault &vault, const OwnReading &reading,
                                          const Clock &clock, Random &random);
[[nodiscard]] Result<RecordId> addDocument(Vault &vault, const OwnDocument &document,
                                           const Clock &clock, Random &random);
// What addDocument says of a file of that size that is not even read.
[[nodiscard]] Error documentRefused(std::uint64_t size);
[[nodiscard]] Result<RecordId> addNote(Vault &vault, const OwnNote &note, const Clock &clock,
                                       Random &random);

[[nodiscard]] bool isOwnEntry(const Record &record);
// What was entered, to be corrected; nothing when it is no reading of one's own.
[[nodiscard]] std::optional<OwnReading> readingIn(const Record &record);
// A new version of the same record. NotAnOwnEntry, and what addReading says.
[[nodiscard]] Result<> correctReading(Vault &vault, const RecordId &id, const OwnReading &reading,
                                      const Clock &clock);
// A new version that says it was a mistake (status entered-in-error). NotAnOwnEntry.
[[nodiscard]] Result<> markMistaken(Vault &vault, const RecordId &id, const Clock &clock);

} // namespace apricot
