// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/inbox_folder.h"

#include "base/file.h"
#include "crypto/hash.h"
#include "crypto/system_random.h"

#include <charconv>

namespace apricot {
namespace {

namespace fs = std::filesystem;

std::uint64_t sizeOf(const fs::path &file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? 0 : size;
}

constexpr std::size_t saltSize = 16;
constexpr const char *own = "own"; // from this machine, by no port
constexpr char relay = 'r';

bool isCarried(const std::string &source) {
    return source.starts_with(relay);
}

// "NUMBER-TIME-ID-SOURCE.message": fetched in order, by the time they came, and known without being
// read; a start counts by source as before.
struct Name {
    std::uint64_t number = 0;
    UnixTime came = 0;
    Digest id;
    std::string source;
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
    if (second.ec != std::errc() || second.ptr == end || *second.ptr != '-') return std::nullopt;
    const std::string rest(second.ptr + 1, end);
    const auto dash = rest.find('-');
    const auto raw = fromHex(rest.substr(0, dash));
    const auto id = raw ? Digest::from(*raw) : std::nullopt;
    if (!id || dash == std::string::npos) return std::nullopt;
    out.id = *id;
    out.source = rest.substr(dash + 1);
    return out;
}
std::string nameOf(std::uint64_t number, UnixTime came, const Digest &id,
                   const std::string &source) {
    std::string out = std::to_string(number);
    out.insert(0, 12 - std::min<std::size_t>(12, out.size()), '0');
    return out + '-' + std::to_string(came) + '-' + toHex(id.view()) + '-' + source + ".message";
}

Error inboxRefused(std::string why) {
    return fail(ErrorCode::InboxRefusedMessage, std::move(why));
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

fs::path InboxFolder::fileOf(const NoticePlace &place, const Waiting &of) const {
    return folderOf(place.inbox) / nameOf(place.number, of.came, of.id, of.source);
}

bool InboxFolder::isAloneAt(Index::iterator at) const {
    const auto next = std::next(at);
    return (at == m_waiting.begin() || std::prev(at)->first.inbox != at->first.inbox)
           && (next == m_waiting.end() || next->first.inbox != at->first.inbox);
}

bool InboxFolder::add(const NoticePlace &place, Waiting waiting) {
    const auto added = m_waiting.emplace(place, std::move(waiting));
    if (!added.second) return false;
    const auto at = added.first;
    if (isAloneAt(at)) ++m_live;
    m_byTime.emplace(at->second.came, place);
    m_byId.emplace(at->second.id, place);
    const std::uint64_t charge = chargeOf(at->second.bytes);
    m_bytes += charge;
    m_bySource[at->second.source].add(charge);
    if (isCarried(at->second.source)) m_carried.add(charge);
    return true;
}

void InboxFolder::drop(Index::iterator over) {
    if (isAloneAt(over)) --m_live;
    const auto [from, to] = m_byId.equal_range(over->second.id);
    for (auto it = from; it != to; ++it)
        if (it->second == over->first) {
            m_byId.erase(it);
            break;
        }
    const std::uint64_t charge = chargeOf(over->second.bytes);
    m_bytes -= charge;
    const auto source = m_bySource.find(over->second.source);
    source->second.drop(charge);
    if (source->second.messages == 0) m_bySource.erase(source);
    if (isCarried(over->second.source)) m_carried.drop(charge);
    m_waiting.erase(over);
}

// Anew when another process has posted: what it took away is gone from the index too.
void InboxFolder::load() {
    if (!m_shared.isNews()) return;
    m_shared.look();
    m_waiting.clear();
    m_byTime.clear();
    m_byId.clear();
    m_bySource.clear();
    m_carried = {};
    m_bytes = m_live = 0;
    std::error_code ignored;
    for (const auto &inbox : fs::directory_iterator(m_folder, ignored)) {
        const auto raw = fromHex(inbox.path().filename().string());
        const auto digest = raw ? Digest::from(*raw) : std::nullopt;
        if (digest) loadInbox(*digest);
    }
}

// Two under one number, as writers left that knew nothing of each other, get one each.
void InboxFolder::loadInbox(const Digest &inbox) {
    std::vector<std::pair<fs::path, Waiting>> second;
    std::error_code unreadable;
    for (const auto &entry : fs::directory_iterator(folderOf(inbox), unreadable))
        if (const auto name = nameIn(entry.path())) {
            const Waiting one{name->came, sizeOf(entry.path()), name->id, name->source};
            if (!add({inbox, name->number}, one)) second.emplace_back(entry.path(), one);
        }
    for (auto &[path, one] : second) {
        const auto last = std::prev(m_waiting.upper_bound({inbox, UINT64_MAX}));
        const NoticePlace place{inbox, last->first.number + 1};
        std::error_code failed;
        fs::rename(path, fileOf(place, one), failed);
        if (!failed) add(place, std::move(one));
    }
}

bool InboxFolder::isAnyOver() const {
    return !m_byTime.empty() && m_clock.now() >= m_byTime.begin()->first + m_limits.life;
}

void InboxFolder::destroyPast() {
    while (isAnyOver()) {
        const auto over = m_waiting.find(m_byTime.begin()->second);
        std::error_code ignored;
        fs::remove(fileOf(over->first, over->second), ignored);
        fs::remove(folderOf(over->first.inbox), ignored); // when it is empty
        drop(over);
        m_byTime.erase(m_byTime.begin());
    }
}

void InboxFolder::catchUp() {
    if (!m_shared.isNews() && !isAnyOver()) return;
    const auto alone = m_shared.alone(); // what cannot be had (a full disk) hides no message
    load();
    destroyPast();
}

void InboxFolder::sweep() {
    const std::scoped_lock lock(m_mutex);
    catchUp();
}

Result<std::string> InboxFolder::sourceOf(const std::string &machine) {
    if (machine.empty()) return std::string(own);
    if (m_salt.empty()) {
        std::error_code ignored;
        fs::create_directories(m_folder, ignored);
        const fs::path file = m_folder / "salt";
        auto kept = readFile(file, saltSize);
        if (!kept || kept->size() != saltSize) {
            kept = Bytes(saltSize);
            SystemRandom().fill(*kept);
            APRICOT_TRY(writeFile(file, *kept));
        }
        m_salt = std::move(*kept);
    }
    const std::string hash = toHex(sha256({m_salt, viewOf(machine)}).view()).substr(0, 4);
    return machine.starts_with(carriedBy) ? relay + hash : hash;
}

Result<> InboxFolder::post(const SealKey &inbox, ByteView sealed, const std::string &machine) {
    const std::scoped_lock lock(m_mutex);
    APRICOT_TRY_ASSIGN(alone, m_shared.alone()); // so that a number is one message's
    load();
    destroyPast();
    const Digest digest = sha256(inbox.view());
    const Digest id = sha256(sealed);
    const auto waiting = messagesIn(digest);
    APRICOT_TRY_ASSIGN(source, sourceOf(machine));
    const std::uint64_t charge = chargeOf(sealed.size());
    std::uint64_t bytes = charge;
    Filled ofSource{charge, 1}, carried{charge, 1};
    for (const fs::path &path : waiting) {
        const auto name = nameIn(path);
        if (name && name->id == id) return {};
        const std::uint64_t more = chargeOf(sizeOf(path));
        bytes += more;
        if (name && isCarried(name->source)) carried.add(more);
        if (name && name->source == source) ofSource.add(more);
    }
    if (sealed.size() > m_limits.messageBytes || bytes > m_limits.bytesPerInbox
        || waiting.size() >= m_limits.messagesPerInbox)
        return inboxRefused(std::to_string(waiting.size()) + " wait");
    if (m_bytes + charge > m_limits.bytes || m_waiting.size() >= m_limits.messages)
        return inboxRefused("all inboxes together are full");
    const auto from = m_bySource.find(source);
    const Filled before = from == m_bySource.end() ? Filled() : from->second;
    if (source != own
        && (ofSource.bytes > m_limits.bytesOfSourceInInbox
            || ofSource.messages > m_limits.messagesOfSourceInInbox
            || before.bytes + charge > m_limits.bytesPerSource
            || before.messages >= m_limits.messagesPerSource))
        return inboxRefused("too much waits from this machine");
    if (isCarried(source)
        && (carried.bytes > m_limits.bytesCarriedInInbox
            || carried.messages > m_limits.messagesCarriedInInbox
            || m_carried.bytes + charge > m_limits.bytesCarried
            || m_carried.messages >= m_limits.messagesCarried))
        return inboxRefused("too much waits that was carried here");
    APRICOT_TRY(m_shared.tell());
    std::error_code ignored;
    fs::create_directories(folderOf(digest), ignored);
    const auto last = waiting.empty() ? std::nullopt : nameIn(waiting.back());
    const NoticePlace place{digest, last ? last->number + 1 : 1};
    Waiting one{m_clock.now(), sealed.size(), id, source};
    APRICOT_TRY(writeFile(fileOf(place, one), sealed));
    add(place, std::move(one));
    return {};
}

Result<std::vector<Bytes>> InboxFolder::fetch(const SealKey &inbox,
                                              const KnownMessage &known) const {
    std::vector<Bytes> out;
    for (const fs::path &path : messagesIn(sha256(inbox.view()))) {
        if (const auto name = nameIn(path); name && known && known(name->id)) continue;
        auto message = readFile(path, m_limits.messageBytes);
        if (std::error_code gone; !message && !fs::exists(path, gone)) continue; // its time is over
        if (!message) return message.error();
        out.push_back(std::move(*message));
    }
    return out;
}

Result<Notices> InboxFolder::notices(const StatePrefix &under, const NoticePlace &after) {
    Notices out;
    std::vector<fs::path> files;
    {
        const std::scoped_lock lock(m_mutex);
        catchUp();
        out.live = m_live;
        std::size_t bytes = 0;
        const NoticePlace first{under.path, 0};
        for (auto at = after < first ? m_waiting.lower_bound(first) : m_waiting.upper_bound(after);
             at != m_waiting.end() && isUnder(under, at->first.inbox); ++at) {
            const bool isInline = at->second.bytes <= inlineBody;
            bytes += 128 + (isInline ? at->second.bytes : 0);
            out.more = bytes > pageBytes || out.notices.size() == pageNotices;
            if (out.more) break;
            out.notices.push_back({at->first, at->second.id, at->second.bytes, {}});
            files.push_back(isInline ? fileOf(at->first, at->second) : fs::path());
        }
    }
    for (std::size_t i = 0; i < files.size(); ++i)
        if (!files[i].empty())
            if (auto body = readFile(files[i], inlineBody)) out.notices[i].body = std::move(*body);
    // Gone since, or empty: nobody misses it, except as the place where a page ends.
    return out;
}

Result<Bytes> InboxFolder::piece(const Digest &id, std::uint64_t offset) {
    fs::path file;
    std::uint64_t size = 0;
    {
        const std::scoped_lock lock(m_mutex);
        catchUp();
        const auto known = m_byId.find(id);
        if (known == m_byId.end()) return Bytes();
        const Waiting &of = m_waiting.at(known->second);
        file = fileOf(known->second, of);
        size = of.bytes;
    }
    if (offset >= size) return Bytes();
    const auto count = std::min<std::uint64_t>(pieceBytes, size - offset);
    auto out = readPart(file, offset, static_cast<std::size_t>(count));
    if (!out || out->size() < count) return Bytes(); // taken away, or cut, meanwhile
    return out;
}

} // namespace apricot
