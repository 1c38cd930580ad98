// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/quick_unlock.h"

#include "base/file.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"
#include "vault/key_file.h"

namespace apricot {
namespace {

// The file, in bytes: magic 6 | version 2 | id 16 | passes 4 | memory 8 | salt 16 | BLAKE2b-256 of
// the vault's key file 32 | encrypted passphrase | tries left 1 | checksum under the secret 32.
// Integers are big-endian. The key store holds, under a name made of the id: tries left 1 |
// secret 32.
constexpr std::uint16_t version = 1;
constexpr std::size_t headSize = 6 + 2 + 16 + 4 + 8 + 16 + 32; // what the encryption binds
constexpr std::size_t boxOverhead = 24 + 16, sumSize = 32;
constexpr std::size_t padding = 64; // bytes: how long the passphrase is does not show
constexpr std::size_t largestFile = 4096;
constexpr std::size_t largestPassphrase = 2048;

// The two ways in; all that differs.
struct Way {
    const char *suffix;
    std::string_view magic, label;
};
constexpr Way byPin{".quick", "APRQCK", "quick pin"};
constexpr Way byTouch{".touch", "APRTCH", "quick touch"};

std::filesystem::path fileOf(const std::filesystem::path &vault, const Way &way) {
    return vault.string() + way.suffix;
}

Error damaged(std::string why) {
    return fail(ErrorCode::QuickUnlockDamaged, std::move(why));
}

struct Kept {
    Bytes head; // headSize bytes
    Bytes box;
    std::uint8_t tries = 0;
    Bytes sum;

    [[nodiscard]] ByteView id() const { return ByteView(head).subspan(8, 16); }
    [[nodiscard]] std::string name() const { return "apricot-" + toHex(id()); }
    [[nodiscard]] PasswordCost cost() const {
        return {static_cast<std::uint32_t>(numberAt(24, 4)), numberAt(28, 8)};
    }
    [[nodiscard]] Salt16 salt() const { return *Salt16::from(ByteView(head).subspan(36, 16)); }
    [[nodiscard]] ByteView keyFile() const { return ByteView(head).subspan(52, 32); }

