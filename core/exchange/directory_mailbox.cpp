// SPDX-License-Identifier: GPL-3.0-or-later
// packages/LOCATOR.package, and LOCATOR.grant: when it came (8 bytes, big-endian) | the grant's
// public part.
#include "exchange/directory_mailbox.h"

#include "base/file.h"
#include "crypto/hash.h"
#include "exchange/desk_requests.h"
#include "exchange/shared_folder.h"
#include "ledger/node_state.h"

#include <map>
#include <mutex>
#include <set>

namespace apricot {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t timeSize = 8;
constexpr std::uint64_t largestGrant = 16384;
constexpr UnixTime onItsWay = 3600; // seconds in which a package follows its grant
constexpr std::size_t looksPerSweep = 1000, tombstonesPerSweep = 200;

Error depositRefused(const char *why) {
    return fail(ErrorCode::MailboxRefusedDeposit, why);
}
// Whatever is tried later, it stays so.
Error ofEndedGrant(const char *why) {
    return fail(ErrorCode::PackageOfEndedGrant, why);
}
Error notThere() {
    return fail(ErrorCode::PackageNotThere);
}

// What waits and bytes of it, of one audience or source.
struct Portion {
    std::size_t packages = 0;
    std::uint64_t bytes = 0;
};

// All that is asked of a package while it waits, so that no file is read again for it.
struct Waiting {
    GrantPublic grant;
    std::uint64_t bytes = 0;
    UnixTime came = 0, look = 0; // `look`: when the clock may end it
    std::string signer, machine; // sources; no machine: this one, or before this process began
};

struct KeptGrant {
    UnixTime came = 0;
    Bytes publicPart;
};

class DirectoryMailbox final : public Mailbox {
  public:
    DirectoryMailbox(fs::path folder, StateReader &ledger, const Clock &clock,
                     const MailboxLimits &limits, std::unique_ptr<HostKeys> keys)
        : m_folder(std::move(folder)), m_ledger(ledger), m_clock(clock), m_limits(limits),
          m_keys(std::move(keys)), m_requests(ledger, clock, m_keys->id(), m_folder / "answered"),
          m_inboxes(m_folder / "inboxes", clock, limits.inboxes), m_shared(m_folder / "packages") {
        catchUp();
    }

    Result<std::vector<HostFacts>> hosts() override {
        APRICOT_TRY_ASSIGN(keys, m_keys->turn());
        return std::vector{HostFacts{m_keys->id(), std::move(keys)}};
    }

    Result<> deposit(const Deposit &deposit) override {
        if (deposit.package.size() > m_limits.packageBytes) return depositRefused("too large");
        if (deposit.publicPart.size() > largestGrant - timeSize)
            return depositRefused("not a genuine grant");
        const auto grant = verifyPublicPart(deposit.publicPart);
        if (!grant) return depositRefused("not a genuine grant");
        if (deposit.host != m_keys->id() || !isSignedBy(deposit, grant->signer))
            return fail(ErrorCode::DepositForged);
        APRICOT_TRY(m_keys->check());
        if (grant->chainId != m_ledger.chainId())
            return depositRefused("a grant for another chain");
        if (m_clock.now() >= grant->expiry) return ofEndedGrant("it has expired");
        APRICOT_TRY_ASSIGN(clinic, m_ledger.standing(organisationKey(grant->audience)));
        if (!clinic) return depositRefused("the clinic is not on the ledger");
        APRICOT_TRY_ASSIGN(serves, servesAs(grant->audience));
        if (!serves) return depositRefused("this node does not act for the clinic");
        Waiting waiting = waitingFor(*grant, deposit.package.size(), m_clock.now());
        waiting.machine = deposit.source;
        APRICOT_TRY_ASSIGN(ended, isEnded(waiting.grant));
        if (ended) return ofEndedGrant("it was ended");

        const std::scoped_lock lock(m_mutex);
        APRICOT_TRY_ASSIGN(alone, m_shared.alone());
        load(); // what others left counts
        const Files files = filesOf(deposit.locator);
        std::error_code unreadable;
        if (fs::exists(files.package, unreadable)) return again(deposit, files);
        // One package a grant, or one signature would fill the disk.
        if (m_grants.contains(grantKey(waiting.grant)))
            return depositRefused("the grant has its package");
        if (const char *full = fullFor(waiting)) return depositRefused(full);
        Bytes kept;
        append(kept, bigEndian<timeSize>(static_cast<std::uint64_t>(waiting.came)));
        append(kept, deposit.publicPart);
        APRICOT_TRY(m_shared.tell());
        // The package last: what is there is whole.
        APRICOT_TRY(writeFile(files.grant, kept));
        if (const auto written = writeFile(files.package, deposit.package); !written) {
            destroy(files);
            return written.error();
        }
        note(deposit.locator, std::move(waiting));
        return {};
    }

