// SPDX-License-Identifier: GPL-3.0-or-later
// So many organisations, every other one with a Chinese name, one in a hundred suspended; and a
// state's index of them.
#pragma once

#include "../ledger/empty_state.h"
#include "ledger/directory_index.h"

namespace apricot {

inline std::vector<Listed> clinics(std::uint32_t count) {
    std::vector<Listed> out(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        for (std::size_t b = 0; b < 4; ++b)
            out[i].id.bytes[b] = static_cast<std::uint8_t>((i * 2654435761U) >> (8 * b));
        out[i].name = (i % 2 == 0 ? "县医院 " : "Health Station ") + std::to_string(i);
        if (i % 100 == 7) out[i].status = OrganisationStatus::Suspended;
    }
    return out;
}

inline Writes indexOf(const std::vector<Listed> &all) {
    return enterAll(EmptyState(), all).value();
}

} // namespace apricot
