// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing a file of health records into a vault: all of one person's records in one transaction,
// with a report.
#pragma once

#include "formats/reader.h"
#include "vault/vault.h"

namespace apricot {

struct ImportReport {
    ReadReport read;
    std::vector<Candidate> people;
    std::uint64_t added = 0, unchanged = 0, newer = 0, older = 0;
};

// `person`: the logical id of whose records come in; empty when the file is about one person only,
// else PersonChoiceNeeded (its detail names them). Records of nobody (hospitals, doctors) come
// along. Whatever fails or is cancelled leaves the vault as it was.
[[nodiscard]] Result<ImportReport> importRecords(Vault &vault, const std::filesystem::path &file,
                                                 std::string_view person = {},
                                                 const Progress &progress = {},
                                                 std::span<const Reader> formats = readers());

// Whose records a file holds, without keeping any. The reader's errors.
[[nodiscard]] Result<std::vector<Candidate>> peopleIn(const std::filesystem::path &file,
                                                      const Progress &progress = {});

} // namespace apricot
