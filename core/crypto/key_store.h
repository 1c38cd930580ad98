// SPDX-License-Identifier: GPL-3.0-or-later
// Where the operating system keeps small secrets for this app: an interface. What makes it is in
// platform/; core only asks. (It stands here, not in core/base, because it hands out SecretBytes.)
#pragma once

#include "base/result.h"
#include "crypto/secret.h"

#include <optional>
#include <string_view>

namespace apricot {

class KeyStore {
  public:
    virtual ~KeyStore() = default;
    // Whether it answers now. When not, every other call gives its error, and nothing is kept
    // anywhere else instead.
    [[nodiscard]] virtual bool isThere() const = 0;
    // Whether it only plays a key store: never in a release's default.
    [[nodiscard]] virtual bool isSimulated() const { return false; }
    // Names are ASCII and say nothing about the person. A value of that name is replaced whole.
    [[nodiscard]] virtual Result<> put(std::string_view name, const SecretBytes &value) = 0;
    // Nothing when there is no such name.
    [[nodiscard]] virtual Result<std::optional<SecretBytes>> get(std::string_view name) = 0;
    [[nodiscard]] virtual Result<> remove(std::string_view name) = 0; // none there: all is well
};

} // namespace apricot
