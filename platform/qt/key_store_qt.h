// SPDX-License-Identifier: GPL-3.0-or-later
// The key store of the operating system by QtKeychain; on Linux the Secret Service (GNOME Keyring,
// KWallet). Where none runs, nothing is kept: QtKeychain's plain file is never used. May be asked
// from any thread and waits for the answer; the application's own thread must be running its event
// loop, or be the one that asks. (QtKeychain and the service hold copies that cannot be wiped from
// here.)
#pragma once

#include "crypto/key_store.h"

namespace apricot {

// Whether a key ring answers. The folder of the operating system says it (linux:
// key_ring_linux.cpp).
[[nodiscard]] bool isKeyRingOffered();

class QtKeyStore final : public KeyStore {
  public:
    [[nodiscard]] bool isThere() const override;
    [[nodiscard]] Result<> put(std::string_view name, const SecretBytes &value) override;
    [[nodiscard]] Result<std::optional<SecretBytes>> get(std::string_view name) override;
    [[nodiscard]] Result<> remove(std::string_view name) override;
};

} // namespace apricot
