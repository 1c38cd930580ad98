// SPDX-License-Identifier: GPL-3.0-or-later
// File: "APRHOST2" | Ed25519 seed (32) | for each month, ascending: month (2, big-endian) | X25519
// secret (32) | SHA-256 of all before it.
#include "exchange/host_keys.h"

#include "base/file.h"
#include "base/lock.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"

#include <fcntl.h>

namespace apricot {
namespace {

// Also of keys that are missing.
Error hostKeysDamaged(std::string why) {
    return fail(ErrorCode::HostKeysDamaged, std::move(why));
}

constexpr std::string_view magic = "APRHOST2";
constexpr std::size_t headSize = 8 + SigningKey::size, monthSize = 2 + OpenKey::size;

MonthNumber monthIn(ByteView entry) {
    return static_cast<MonthNumber>(fromBigEndian(entry.first(2)));
}

// What stands before the checksum; nothing: no whole file of ours.
std::optional<ByteView> wholeIn(ByteView bytes) {
    if (bytes.size() < headSize + Digest::size) return std::nullopt;
    const ByteView file = bytes.first(bytes.size() - Digest::size);
    if ((file.size() - headSize) % monthSize != 0 || textOf(file.first(magic.size())) != magic
        || !std::ranges::equal(sha256(file).view(), bytes.last(Digest::size)))
        return std::nullopt;
    for (std::size_t at = headSize + monthSize; at < file.size(); at += monthSize)
        if (monthIn(file.subspan(at)) <= monthIn(file.subspan(at - monthSize))) return std::nullopt;
    return file;
}

Result<SecretBytes> read(const std::filesystem::path &file) {
    APRICOT_TRY_ASSIGN(bytes, readFile(file, 65536));
    const SecretBytes all = SecretBytes::take(bytes);
    const auto whole = wholeIn(all.view());
    if (!whole) return hostKeysDamaged(file.string());
    SecretBytes out(whole->size());
    std::ranges::copy(*whole, out.writable().begin());
    return out;
}

Result<> write(const std::filesystem::path &file, ByteView content) {
    SecretBytes all(content.size() + Digest::size);
    std::ranges::copy(content, all.writable().begin());
    std::ranges::copy(sha256(content).view(), all.writable().subspan(content.size()).begin());
    return writeFile(file, all.view());
}

SigningKey signingIn(const SecretBytes &content) {
    return std::move(*SigningKey::from(content.view().subspan(magic.size(), SigningKey::size)));
}

// `old` without past months, with every month up to the last.
SecretBytes turned(ByteView old, MonthNumber first, Random &random) {
    SecretBytes out(headSize + (monthsAhead + 1) * monthSize);
    std::ranges::copy(old.first(headSize), out.writable().begin());
    for (unsigned i = 0; i <= monthsAhead; ++i) {
        const auto month = static_cast<MonthNumber>(first + i);
        const auto entry = out.writable().subspan(headSize + i * monthSize, monthSize);
        std::ranges::copy(bigEndian<2>(month), entry.begin());
        random.fill(entry.subspan(2));
        for (std::size_t at = headSize; at < old.size(); at += monthSize)
            if (monthIn(old.subspan(at)) == month)
                std::ranges::copy(old.subspan(at, monthSize), entry.begin());
    }
    return out;
}

} // namespace

std::filesystem::path hostKeysIn(const std::filesystem::path &folder) {
    return folder / "host-keys";
}

Result<SecretBytes> HostKeys::current() {
    const auto lock = FileLock::take(m_file.string() + ".lock", FileLock::Wait::Yes);
    if (!lock) return fail(ErrorCode::HostKeysUnlockable, lock.error().detail);
    SystemRandom random;
    SecretBytes content;
    std::error_code ignored;
    if (std::filesystem::exists(m_file, ignored)) {
        APRICOT_TRY_ASSIGN(kept, read(m_file));
        content = std::move(kept);
        if (m_isOpen && verifyKeyOf(signingIn(content)) != m_id)
            return hostKeysDamaged(m_file.string() + " is another host's by now");
    } else if (m_isOpen) {
        return hostKeysDamaged(m_file.string() + " is gone");
    } else {
        content = SecretBytes(headSize);
        std::ranges::copy(viewOf(magic), content.writable().begin());
        random.fill(content.writable().subspan(magic.size()));
    }
    // Never back: a chain that is played anew tells of months whose successors are in use.
    const MonthNumber kept =
        content.size() > headSize ? monthIn(content.view().subspan(headSize)) : MonthNumber{0};
    SecretBytes now = turned(content.view(), std::max(kept, monthOf(m_clock.now())), random);
    if (!std::ranges::equal(now.view(), content.view())) APRICOT_TRY(write(m_file, now.view()));
    return now;
}

Result<std::unique_ptr<HostKeys>> HostKeys::open(std::filesystem::path file, const Clock &clock) {
    std::unique_ptr<HostKeys> out(new HostKeys(std::move(file), clock));
    APRICOT_TRY_ASSIGN(key, out->signing());
    out->m_id = verifyKeyOf(key);
    out->m_isOpen = true;
    return out;
}

Result<std::unique_ptr<HostKeys>> HostKeys::ofMailbox(const std::filesystem::path &mailbox,
                                                      const std::filesystem::path &file,
                                                      const Clock &clock) {
    const std::filesystem::path note = mailbox / "node-id";
    std::error_code ignored;
    const bool isNoted = std::filesystem::exists(note, ignored);
    if (isNoted && !std::filesystem::exists(file, ignored))
        return hostKeysDamaged(file.string() + " is gone. To begin as another node instead, remove "
                               + note.string());
    APRICOT_TRY_ASSIGN(out, open(file, clock));
    const std::string id = toHex(out->id().view());
    if (!isNoted) {
        APRICOT_TRY(writeFile(note, viewOf(id)));
        return out;
    }
    const auto known = readFile(note, 2 * VerifyKey::size);
    if (!known || textOf(*known) != id)
        return hostKeysDamaged(file.string() + " is not of the node that " + note.string()
                               + " names");
    return out;
}

Result<> HostKeys::check() {
    APRICOT_TRY(current());
    return {};
}

Result<VerifyKey> HostKeys::idIn(const std::filesystem::path &file) {
    APRICOT_TRY_ASSIGN(content, read(file));
    return verifyKeyOf(signingIn(content));
}

Result<SigningKey> HostKeys::signing() {
    APRICOT_TRY_ASSIGN(file, current());
    return signingIn(file);
}

Result<std::vector<MonthKey>> HostKeys::turn() {
    APRICOT_TRY_ASSIGN(file, current());
    std::vector<MonthKey> out;
    for (std::size_t at = headSize; at < file.size(); at += monthSize) {
        const ByteView entry = file.view().subspan(at, monthSize);
        out.push_back({monthIn(entry), sealKeyOf(*OpenKey::from(entry.subspan(2)))});
    }
    return out;
}

Result<std::optional<OpenKey>> HostKeys::keyOf(MonthNumber month) {
    APRICOT_TRY_ASSIGN(file, current());
    for (std::size_t at = headSize; at < file.size(); at += monthSize) {
        const ByteView entry = file.view().subspan(at, monthSize);
        if (monthIn(entry) == month) return OpenKey::from(entry.subspan(2));
    }
    return std::optional<OpenKey>();
}

} // namespace apricot