  private:
    [[nodiscard]] std::uint64_t numberAt(std::size_t at, std::size_t bytes) const {
        return fromBigEndian(ByteView(head).subspan(at, bytes));
    }
};

SymmetricKey sumOf(const Kept &kept, const SymmetricKey &secret) {
    const std::array<std::uint8_t, 1> tries{kept.tries};
    const Digest all = blake2b({kept.head, kept.box, tries});
    return deriveKey(secret, "quick file", all.view());
}

// In time that does not depend on where they differ.
bool same(ByteView a, ByteView b) {
    unsigned differ = a.size() == b.size() ? 0U : 1U;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        differ |= a[i] ^ unsigned { b[i] };
    return differ == 0;
}

Result<Kept> readKept(const std::filesystem::path &vault, const Way &way) {
    const auto path = fileOf(vault, way);
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return fail(ErrorCode::QuickUnlockOff);
    APRICOT_TRY_ASSIGN(file, readFile(path, largestFile));
    const ByteView all = file;
    constexpr std::size_t least = headSize + boxOverhead + padding + 1 + sumSize;
    if (all.size() < least || textOf(all.first(6)) != way.magic)
        return damaged(std::to_string(all.size()) + " bytes");
    if (all[6] != version >> 8U || all[7] != (version & 0xffU)) return damaged("its version");
    const std::size_t boxSize = all.size() - headSize - 1 - sumSize;
    const ByteView box = all.subspan(headSize, boxSize), sum = all.last(sumSize);
    return Kept{Bytes(all.begin(), all.begin() + headSize), Bytes(box.begin(), box.end()),
                all[headSize + boxSize], Bytes(sum.begin(), sum.end())};
}

Result<> writeKept(const std::filesystem::path &vault, const Way &way, const Kept &kept) {
    Bytes file = kept.head;
    append(file, kept.box);
    file.push_back(kept.tries);
    append(file, kept.sum);
    return writeFile(fileOf(vault, way), file);
}

SecretBytes entryOf(std::uint8_t tries, const SymmetricKey &secret) {
    SecretBytes entry(1 + SymmetricKey::size);
    entry.writable()[0] = tries;
    std::copy(secret.view().begin(), secret.view().end(), entry.writable().begin() + 1);
    return entry;
}

// The key store first: a kill in between leaves the lower number there.
Result<> setTries(const std::filesystem::path &vault, const Way &way, Kept &kept,
                  const SymmetricKey &secret, std::uint8_t tries, KeyStore &keys) {
    APRICOT_TRY(keys.put(kept.name(), entryOf(tries, secret)));
    kept.tries = tries;
    const SymmetricKey sum = sumOf(kept, secret);
    kept.sum.assign(sum.view().begin(), sum.view().end());
    return writeKept(vault, way, kept);
}

Result<> forget(const std::filesystem::path &vault, const Way &way, KeyStore &keys) {
    const auto kept = readKept(vault, way);
    Result<> removed = kept ? keys.remove(kept->name()) : Result<>();
    std::error_code ignored; // none there is as good
    std::filesystem::remove(fileOf(vault, way), ignored);
    return removed;
}

// What no longer works is taken away, so that nobody is asked for it again.
Error gone(const std::filesystem::path &vault, const Way &way, KeyStore &keys, std::string why) {
    static_cast<void>(forget(vault, way, keys)); // whatever is left of it opens nothing
    return fail(ErrorCode::QuickUnlockGone, std::move(why));
}

// The vault's key file now: another one after the passphrase was changed.
Result<Digest> keyFileNow(const std::filesystem::path &vault) {
    APRICOT_TRY_ASSIGN(file, readFile(vault.string() + ".key", keyFileSize));
    return blake2b(file);
}

SymmetricKey wrappingKey(const SymmetricKey &secret, const Way &way, const SymmetricKey *fromPin) {
    return deriveKey(secret, way.label, fromPin ? fromPin->view() : ByteView());
}

SecretBytes padded(const SecretBytes &passphrase) {
    const std::size_t size = (2 + passphrase.size() + padding - 1) / padding * padding;
    SecretBytes out(size);
    out.writable()[0] = static_cast<std::uint8_t>(passphrase.size() >> 8U);
    out.writable()[1] = static_cast<std::uint8_t>(passphrase.size());
    std::copy(passphrase.view().begin(), passphrase.view().end(), out.writable().begin() + 2);
    return out;
}

std::optional<SecretBytes> unpadded(const SecretBytes &plain) {
    if (plain.size() < 2) return std::nullopt;
    const std::size_t size = std::size_t{plain.view()[0]} << 8U | plain.view()[1];
    if (size > plain.size() - 2) return std::nullopt;
    SecretBytes out(size);
    std::copy_n(plain.view().begin() + 2, size, out.writable().begin());
    return out;
}

Result<> enable(const std::filesystem::path &vault, const Way &way, const SecretBytes &passphrase,
                const SecretBytes *pin, KeyStore &keys, Random &random, PasswordCost cost) {
    APRICOT_TRY_ASSIGN(keyFile, readFile(vault.string() + ".key", keyFileSize));
    if (passphrase.size() > largestPassphrase) return damaged("a passphrase of this length");
    const auto opens = unwrapDataKey(keyFile, passphrase);
    if (!opens) return opens.error();
    const auto before = readKept(vault, way);

    const SymmetricKey secret = randomKey(random);
    const auto salt = randomFixed<Salt16>(random);
    Kept kept;
    append(kept.head, viewOf(way.magic));
    append(kept.head, bigEndian<2>(version));
    append(kept.head, randomFixed<Salt16>(random).view());
    append(kept.head, bigEndian<4>(cost.passes));
    append(kept.head, bigEndian<8>(cost.memoryBytes));
    append(kept.head, salt.view());
    append(kept.head, blake2b(keyFile).view());
    std::optional<SymmetricKey> fromPin;
    if (pin) {
        APRICOT_TRY_ASSIGN(stretched, deriveFromPassword(*pin, salt, cost));
        fromPin = std::move(stretched);
    }
    kept.box = encrypt(wrappingKey(secret, way, fromPin ? &*fromPin : nullptr),
                       padded(passphrase).view(), kept.head, random);
    APRICOT_TRY(setTries(vault, way, kept, secret, quickTries, keys));
    if (before) static_cast<void>(keys.remove(before->name())); // opens nothing without its file
    return {};
}

struct Ready {
    Kept kept;
    SymmetricKey secret;
    std::uint8_t tries = 0;
};
// Reads file and key store and checks that they belong together and to the vault as it is now.
Result<Ready> prepare(const std::filesystem::path &vault, const Way &way, KeyStore &keys) {
    APRICOT_TRY_ASSIGN(kept, readKept(vault, way));
    APRICOT_TRY_ASSIGN(entry, keys.get(kept.name()));
    if (!entry) return gone(vault, way, keys, "the key store has no such key");
    if (entry->size() != 1 + SymmetricKey::size) return damaged("the key store's value");
    Ready out{std::move(kept), std::move(*SymmetricKey::from(entry->view().subspan(1))), 0};
    if (!same(sumOf(out.kept, out.secret).view(), out.kept.sum)) return damaged("its checksum");
    out.tries = std::min(entry->view()[0], out.kept.tries);
    APRICOT_TRY_ASSIGN(now, keyFileNow(vault));
    if (!same(now.view(), out.kept.keyFile()))
        return gone(vault, way, keys, "the passphrase was changed");
    return out;
}

} // namespace

Result<> checkPin(const SecretBytes &pin) {
    const ByteView digits = pin.view();
    const auto isDigit = [](std::uint8_t c) { return c >= '0' && c <= '9'; };
    if (digits.size() < leastPinDigits || digits.size() > mostPinDigits
        || !std::all_of(digits.begin(), digits.end(), isDigit))
        return fail(ErrorCode::PinTooShort);
    // 111111, 123456, 987654, 890123, 246802: always the same step.
    bool steps = true;
    for (std::size_t i = 2; i < digits.size(); ++i)
        steps = steps && (digits[i] + 10 - digits[i - 1]) % 10 == (digits[1] + 10 - digits[0]) % 10;
    // 121212, 123123: one to three digits over and over.
    bool repeats = false;
    for (std::size_t length = 1; length <= 3; ++length) {
        bool all = true;
        for (std::size_t i = length; i < digits.size(); ++i)
            all = all && digits[i] == digits[i - length];
        repeats = repeats || all;
    }
    // 112233, 123321, 520131, 521131: chosen by everybody.
    bool common = false;
    for (const std::string_view known :
         {"112233", "332211", "123321", "654321", "147258", "159357", "520131", "521131", "131452",
          "135790", "135791", "314159"})
        common = common || textOf(digits).starts_with(known);
    if (steps || repeats || common) return fail(ErrorCode::PinTooEasy);
    return {};
}

Result<> enableQuickUnlock(const std::filesystem::path &vault, const SecretBytes &passphrase,
                           const SecretBytes &pin, KeyStore &keys, Random &random,
                           PasswordCost cost) {
    APRICOT_TRY(checkPin(pin));
    return enable(vault, byPin, passphrase, &pin, keys, random, cost);
}

Result<SecretBytes> quickUnlock(const std::filesystem::path &vault, const SecretBytes &pin,
                                KeyStore &keys) {
    APRICOT_TRY_ASSIGN(ready, prepare(vault, byPin, keys));
    if (ready.tries == 0) return gone(vault, byPin, keys, "no tries left");
    const auto left = static_cast<std::uint8_t>(ready.tries - 1);
    APRICOT_TRY(setTries(vault, byPin, ready.kept, ready.secret, left, keys));

    APRICOT_TRY_ASSIGN(stretched, deriveFromPassword(pin, ready.kept.salt(), ready.kept.cost()));
    const auto plain =
        decrypt(wrappingKey(ready.secret, byPin, &stretched), ready.kept.box, ready.kept.head);
    if (!plain) {
        if (left == 0) return gone(vault, byPin, keys, "no tries left");
        return fail(ErrorCode::PinWrong, std::to_string(left));
    }
    auto passphrase = unpadded(*plain);
    if (!passphrase) return damaged("what it holds");
    // The PIN was right; when the count cannot be put back, fewer tries are left next time.
    static_cast<void>(setTries(vault, byPin, ready.kept, ready.secret, quickTries, keys));
    return std::move(*passphrase);
}

bool hasQuickUnlock(const std::filesystem::path &vault) {
    std::error_code ignored;
    return std::filesystem::exists(fileOf(vault, byPin), ignored);
}

Result<unsigned> quickTriesLeft(const std::filesystem::path &vault, KeyStore &keys) {
    APRICOT_TRY_ASSIGN(ready, prepare(vault, byPin, keys));
    return unsigned{ready.tries};
}

Result<> forgetQuickUnlock(const std::filesystem::path &vault, KeyStore &keys) {
    return forget(vault, byPin, keys);
}

Result<> enableBiometricUnlock(const std::filesystem::path &vault, const SecretBytes &passphrase,
                               KeyStore &keys, Random &random) {
    return enable(vault, byTouch, passphrase, nullptr, keys, random, {0, 0});
}

Result<SecretBytes> biometricUnlock(const std::filesystem::path &vault, KeyStore &keys) {
    APRICOT_TRY_ASSIGN(ready, prepare(vault, byTouch, keys));
    const auto plain =
        decrypt(wrappingKey(ready.secret, byTouch, nullptr), ready.kept.box, ready.kept.head);
    if (!plain) return plain.error();
    auto passphrase = unpadded(*plain);
    if (!passphrase) return damaged("what it holds");
    return std::move(*passphrase);
}

bool hasBiometricUnlock(const std::filesystem::path &vault) {
    std::error_code ignored;
    return std::filesystem::exists(fileOf(vault, byTouch), ignored);
}

Result<> forgetBiometricUnlock(const std::filesystem::path &vault, KeyStore &keys) {
    return forget(vault, byTouch, keys);
}

} // namespace apricot
