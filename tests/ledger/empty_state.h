// SPDX-License-Identifier: GPL-3.0-or-later
// A state in which nothing stands.
#pragma once

#include "ledger/rules.h"

namespace apricot {

class EmptyState final : public StateView {
  public:
    [[nodiscard]] Result<std::optional<Bytes>> value(ByteView /*key*/) const override {
        return std::optional<Bytes>();
    }
};

} // namespace apricot
