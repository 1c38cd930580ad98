// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/remote_mailbox.h"

#include "base/chance.h"
#include "base/waits.h"
#include "crypto/hash.h"
#include "gateway/buckets.h"

#include <algorithm>
#include <bit>
#include <future>
#include <set>
#include <thread>

namespace apricot::gateway {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds pause{700};
// For who a node is and for a share: a silent one costs so much, once.
constexpr milliseconds patience{5000};
// For so long nobody is asked again who it is, so that it is once in an act.
constexpr std::chrono::seconds metFor{10};

Bytes withKey(const SealKey &inbox, ByteView sealed) {
    Bytes out(inbox.view().begin(), inbox.view().end());
    append(out, sealed);
    return out;
}

constexpr std::size_t copies = 2;               // of a message, at so many operators
constexpr std::chrono::minutes measuredFor{10}; // how many inboxes there are
constexpr std::size_t mostPages = 128;          // of notices, from one node
constexpr std::uint64_t slowestBytes = 131;     // of a message, in a millisecond

} // namespace

Result<std::vector<HostFacts>> RemoteMailbox::hosts() {
    {
        const std::scoped_lock lock(m_mutex);
        if (m_met && steady_clock::now() < *m_met + metFor) return m_hosts;
    }
    std::vector<std::future<Result<HostFacts>>> asked;
    for (const auto &node : m_nodes)
        asked.push_back(std::async(std::launch::async, [&node]() -> Result<HostFacts> {
            APRICOT_TRY_ASSIGN(body, node->get("/v1/shares", patience));
            return decodeHost(body);
        }));
    std::vector<HostFacts> out;
    std::optional<Error> failure;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        auto answer = waited(asked[i]);
        if (!answer) {
            if (!failure) failure = answer.error();
            continue;
        }
        const std::scoped_lock lock(m_mutex);
        auto &known = m_known[answer->id];
        if (std::ranges::find(known, m_nodes[i].get()) == known.end())
            known.push_back(m_nodes[i].get());
        out.push_back(std::move(*answer));
    }
    if (out.empty()) return failure ? *failure : noNode("no node is known");
    const std::scoped_lock lock(m_mutex);
    m_met = steady_clock::now();
    m_hosts = out;
    return out;
}

Error RemoteMailbox::noNode(std::string which) {
    return fail(ErrorCode::HostNotThere, std::move(which));
}

std::vector<Node *> RemoteMailbox::knownAs(const VerifyKey &host) {
    const std::scoped_lock lock(m_mutex);
    const auto known = m_known.find(host);
    return known == m_known.end() ? std::vector<Node *>() : known->second;
}

// Once for all of them: whoever is silent is not waited for again.
Result<> RemoteMailbox::meet(const std::vector<VerifyKey> &wanted) {
    const bool all =
        std::ranges::none_of(wanted, [this](const auto &host) { return knownAs(host).empty(); });
    if (all) return {};
    APRICOT_TRY(hosts());
    return {};
}

Result<> RemoteMailbox::deposit(const Deposit &deposit) {
    APRICOT_TRY(meet({deposit.host}));
    const Bytes message = encode(deposit);
    Error failure = noNode(toHex(deposit.host.view()));
    for (Node *node : knownAs(deposit.host)) {
        const auto answer = node->post("/v1/packages", message);
        if (answer) return {};
        failure = answer.error();
    }
    return failure;
}

// A node that does not see the redemption, or not yet, is asked again for a while.
Result<Bytes> RemoteMailbox::ask(Node &node, const char *path, ByteView request,
                                 milliseconds within, milliseconds behind) {
    for (const auto end = steady_clock::now() + behind;;) {
        auto answer = node.post(path, Bytes(request.begin(), request.end()), within);
        if (answer || answer.error().code != ErrorCode::CollectionRefused
            || steady_clock::now() + pause > end)
            return answer;
        std::this_thread::sleep_for(pause);
    }
}

Result<Bytes> RemoteMailbox::collect(ByteView request, const CheckPackage &check) {
    return collected(request, check, m_behind);
}

Result<Bytes> RemoteMailbox::collectAtOnce(ByteView request, const CheckPackage &check) {
    return collected(request, check, {});
}

Result<Bytes> RemoteMailbox::collected(ByteView request, const CheckPackage &check,
                                       milliseconds behind) {
    APRICOT_TRY_ASSIGN(asked, verifyCollectRequest(request));
    APRICOT_TRY(meet({asked.host}));
    Error failure = noNode(toHex(asked.host.view()));
    for (Node *node : knownAs(asked.host)) {
        auto answer = ask(*node, "/v1/packages/collect", request, {}, behind);
        const auto fits = answer && check ? check(*answer) : Result<>();
        if (answer && fits) return answer;
        failure = answer ? fits.error() : answer.error();
    }
    return failure;
}

Released RemoteMailbox::release(const std::vector<Bytes> &requests) {
    Released out;
    std::vector<VerifyKey> hosts(requests.size());
    for (std::size_t i = 0; i < requests.size(); ++i)
        if (const auto request = verifyCollectRequest(requests[i])) hosts[i] = request->host;
    if (const auto met = meet(hosts); !met) return {{}, met.error()};
    std::vector<std::pair<std::size_t, std::future<Result<Bytes>>>> asked;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const auto nodes = knownAs(hosts[i]);
        if (nodes.empty() && !out.failure) out.failure = noNode(toHex(hosts[i].view()));
        for (Node *node : nodes)
            asked.emplace_back(i,
                               std::async(std::launch::async, [this, node, &bytes = requests[i]] {
                                   return ask(*node, "/v1/shares", bytes, patience, m_behind);
                               }));
    }
    for (auto &[request, future] : asked) {
        auto answer = waited(future);
        if (answer)
            out.answers.push_back({request, std::move(*answer)});
        else if (!out.failure || answer.error().code == ErrorCode::CollectionRefused)
            out.failure = answer.error(); // why one refused says more than that one is missing
    }
    return out;
}

