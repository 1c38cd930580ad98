// SPDX-License-Identifier: GPL-3.0-or-later
// What a clinic writes back, as FHIR R4 (hl7.org/fhir/R4): each form becomes one resource.
//   result        Observation (laboratory). One value is one record: a DiagnosticReport would only
//                 wrap it.
//   prescription  MedicationRequest
//   referral      ServiceRequest
//   visit note    DocumentReference with its text inside: one resource that every reader shows,
//                 where a Composition needs a bundle around it and few show a ClinicalImpression.
// Numbers keep the digits they were written with.
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "consent/text.h"

#include <string>
#include <vector>

namespace apricot {

struct Author {
    std::string organisation, staff; // names
    std::string subject;             // logical id of the Patient, or empty
    UnixTime time = 0;
    int utcOffsetMinutes = 0; // of the desk's clock
};

struct ResultForm {
    std::string test, value, unit, low, high; // value: a number or words; low, high: or empty
};
struct PrescriptionForm {
    std::string medicine, dose;          // "Metformin 500 mg", "1 tablet"
    std::string timesADay, days, advice; // whole numbers; advice may be empty
};
struct ReferralForm {
    std::string to, reason;
};
struct NoteForm {
    std::string text; // its first line is its title
};

inline constexpr std::size_t longestField = 500;  // bytes
inline constexpr std::size_t longestNote = 64000; // bytes

// FormIncomplete; its detail names the field: "test", "value", "low", "medicine" ...
[[nodiscard]] Result<std::string> resultDocument(const ResultForm &form, const Author &author,
                                                 Random &random);
[[nodiscard]] Result<std::string> prescriptionDocument(const PrescriptionForm &form,
                                                       const Author &author, Random &random);
[[nodiscard]] Result<std::string> referralDocument(const ReferralForm &form, const Author &author,
                                                   Random &random);
[[nodiscard]] Result<std::string> noteDocument(const NoteForm &form, const Author &author,
                                               Random &random);

// What a visit's permission leaves out, for a file of its records: FHIR Lists that are empty
// because their content was withheld, one for each main kind that is closed whole and one for all
// the rest, with the words the patient agreed to. So no system that reads the file takes "not
// shown" for "none". None when everything was opened.
[[nodiscard]] std::vector<std::string> withheldLists(const Grant &grant, const ConsentText &agreed);

} // namespace apricot
