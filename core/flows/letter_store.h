// SPDX-License-Identifier: GPL-3.0-or-later
// The letters a vault keeps, and which letter vouches for which record. What flows/inbox.h stands
// on.
#pragma once

#include "flows/inbox.h"

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
[[nodiscard]] Result<> keep(Vault &vault, const KeptLetter &letter);
// The letter itself, beside what is known of it: of verified and undecided ones.
[[nodiscard]] Result<> keepBytes(Vault &vault, std::string_view name, ByteView signedLetter);
[[nodiscard]] Result<Bytes> bytesOf(Vault &vault, std::string_view name);

// Adds a letter's resources to an open batch and notes whom each came from.
//
// A clinic may correct what it wrote itself. A resource under the id of a record that came from
// elsewhere (a file, the person, another clinic) with other content does not replace it: it comes
// in beside it, under an id made of the clinic and the old one. So no letter changes another
// source's record, whatever date or version it claims.
[[nodiscard]] Result<std::vector<RecordId>> bringIn(Vault &vault, ImportBatch &batch,
                                                    const Letter &letter, std::string_view name);

} // namespace apricot