Result<> RemoteMailbox::post(const SealKey &inbox, ByteView sealed,
                             const std::string & /*the node sees it*/) {
    const std::vector<std::size_t> order = shuffled(m_nodes.size(), m_random);
    std::set<std::string> taken;
    std::optional<Error> failure;
    for (const std::size_t i : order) {
        if (taken.size() == copies) break;
        if (taken.contains(m_nodes[i]->operatedBy())) continue;
        const auto done = m_nodes[i]->post("/v1/inbox", withKey(inbox, sealed));
        if (done)
            taken.insert(m_nodes[i]->operatedBy());
        else if (!failure)
            failure = done.error();
    }
    if (taken.empty()) return failure ? *failure : noNode("no node is known");
    return {};
}

// What a node says of its inboxes nobody proves: it counts only to ask for more.
Result<std::size_t> RemoteMailbox::inboxBits() {
    {
        const std::scoped_lock lock(m_mutex);
        if (m_inboxBits && steady_clock::now() < m_measured + measuredFor) return *m_inboxBits;
    }
    std::size_t bits = 0;
    if (m_stateBits) {
        APRICOT_TRY_ASSIGN(proven, m_stateBits());
        bits = proven;
    }
    std::set<std::string> operators;
    std::set<std::string> answered;
    for (const auto &node : m_nodes) operators.insert(node->operatedBy());
    for (std::size_t i = 0; i < m_nodes.size() && bits > 0; ++i) {
        const auto anywhere = prefixOf(randomFixed<Digest>(m_random), mostPrefixBits);
        const auto page = m_nodes[i]->notices(anywhere, {});
        if (!page) continue;
        answered.insert(m_nodes[i]->operatedBy());
        bits = std::min<std::size_t>(bits, page->live < 2 * measuredBucket
                                               ? 0
                                               : std::bit_width(page->live / measuredBucket) - 1);
    }
    if (answered.size() < std::min<std::size_t>(2, operators.size())) bits = 0;
    const std::scoped_lock lock(m_mutex);
    m_inboxBits = bits;
    m_measured = steady_clock::now();
    return bits;
}

Result<std::vector<InboxNotice>> RemoteMailbox::noticesOf(Node &node, const Digest &inbox,
                                                          std::size_t bits) const {
    const auto end = steady_clock::now() + m_patience.part;
    for (;; --bits) {
        const StatePrefix under = prefixOf(inbox, bits);
        std::vector<InboxNotice> out;
        std::size_t inboxes = 0;
        std::uint64_t bytes = 0;
        NoticePlace last;
        for (std::size_t pages = 0;; ++pages) {
            if (pages == mostPages) return messageMalformed("too many notices, " + node.name());
            if (steady_clock::now() >= end) return nodeBusy(node.name() + ": too slow");
            APRICOT_TRY_ASSIGN(page, node.notices(under, last));
            for (InboxNotice &one : page.notices) {
                if (inboxes == 0 || one.place.inbox != last.inbox) ++inboxes;
                last = one.place;
                if (last.inbox != inbox) continue;
                bytes += one.bytes;
                if (out.size() == mostInInbox || bytes > mostBytesInInbox)
                    return messageMalformed("more than an inbox holds, " + node.name());
                out.push_back(std::move(one));
            }
            if (!page.more) break;
        }
        if (inboxes >= leastBucket || bits == 0) return out;
    }
}

std::optional<Bytes> RemoteMailbox::nextOf(Part &part) const {
    InboxNotice &one = part.notices[part.next];
    if (one.body.size() == one.bytes) return std::move(one.body);
    const auto begun = steady_clock::now();
    auto message = part.node->message(
        one.id, one.bytes, begun + m_patience.message + milliseconds(one.bytes / slowestBytes));
    part.taken += steady_clock::now() - begun;
    return message ? std::optional(std::move(*message)) : std::nullopt;
}

Result<> RemoteMailbox::fetchEach(const SealKey &inbox, const KnownMessage &known,
                                  const TakeMessage &take) {
    const Digest hash = sha256(inbox.view());
    APRICOT_TRY_ASSIGN(bits, inboxBits());
    std::vector<Part> parts;
    std::optional<Error> failure;
    for (const std::size_t i : shuffled(m_nodes.size(), m_random)) {
        const auto begun = steady_clock::now();
        auto notices = noticesOf(*m_nodes[i], hash, bits);
        if (notices)
            parts.push_back(
                {m_nodes[i].get(), std::move(*notices), 0, steady_clock::now() - begun});
        else
            failure = notices.error();
    }
    if (parts.empty()) return failure ? *failure : noNode("no node is known");
    // One that did not come: another may have it, or it is there the next time.
    std::set<Digest> brought;
    for (;;) {
        Part *part = nullptr;
        for (Part &one : parts) {
            while (one.next < one.notices.size()) {
                const Digest &id = one.notices[one.next].id;
                if (!brought.contains(id) && !(known && known(id))) break;
                ++one.next;
            }
            if (one.next < one.notices.size() && one.taken < m_patience.part
                && (part == nullptr || one.taken < part->taken))
                part = &one;
        }
        if (part == nullptr) return {};
        const Digest id = part->notices[part->next].id;
        auto message = nextOf(*part);
        ++part->next;
        if (!message) continue;
        brought.insert(id);
        APRICOT_TRY(take(std::move(*message)));
    }
}

} // namespace apricot::gateway
