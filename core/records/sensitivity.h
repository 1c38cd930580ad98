// SPDX-License-Identifier: GPL-3.0-or-later
// The sensitivity level of a record, 1 (harmless) to 5 (could hurt the person most), by the rules
// of sensitivity_rules.def. The person can change the level of any record afterwards.
#pragma once

#include "records/record.h"

namespace apricot {

// What the rules look at. `labels` are meta.security (and the security labels of contained parts);
// `text` is all human-readable text of the record.
struct SensitivityFacts {
    Kind kind = Kind::Other;
    std::string_view type;
    const std::vector<Coding> &labels;
    const std::vector<Coding> &codes;
    std::string_view text;
};
// The highest level that any rule gives; the routine level of its kind when none does.
[[nodiscard]] std::uint8_t sensitivityOf(const SensitivityFacts &facts);
// The level a record of that kind has when nothing else speaks.
[[nodiscard]] std::uint8_t routineLevel(Kind kind);

} // namespace apricot
