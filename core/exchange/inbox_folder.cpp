// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/inbox_folder.h"

#include "base/file.h"
#include "crypto/hash.h"

#include <charconv>

namespace apricot {
namespace {

namespace fs = std::filesystem;

std::uint64_t sizeOf(const fs::path &file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? 0 : size;
}

// "NUMBER-TIME.message": fetched in order, and by the time they came.
struct Name {
    std::uint64_t number = 0;
    UnixTime came = 0;
};
std::optional<Name> nameIn(const fs::path &file) {
    const std::string text = file.stem().string();
    Name out;
    const char *const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, out.number);
    if (file.extension() != ".message" || first.ec != std::errc() || first.ptr == end
        || *first.ptr != '-')
        return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, out.came);
    if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
    return out;
}
std::string nameOf(std::uint64_t number, UnixTime came) {
    std::string out = std::to_string(number);
    out.insert(0, 12 - std::min<std::size_t>(12, out.size()), '0');
    return out + '-' + std::to_string(came) + ".message";
}

Error inboxRefused(std::string why) {
    return fail(Code::InboxRefusedMessage, std::move(why));
}

} // namespace

fs::path InboxFolder::folderOf(const Digest &inbox) const {
    return m_folder / toHex(inbox.view());
}

// What waits, oldest first; what has waited too long does not count.
std::vector<fs::path> InboxFolder::messagesIn(const Digest &inbox) const {
    std::vector<fs::path> out;
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator(folderOf(inbox), ignored))
        if (const auto name = nameIn(entry.path());
            name && m_clock.now() < name->came + m_limits.life)
            out.push_back(entry.path());
    std::ranges::sort(out);
    return out;
}

void InboxFolder::load() {
    if (std::exchange(m_loaded, true)) return;
    std::error_code ignored;
    for (const auto &inbox : fs::directory_iterator(m_folder, ignored)) {
        const auto raw = fromHex(inbox.path().filename().string());
        const auto digest = raw ? Digest::from(*raw) : std::nullopt;
        if (!digest) continue;
        std::error_code unreadable;
        for (const auto &entry : fs::directory_iterator(inbox.path(), unreadable))
            if (const auto name = nameIn(entry.path()))
                m_waiting.push_back({name->came, sizeOf(entry.path()), name->number, *digest, {}});
    }
    std::ranges::stable_sort(m_waiting, {}, &Waiting::came);
    for (const Waiting &waiting : m_waiting) m_bytes += waiting.bytes;
}

void InboxFolder::sweepLocked() {
    load();
    while (!m_waiting.empty() && m_clock.now() >= m_waiting.front().came + m_limits.life) {
        const Waiting &over = m_waiting.front();
        std::error_code ignored;
        fs::remove(folderOf(over.inbox) / nameOf(over.number, over.came), ignored);
        fs::remove(folderOf(over.inbox), ignored); // when it is empty
        m_bytes -= over.bytes;
        const auto source = m_bySource.find(over.source);
        if (source != m_bySource.end() && (source->second -= over.bytes) == 0)
            m_bySource.erase(source);
        m_waiting.pop_front();
    }
}

void InboxFolder::sweep() {
    const std::scoped_lock lock(m_mutex);
    sweepLocked();
}

Result<> InboxFolder::post(const SealKey &inbox, ByteView sealed, const std::string &source) {
    const std::scoped_lock lock(m_mutex);
    sweepLocked();
    const Digest digest = sha256(inbox.view());
    const auto waiting = messagesIn(digest);
    std::uint64_t bytes = sealed.size();
    for (const fs::path &path : waiting) bytes += sizeOf(path);
    if (sealed.size() > m_limits.messageBytes || bytes > m_limits.bytesPerInbox
        || waiting.size() >= m_limits.messagesPerInbox)
        return inboxRefused(std::to_string(waiting.size()) + " wait");
    if (m_bytes + sealed.size() > m_limits.bytes || m_waiting.size() >= m_limits.messages)
        return inboxRefused("all inboxes together are full");
    const auto from = m_bySource.find(source);
    if (!source.empty() && from != m_bySource.end()
        && from->second + sealed.size() > m_limits.bytesPerSource)
        return inboxRefused("too much waits from this machine");
    std::error_code ignored;
    fs::create_directories(folderOf(digest), ignored);
    const auto last = waiting.empty() ? std::nullopt : nameIn(waiting.back());
    const std::uint64_t number = last ? last->number + 1 : 1;
    const UnixTime now = m_clock.now();
    APRICOT_TRY(writeFile(folderOf(digest) / nameOf(number, now), sealed));
    m_waiting.push_back({now, sealed.size(), number, digest, source});
    m_bytes += sealed.size();
    if (!source.empty() && !sealed.empty()) m_bySource[source] += sealed.size();
    return {};
}

Result<std::vector<Bytes>> InboxFolder::fetch(const SealKey &inbox) const {
    std::vector<Bytes> out;
    for (const fs::path &path : messagesIn(sha256(inbox.view()))) {
        APRICOT_TRY_ASSIGN(message, readFile(path, m_limits.messageBytes));
        out.push_back(std::move(message));
    }
    return out;
}

} // namespace apricot
