// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/key_file.h"

#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"

namespace apricot {
namespace {

constexpr std::string_view magic = "APRKEY";
constexpr std::uint16_t keyVersion = 1;
constexpr std::size_t secretSize = SymmetricKey::size + Salt16::size;
constexpr std::size_t headSize = 6 + 2 + 4 + 8 + 16; // what the encryption binds
constexpr std::size_t checkedSize = keyBlockSize - Digest::size;

std::uint64_t numberAt(ByteView block, std::size_t at, std::size_t bytes) {
    return fromBigEndian(block.subspan(at, bytes));
}

bool isWhole(ByteView block) {
    const Digest sum = blake2b(block.first(checkedSize));
    return textOf(block.first(magic.size())) == magic
           && std::equal(sum.bytes.begin(), sum.bytes.end(), block.begin() + checkedSize);
}

} // namespace

Result<Bytes> wrapDataKey(const DataKey &key, const SecretBytes &passphrase, PasswordCost cost,
                          Random &random) {
    const auto salt = randomFixed<Salt16>(random);
    APRICOT_TRY_ASSIGN(wrapping, deriveFromPassword(passphrase, salt, cost));
    Bytes block;
    append(block, viewOf(magic));
    append(block, bigEndian<2>(keyVersion));
    append(block, bigEndian<4>(cost.passes));
    append(block, bigEndian<8>(cost.memoryBytes));
    append(block, salt.view());
    SecretBytes secret(secretSize);
    auto to = std::copy(key.key.view().begin(), key.key.view().end(), secret.writable().begin());
    std::copy(key.salt.bytes.begin(), key.salt.bytes.end(), to);
    append(block, encrypt(wrapping, secret.view(), block, random));
    append(block, blake2b(block).view());
    Bytes file = block;
    append(file, block);
    return file;
}

Result<DataKey> unwrapDataKey(ByteView file, const SecretBytes &passphrase) {
    ByteView block;
    for (std::size_t at = 0; at + keyBlockSize <= file.size() && block.empty(); at += keyBlockSize)
        if (isWhole(file.subspan(at, keyBlockSize))) block = file.subspan(at, keyBlockSize);
    if (block.empty() || file.size() != keyFileSize)
        return fail(ErrorCode::VaultKeyDamaged, std::to_string(file.size()) + " bytes");
    const std::uint64_t version = numberAt(block, 6, 2);
    if (version != keyVersion)
        return fail(ErrorCode::VaultKeyTooNew, "key file version " + std::to_string(version));
    PasswordCost cost;
    cost.passes = static_cast<std::uint32_t>(numberAt(block, 8, 4));
    cost.memoryBytes = numberAt(block, 12, 8);
    const auto salt = Salt16::from(block.subspan(20, Salt16::size));
    APRICOT_TRY_ASSIGN(wrapping, deriveFromPassword(passphrase, *salt, cost));
    const auto secret =
        decrypt(wrapping, block.subspan(headSize, checkedSize - headSize), block.first(headSize));
    if (!secret || secret->size() != secretSize) return fail(ErrorCode::WrongPassphrase);
    DataKey out;
    out.key = std::move(*SymmetricKey::from(secret->view().first(SymmetricKey::size)));
    out.salt = *Salt16::from(secret->view().subspan(SymmetricKey::size));
    return out;
}

} // namespace apricot
