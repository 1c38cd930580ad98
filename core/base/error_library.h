// SPDX-License-Identifier: GPL-3.0-or-later
// Which library raises a code: whose file errors/*.def it stands in.
#pragma once

#include "base/error.h"

namespace apricot {

enum class Library : std::uint8_t {
    None, // ErrorCode::None, or a number that is no code
    Base,
    Crypto,
    Codec,
    Records,
    Formats,
    Vault,
    Wallet,
    Consent,
    Ledger,
    Exchange,
    Diary,
    Session,
    Flows,
    Net,
    Comet,
    Gateway,
    Platform,
};

[[nodiscard]] Library libraryOf(ErrorCode code);

} // namespace apricot