    Result<Bytes> collect(ByteView request, const CheckPackage &check) override {
        APRICOT_TRY_ASSIGN(admitted, m_requests.admit(request));
        const auto &wanted = admitted.request.package;
        if (!wanted) return DeskRequests::refused("no package is asked for");
        APRICOT_TRY(m_keys->check()); // else a use would be spent for what then stays closed
        lookFor(*wanted);
        const auto waiting = waitingAt(*wanted);
        if (!waiting) return notThere();
        const auto opened = m_requests.mayOpen(waiting->grant, admitted);
        if (!opened) {
            // Told apart only to whoever redeemed it.
            APRICOT_TRY_ASSIGN(by, redeemed(m_ledger, waiting->grant));
            APRICOT_TRY_ASSIGN(ended, isEnded(waiting->grant));
            if (!ended || !by || by->organisation != admitted.organisation.id)
                return opened.error();
            drop(*wanted);
            return notThere();
        }
        APRICOT_TRY(m_requests.spend(admitted.request));
        APRICOT_TRY_ASSIGN(file, readFile(filesOf(*wanted).package, m_limits.packageBytes));
        if (check) APRICOT_TRY(check(file));
        return file;
    }

    Released release(const std::vector<Bytes> &requests) override {
        Released out;
        for (std::size_t i = 0; i < requests.size(); ++i) {
            auto share = releaseShare(m_requests, *m_keys, requests[i]);
            if (share)
                out.answers.push_back({i, std::move(*share)});
            else if (!out.failure)
                out.failure = share.error();
        }
        return out;
    }

    Result<std::size_t> sweep() override {
        m_inboxes.sweep();
        {
            const std::scoped_lock lock(m_mutex);
            catchUp();
        }
        std::size_t destroyed = 0;
        for (const Locator &locator : toLookAt()) {
            APRICOT_TRY_ASSIGN(until, standsUntil(locator));
            if (until > m_clock.now()) {
                lookAgain(locator, until);
                continue;
            }
            drop(locator);
            ++destroyed;
        }
        return destroyed;
    }

    Result<> post(const SealKey &inbox, ByteView sealed, const std::string &source) override {
        return m_inboxes.post(inbox, sealed, source);
    }
    Result<> fetchEach(const SealKey &inbox, const KnownMessage &known,
                       const TakeMessage &take) override {
        APRICOT_TRY_ASSIGN(messages, m_inboxes.fetch(inbox, known));
        for (Bytes &message : messages) APRICOT_TRY(take(std::move(message)));
        return {};
    }
    Result<Notices> notices(const StatePrefix &under, const NoticePlace &after) override {
        return m_inboxes.notices(under, after);
    }
    Result<Bytes> piece(const Digest &id, std::uint64_t offset) override {
        return m_inboxes.piece(id, offset);
    }

  private:
    struct Files {
        fs::path package, grant;
    };
    [[nodiscard]] Files filesOf(const Locator &locator) const {
        const std::string name = toHex(locator.view());
        return {m_folder / "packages" / (name + ".package"),
                m_folder / "packages" / (name + ".grant")};
    }
    static void destroy(const Files &files) {
        std::error_code ignored;
        fs::remove(files.package, ignored);
        fs::remove(files.grant, ignored);
    }
    static std::optional<KeptGrant> keptIn(const fs::path &file) {
        const auto bytes = readFile(file, largestGrant);
        if (!bytes || bytes->size() <= timeSize) return std::nullopt;
        KeptGrant out;
        out.came = static_cast<UnixTime>(fromBigEndian(ByteView(*bytes).first(timeSize)));
        out.publicPart.assign(bytes->begin() + timeSize, bytes->end());
        return out;
    }

    // The same deposit twice is one: an answer may have been lost.
    static Result<> again(const Deposit &deposit, const Files &files) {
        const auto kept = keptIn(files.grant);
        const auto package = readFile(files.package, deposit.package.size());
        if (kept && package && kept->publicPart == deposit.publicPart
            && *package == deposit.package)
            return {};
        return depositRefused("the locator is taken");
    }

