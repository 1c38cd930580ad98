// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions.h"

namespace apricot {
namespace {

template <class... A>
std::array<const ActionRow *, sizeof...(A)> rowsOf(const std::tuple<A...> * /*table*/) {
    return {&A::row()...};
}

} // namespace

std::span<const ActionRow *const> actions() {
    static const auto rows = rowsOf(static_cast<const ActionTable *>(nullptr));
    return rows;
}

const ActionRow *actionNumbered(std::uint64_t number) {
    const auto row = std::ranges::find(actions(), number, &ActionRow::number);
    return row == actions().end() ? nullptr : *row;
}

} // namespace apricot
