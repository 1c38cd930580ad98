// SPDX-License-Identifier: GPL-3.0-or-later
// The wallet: one seed, from which a pseudonym (signing and inbox keys) is derived for every
// relationship, so that two clinics cannot tell that they treat the same person.
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "crypto/keys.h"

namespace apricot {

struct Pseudonym {
    SigningKey signing;
    VerifyKey verifying;
    OpenKey opening;
    SealKey inbox;
};

class Wallet {
  public:
    [[nodiscard]] static Wallet create(Random &random);
    [[nodiscard]] static Result<Wallet> fromSeed(ByteView seed); // 32 bytes; SeedWrongLength
    // 24 words (BIP-39 with 256 bits), as people type them (typed_words.h). `words` is the list of
    // 2048, in order, loaded as data; the seed is the entropy, whichever list it is written in.
    [[nodiscard]] static Result<Wallet> fromPhrase(std::string_view phrase,
                                                   const std::vector<std::string> &words);
    [[nodiscard]] SecretBytes phrase(const std::vector<std::string> &words) const;

    // The same keys for the same relationship, always; unlinkable between relationships.
    [[nodiscard]] Pseudonym pseudonymFor(ByteView relationship) const;
    [[nodiscard]] const SymmetricKey &seed() const { return m_seed; }

  private:
    explicit Wallet(SymmetricKey seed) : m_seed(std::move(seed)) {}
    SymmetricKey m_seed;
};

} // namespace apricot
