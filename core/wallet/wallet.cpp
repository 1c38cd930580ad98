// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/wallet.h"

#include "crypto/derive.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "wallet/typed_words.h"

namespace apricot {

namespace {

constexpr std::size_t wordCount = 24;
constexpr unsigned bitsPerWord = 11;

} // namespace

Wallet Wallet::create(Random &random) {
    return Wallet(randomKey(random));
}

Result<Wallet> Wallet::fromSeed(ByteView seed) {
    auto key = SymmetricKey::from(seed);
    if (!key) return fail(ErrorCode::SeedWrongLength, std::to_string(seed.size()) + " bytes");
    return Wallet(std::move(*key));
}

// BIP-39: 256 bits of entropy, then the first 8 bits of their SHA-256, in 24 groups of 11 bits.
Result<Wallet> Wallet::fromPhrase(std::string_view phrase, const std::vector<std::string> &words) {
    std::size_t count = 0;
    for (auto rest = phrase; !nextTypedWord(rest).empty();) ++count;
    if (count != wordCount)
        return fail(ErrorCode::PhraseWrongCount, std::to_string(count) + " words");

    SecretBytes bits(SymmetricKey::size + 1);
    auto rest = phrase;
    for (std::size_t i = 0; i < wordCount; ++i) {
        const auto typed = nextTypedWord(rest);
        const auto found = std::find_if(words.begin(), words.end(),
                                        [&](const auto &word) { return isTypedAs(typed, word); });
        // Which one, not what it was: half a phrase must not stand in a log.
        if (found == words.end())
            return fail(ErrorCode::PhraseUnknownWord, "word " + std::to_string(i + 1));
        const auto index = static_cast<unsigned>(found - words.begin());
        for (unsigned b = 0; b < bitsPerWord; ++b) {
            const std::size_t at = i * bitsPerWord + b;
            if (((index >> (bitsPerWord - 1 - b)) & 1U) != 0)
                bits.writable()[at / 8] |= static_cast<std::uint8_t>(0x80U >> (at % 8));
        }
    }
    const ByteView entropy = bits.view().first(SymmetricKey::size);
    if (sha256(entropy).bytes[0] != bits.view().back()) return fail(ErrorCode::PhraseWrongChecksum);
    return fromSeed(entropy);
}

SecretBytes Wallet::phrase(const std::vector<std::string> &words) const {
    if (words.size() != 1U << bitsPerWord) return {};
    const std::uint8_t checksum = sha256(m_seed.view()).bytes[0];
    const auto wordAt = [&](std::size_t i) -> const std::string & {
        unsigned index = 0;
        for (std::size_t at = i * bitsPerWord; at < (i + 1) * bitsPerWord; ++at) {
            const std::uint8_t byte = at < 256 ? m_seed.view()[at / 8] : checksum;
            index = (index << 1U) | ((byte >> (7 - at % 8)) & 1U);
        }
        return words[index];
    };
    std::size_t size = wordCount - 1;
    for (std::size_t i = 0; i < wordCount; ++i) size += wordAt(i).size();
    SecretBytes out(size);
    auto to = out.writable().begin();
    for (std::size_t i = 0; i < wordCount; ++i) {
        if (i > 0) *to++ = ' ';
        const auto word = viewOf(wordAt(i));
        to = std::copy(word.begin(), word.end(), to);
    }
    return out;
}

Pseudonym Wallet::pseudonymFor(ByteView relationship) const {
    Pseudonym out;
    out.signing =
        *SigningKey::from(deriveKey(m_seed, "apricot pseudonym sign", relationship).view());
    out.opening = *OpenKey::from(deriveKey(m_seed, "apricot pseudonym open", relationship).view());
    out.verifying = verifyKeyOf(out.signing);
    out.inbox = sealKeyOf(out.opening);
    return out;
}

} // namespace apricot
