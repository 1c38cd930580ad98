// SPDX-License-Identifier: GPL-3.0-or-later
// The letters a vault keeps. What flows/patient/inbox.h
// stands on.
#pragma once

#include "flows/patient/inbox.h"

namespace apricot {

struct KeptLetter {
    std::string name; // letterName
    News news;
    GrantId grant;
    UnixTime arrived = 0;
    Bytes request; // the signed one, of a request
};

// The same letter has the same name: hexadecimal SHA-256.
[[nodiscard]] std::string letterName(ByteView signedLetter);

// Oldest arrival first.
[[nodiscard]] Result<std::vector<KeptLetter>> keptLetters(Vault &vault);
// Nothing: it is not kept.
[[nodiscard]] Result<std::optional<KeptLetter>> letterNamed(Vault &vault, const std::string &name);
[[nodiscard]] Result<> keep(Vault &vault, const KeptLetter &letter);
// The letter itself, beside what is known of it: of verified and undecided ones.
[[nodiscard]] Result<> keepBytes(Vault &vault, std::string_view name, ByteView signedLetter);
[[nodiscard]] Result<Bytes> bytesOf(Vault &vault, std::string_view name);

// The letter that is being read now: kept from before its first byte is parsed until it is settled,
// so that the next fetch finds one that ended the program.
struct Reading {
    std::string letter; // letterName
    OrganisationId clinic;
};
[[nodiscard]] Result<> beginReading(Vault &vault, const Reading &reading);
[[nodiscard]] Result<> endReading(Vault &vault);
[[nodiscard]] Result<std::optional<Reading>> interruptedReading(Vault &vault);

// `count` letters at that clinic's inbox were refused. How many of them, and of those refused
// before, are to be logged now: once a day, else 0.
[[nodiscard]] Result<std::uint64_t> refusedToLog(Vault &vault, const OrganisationId &clinic,
                                                 std::uint64_t count, UnixTime now);
// Of forged letters that arrived before then.
[[nodiscard]] Result<> forgetForged(Vault &vault, UnixTime before);

// Adds a letter's resources to an open batch and notes whom each came from: `sender` as proven.
//
// A clinic may correct what it wrote itself. A resource under the id of a record that came from
// elsewhere (a file, the person, another clinic) with other content does not replace it: it comes
// in beside it, under an id made of the clinic and the old one. So no letter changes another
// source's record, whatever date or version it claims.
[[nodiscard]] Result<std::vector<RecordId>>
bringIn(Vault &vault, ImportBatch &batch, const Letter &letter, const std::string &sender);

} // namespace apricot