    // Where the state names nodes, each takes what is for those that it acts for. Where it names
    // none, there is no saying whose a mailbox is.
    Result<bool> servesAs(const OrganisationId &audience) {
        APRICOT_TRY_ASSIGN(named, m_ledger.standing(nodeIndexKey()));
        if (!named) return true;
        APRICOT_TRY_ASSIGN(own, m_ledger.standing(nodeKey(m_keys->id())));
        if (!own) return false;
        APRICOT_TRY_ASSIGN(node, decodeNode(*own));
        return node.status == NodeStatus::Active
               && apricot::servesAs(node.operatedBy, node.actsFor, audience);
    }

    Result<bool> isEnded(const GrantPublic &grant) {
        APRICOT_TRY_ASSIGN(ending, endingOf(grant, lookInto(m_ledger)));
        return ending.why != Refusal::None;
    }

    [[nodiscard]] Waiting waitingFor(const GrantPublic &grant, std::uint64_t bytes,
                                     UnixTime came) const {
        Waiting out{grant, bytes, came, 0, {}, {}};
        out.look = std::min(grant.expiry, came + m_limits.unredeemedLife);
        out.signer = toHex(grant.signer.view());
        return out;
    }
    // Another process may have left it there, or dropped it: a host and who works in its folder
    // are several.
    void lookFor(const Locator &locator) {
        const std::scoped_lock lock(m_mutex);
        std::error_code unreadable;
        if (m_waiting.contains(locator) && !fs::exists(filesOf(locator).package, unreadable))
            forget(locator);
        catchUp();
    }
    // Under m_mutex; `load` alone.
    void catchUp() {
        if (!m_shared.isNews()) return;
        const auto alone = m_shared.alone(); // what cannot be had (a full disk) hides no package
        load();
    }
    void load() {
        if (!m_shared.isNews()) return;
        m_shared.look();
        std::set<Locator> gone;
        for (const auto &[locator, waiting] : m_waiting) gone.insert(locator);
        std::error_code ignored;
        std::vector<fs::path> fresh;
        for (const auto &entry : fs::directory_iterator(m_folder / "packages", ignored))
            if (const auto locator = locatorOf(entry.path());
                locator && entry.path().extension() == ".grant" && gone.erase(*locator) == 0)
                fresh.push_back(entry.path());
        for (const Locator &locator : gone) forget(locator);
        for (const fs::path &file : fresh) found(file);
    }
    static std::optional<Locator> locatorOf(const fs::path &file) {
        const auto raw = fromHex(file.stem().string());
        return raw ? Locator::from(*raw) : std::nullopt;
    }
    std::optional<Waiting> waitingAt(const Locator &locator) {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_waiting.find(locator);
        return found == m_waiting.end() ? std::nullopt : std::optional(found->second);
    }

    // Nothing when there is room.
    [[nodiscard]] const char *fullFor(const Waiting &waiting) const {
        const auto over = [&](const Portion &portion, std::size_t packages, std::uint64_t bytes) {
            return portion.packages >= packages || portion.bytes + waiting.bytes > bytes;
        };
        const auto of = [](const auto &map, const auto &key) {
            const auto found = map.find(key);
            return found == map.end() ? Portion{} : found->second;
        };
        if (over(m_all, m_limits.packages, m_limits.bytes)) return "the mailbox is full";
        if (over(of(m_byAudience, waiting.grant.audience), m_limits.packagesPerAudience,
                 m_limits.bytesPerAudience))
            return "the clinic's mailbox is full";
        for (const std::string &source : {waiting.signer, waiting.machine})
            if (!source.empty()
                && over(of(m_bySource, source), m_limits.packagesPerSource,
                        m_limits.bytesPerSource))
                return "too much waits from this source";
        return nullptr;
    }

