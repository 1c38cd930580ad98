// SPDX-License-Identifier: GPL-3.0-or-later
// All rows that fit a filter, a page at a time, newest first. Internal to core/flows.
#pragma once

#include "vault/vault.h"

namespace apricot {

// `visit`(const RecordRow &) -> Result<bool>: false ends it.
template <class Visit>
[[nodiscard]] Result<> eachRecord(Vault &vault, const Filter &filter, Visit visit) {
    Page page{500, std::nullopt};
    for (;;) {
        APRICOT_TRY_ASSIGN(rows, vault.list(filter, page));
        for (const RecordRow &row : rows) {
            APRICOT_TRY_ASSIGN(on, visit(row));
            if (!on) return {};
        }
        if (rows.size() < page.limit) return {};
        page.after = rows.back().cursor;
    }
}

[[nodiscard]] inline Filter ofKinds(std::initializer_list<Kind> kinds) {
    Filter out;
    for (const Kind kind : kinds) out.kinds = static_cast<std::uint16_t>(out.kinds | bitOf(kind));
    return out;
}

} // namespace apricot
