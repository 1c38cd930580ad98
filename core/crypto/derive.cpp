// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/derive.h"

#include <chrono>
#include <cstdlib>
#include <sodium.h>
#include <string_view>

namespace apricot {
namespace {

constexpr PasswordCost mostPasswordCost{64, 4ULL << 30U};

bool argon2id(const SecretBytes &passphrase, const Salt16 &salt, PasswordCost cost,
              SymmetricKey &out) {
    static_assert(Salt16::size == crypto_pwhash_argon2id_SALTBYTES);
    return crypto_pwhash(out.writable().data(), SymmetricKey::size,
                         reinterpret_cast<const char *>(passphrase.view().data()),
                         passphrase.size(), salt.bytes.data(), cost.passes, cost.memoryBytes,
                         crypto_pwhash_ALG_ARGON2ID13)
           == 0;
}

} // namespace

SymmetricKey deriveKey(const SymmetricKey &key, std::string_view label, ByteView info) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.view().data(), SymmetricKey::size, SymmetricKey::size);
    const auto length = static_cast<std::uint8_t>(label.size());
    crypto_generichash_update(&state, &length, 1);
    crypto_generichash_update(&state, viewOf(label).data(), label.size());
    crypto_generichash_update(&state, info.data(), info.size());
    SymmetricKey out;
    crypto_generichash_final(&state, out.writable().data(), SymmetricKey::size);
    sodium_memzero(&state, sizeof state);
    return out;
}

PasswordCost calibratePasswordCost(const std::function<double()> &stopwatch) {
    constexpr double aim = 1.0; // seconds
    PasswordCost cost = leastPasswordCost;
    SecretBytes passphrase(16);
    SymmetricKey out;
    const double start = stopwatch();
    if (!argon2id(passphrase, Salt16{}, cost, out)) return cost;
    const double taken = stopwatch() - start;
    if (taken <= 0 || taken >= aim) return cost;
    // Memory first (it is what costs an attacker), up to 256 MiB so that a phone can open the
    // vault.
    double room = aim / taken;
    while (room >= 2 && cost.memoryBytes < (256ULL << 20U)) {
        cost.memoryBytes *= 2;
        room /= 2;
    }
    const double passes = cost.passes * room;
    cost.passes = passes > mostPasswordCost.passes ? mostPasswordCost.passes
                                                   : static_cast<std::uint32_t>(passes);
    return cost;
}

PasswordCost passwordCostHere() {
    const char *chosen = std::getenv("APRICOT_PASSWORD_COST"); // NOLINT(concurrency-mt-unsafe)
    if (chosen != nullptr && std::string_view(chosen) == "least") return leastPasswordCost;
    return calibratePasswordCost([] {
        using namespace std::chrono;
        return duration<double>(steady_clock::now().time_since_epoch()).count();
    });
}

Result<SymmetricKey> deriveFromPassword(const SecretBytes &passphrase, const Salt16 &salt,
                                        PasswordCost cost) {
    if (cost.passes < leastPasswordCost.passes || cost.memoryBytes < leastPasswordCost.memoryBytes
        || cost.passes > mostPasswordCost.passes || cost.memoryBytes > mostPasswordCost.memoryBytes)
        return fail(ErrorCode::PasswordCostRefused, std::to_string(cost.passes) + " passes over "
                                                        + std::to_string(cost.memoryBytes)
                                                        + " bytes");
    SymmetricKey out;
    if (!argon2id(passphrase, salt, cost, out))
        return fail(ErrorCode::OutOfMemory, std::to_string(cost.memoryBytes) + " bytes");
    return out;
}

} // namespace apricot