    // The index. Under m_mutex.
    void note(const Locator &locator, Waiting waiting) {
        const auto add = [&](Portion &portion) {
            ++portion.packages;
            portion.bytes += waiting.bytes;
        };
        add(m_all);
        add(m_byAudience[waiting.grant.audience]);
        add(m_bySource[waiting.signer]);
        if (!waiting.machine.empty()) add(m_bySource[waiting.machine]);
        m_grants.insert(grantKey(waiting.grant));
        m_due.emplace(waiting.look, locator);
        m_waiting.insert_or_assign(locator, std::move(waiting));
    }
    void found(const fs::path &grantFile) {
        const auto locator = locatorOf(grantFile);
        if (!locator) return;
        const Files files = filesOf(*locator);
        const auto kept = keptIn(files.grant);
        const auto grant =
            kept ? decodePublicPart(kept->publicPart) : Result<GrantPublic>(notThere());
        std::error_code missing;
        const auto bytes = fs::file_size(files.package, missing);
        if (missing && kept && m_clock.now() < kept->came + onItsWay) return;
        if (!grant || missing) return destroy(files); // what nobody can have
        note(*locator, waitingFor(*grant, bytes, kept->came));
    }
    void drop(const Locator &locator) {
        const std::scoped_lock lock(m_mutex);
        {
            const auto alone = m_shared.alone();
            if (!m_shared.tell()) m_shared.look(); // the others see it when they collect it
            destroy(filesOf(locator));
        }
        forget(locator);
    }
    void forget(const Locator &locator) {
        const auto found = m_waiting.find(locator);
        if (found == m_waiting.end()) return;
        const Waiting &waiting = found->second;
        const auto less = [&](auto &map, const auto &key) {
            const auto portion = map.find(key);
            if (portion == map.end()) return;
            portion->second.bytes -= waiting.bytes;
            if (--portion->second.packages == 0) map.erase(portion);
        };
        --m_all.packages;
        m_all.bytes -= waiting.bytes;
        less(m_byAudience, waiting.grant.audience);
        less(m_bySource, waiting.signer);
        less(m_bySource, waiting.machine);
        m_grants.erase(grantKey(waiting.grant));
        m_due.erase({waiting.look, locator});
        m_waiting.erase(found);
    }
    void lookAgain(const Locator &locator, UnixTime at) {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_waiting.find(locator);
        if (found == m_waiting.end()) return;
        m_due.erase({found->second.look, locator});
        found->second.look = at;
        m_due.emplace(at, locator);
    }

    // What the clock may have ended, and a few more, in turn, that may have been revoked.
    std::vector<Locator> toLookAt() {
        const std::scoped_lock lock(m_mutex);
        std::vector<Locator> out;
        for (auto it = m_due.begin();
             it != m_due.end() && it->first <= m_clock.now() && out.size() < looksPerSweep; ++it)
            out.push_back(it->second);
        auto next = m_waiting.upper_bound(m_lastLooked);
        for (std::size_t i = 0; i < std::min(tombstonesPerSweep, m_waiting.size()); ++i) {
            if (next == m_waiting.end()) next = m_waiting.begin();
            m_lastLooked = next->first;
            if (next->second.look > m_clock.now()) out.push_back(next->first);
            ++next;
        }
        return out;
    }

    // Until when a package may wait; 0: it has ended.
    Result<UnixTime> standsUntil(const Locator &locator) {
        const auto waiting = waitingAt(locator);
        if (!waiting) return UnixTime{0};
        APRICOT_TRY_ASSIGN(ended, isEnded(waiting->grant));
        if (ended) return UnixTime{0};
        APRICOT_TRY_ASSIGN(opened, redeemed(m_ledger, waiting->grant));
        if (!opened)
            return std::min(waiting->grant.expiry, waiting->came + m_limits.unredeemedLife);
        const UnixTime collected = opened->latest + openFor;
        return opened->used < opened->uses ? std::max(waiting->grant.expiry, collected) : collected;
    }

    fs::path m_folder;
    StateReader &m_ledger;
    const Clock &m_clock;
    MailboxLimits m_limits;
    std::unique_ptr<HostKeys> m_keys;
    DeskRequests m_requests;
    InboxFolder m_inboxes;
    SharedFolder m_shared; // packages
    std::mutex m_mutex;
    std::map<Locator, Waiting> m_waiting;
    std::set<Bytes> m_grants; // by the key of its redemptions
    std::set<std::pair<UnixTime, Locator>> m_due;
    std::map<OrganisationId, Portion> m_byAudience;
    std::map<std::string, Portion> m_bySource;
    Portion m_all;
    Locator m_lastLooked;
};

} // namespace

Result<std::unique_ptr<Mailbox>> openDirectoryMailbox(const fs::path &folder, StateReader &ledger,
                                                      const Clock &clock,
                                                      const MailboxLimits &limits,
                                                      const fs::path &keys, const Clock *turning) {
    for (const char *part : {"packages", "inboxes"}) {
        std::error_code problem, ignored; // else it shows at the first write
        fs::create_directories(folder / part, problem);
        if (!fs::is_directory(folder / part, ignored))
            return fileUnwritable(folder / part, problem.message());
        fs::permissions(folder / part, fs::perms::owner_all, ignored);
    }
    APRICOT_TRY_ASSIGN(host, HostKeys::ofMailbox(folder, keys.empty() ? hostKeysIn(folder) : keys,
                                                 turning != nullptr ? *turning : clock));
    return std::unique_ptr<Mailbox>(
        std::make_unique<DirectoryMailbox>(folder, ledger, clock, limits, std::move(host)));
}

} // namespace apricot
