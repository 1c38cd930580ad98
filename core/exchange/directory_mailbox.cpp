// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/directory_mailbox.h"

#include "base/file.h"
#include "crypto/hash.h"
#include "exchange/collect_request.h"
#include "ledger/state_keys.h"

#include <charconv>
#include <map>
#include <mutex>

namespace apricot {
namespace {

namespace fs = std::filesystem;

Error depositRefused(const char *why) {
    return fail(Code::MailboxRefusedDeposit, why);
}
Error collectionRefused(const char *why) {
    return fail(Code::CollectionRefused, why);
}

std::vector<fs::path> filesIn(const fs::path &folder, std::string_view extension) {
    std::vector<fs::path> out;
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator(folder, ignored))
        if (entry.path().extension() == extension) out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

std::uint64_t sizeOf(const fs::path &file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? 0 : size;
}

// The number that `text` begins with; 0 for none.
std::uint64_t numberIn(std::string_view text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

class DirectoryMailbox final : public Mailbox {
  public:
    DirectoryMailbox(fs::path folder, StateReader &ledger, const Clock &clock,
                     const MailboxLimits &limits)
        : m_folder(std::move(folder)), m_ledger(ledger), m_clock(clock), m_limits(limits) {}

    Result<> deposit(const Deposit &deposit) override {
        const auto grant = verifyPublicPart(deposit.publicPart);
        if (!grant) return depositRefused("not a genuine grant");
        if (grant->chainId != m_ledger.chainId())
            return depositRefused("a grant for another chain");
        if (m_clock.now() >= grant->expiry) return depositRefused("the grant has expired");
        if (deposit.mailboxHalf.size() != SymmetricKey::size)
            return depositRefused("half of the key");
        if (deposit.package.size() > m_limits.packageBytes) return depositRefused("too large");
        APRICOT_TRY_ASSIGN(clinic, m_ledger.standing(organisationKey(grant->audience)));
        if (!clinic) return depositRefused("the clinic is not on the ledger");
        APRICOT_TRY_ASSIGN(ended, isEnded(*grant));
        if (ended) return depositRefused("the grant has ended");
        const Files files = filesOf(deposit.locator);
        if (fs::exists(files.package)) return depositRefused("the locator is taken");
        // One package a grant, or one signature would fill the disk.
        const fs::path marker = markerOf(*grant);
        if (const auto other = readFile(marker, 64))
            if (const auto locator = Locator::from(*other);
                locator && fs::exists(filesOf(*locator).package))
                return depositRefused("the grant has its package");
        if (filesIn(m_folder / "packages", ".package").size() >= m_limits.packages)
            return depositRefused("the mailbox is full");
        // The package last: what is there is whole.
        APRICOT_TRY(writeFile(files.half, deposit.mailboxHalf));
        APRICOT_TRY(writeFile(files.grant, deposit.publicPart));
        APRICOT_TRY(writeFile(marker, deposit.locator.view()));
        return writeFile(files.package, deposit.package);
    }

    Result<Collected> collect(ByteView request) override {
        APRICOT_TRY_ASSIGN(asked, verifyCollectRequest(request));
        if (asked.time < m_clock.now() - collectWindow
            || asked.time > m_clock.now() + collectWindow)
            return collectionRefused("the request is not of this moment");
        const Files files = filesOf(asked.locator);
        const auto publicPart = readFile(files.grant, largestGrant);
        if (!publicPart || !fs::exists(files.package)) return notThere();
        APRICOT_TRY_ASSIGN(grant, decodePublicPart(*publicPart));

        APRICOT_TRY_ASSIGN(organisationValue,
                           m_ledger.standing(organisationKey(asked.organisation)));
        if (!organisationValue) return collectionRefused("unknown organisation");
        APRICOT_TRY_ASSIGN(organisation, decodeOrganisation(*organisationValue));
        if (organisation.status != OrganisationStatus::Active)
            return collectionRefused("the organisation is suspended");
        if (!std::binary_search(organisation.deskKeys.begin(), organisation.deskKeys.end(),
                                asked.desk))
            return collectionRefused("the desk key is not the organisation's");
        APRICOT_TRY_ASSIGN(redeemed, m_ledger.standing(grantKey(grant)));
        if (!redeemed) return collectionRefused("not redeemed");
        APRICOT_TRY_ASSIGN(state, decodeGrantState(*redeemed));
        if (state.organisation != asked.organisation)
            return collectionRefused("redeemed by another");
        APRICOT_TRY_ASSIGN(ended, isEnded(grant));
        if (ended) {
            destroy(files);
            std::error_code ignored;
            fs::remove(markerOf(grant), ignored);
            return notThere();
        }
        {
            const std::scoped_lock lock(m_mutex);
            if (++m_collections[asked.locator] > m_limits.collectionsPerUse * state.used)
                return collectionRefused("it was fetched often enough");
        }
        APRICOT_TRY_ASSIGN(package, readFile(files.package, m_limits.packageBytes));
        APRICOT_TRY_ASSIGN(half, readFile(files.half, SymmetricKey::size));
        SecretBytes secret = SecretBytes::take(half);
        auto key = SymmetricKey::from(secret.view());
        if (!key) return notThere();
        return Collected{std::move(package), std::move(*key)};
    }

    Result<std::size_t> sweep() override {
        std::size_t destroyed = 0;
        {
            // Nothing there ends within the hour.
            const std::scoped_lock lock(m_mutex);
            if (m_clock.now() >= m_inboxesSwept + 3600) m_inboxBytes = sweepInboxes();
        }
        for (const fs::path &path : filesIn(m_folder / "packages", ".grant")) {
            const auto locator = fromHex(path.stem().string());
            const auto named = locator ? Locator::from(*locator) : std::nullopt;
            if (!named) continue;
            const Files files = filesOf(*named);
            const auto publicPart = readFile(files.grant, largestGrant);
            const auto grant = publicPart ? decodePublicPart(*publicPart) : publicPart.error();
            if (grant.ok()) {
                APRICOT_TRY_ASSIGN(ended, isEnded(*grant));
                if (!ended) continue;
                std::error_code ignored;
                fs::remove(markerOf(*grant), ignored);
            }
            destroy(files); // also what nobody can read
            ++destroyed;
        }
        return destroyed;
    }

    Result<> post(const SealKey &inbox, ByteView sealed) override {
        const std::scoped_lock lock(m_mutex);
        const fs::path folder = inboxOf(inbox);
        const auto waiting = messagesIn(folder);
        std::uint64_t bytes = sealed.size();
        for (const fs::path &path : waiting) bytes += sizeOf(path);
        if (sealed.size() > m_limits.messageBytes || bytes > m_limits.bytesPerInbox
            || waiting.size() >= m_limits.messagesPerInbox)
            return inboxRefused(std::to_string(waiting.size()) + " wait");
        if (!m_inboxBytes) m_inboxBytes = sweepInboxes();
        if (*m_inboxBytes + sealed.size() > m_limits.inboxBytes)
            return inboxRefused("all inboxes together are full");
        std::error_code ignored;
        fs::create_directories(folder, ignored);
        // Named by number, so that they are fetched in order, and by the time they came.
        const std::uint64_t last =
            waiting.empty() ? 0 : numberIn(waiting.back().filename().string());
        std::string name = std::to_string(last + 1);
        name.insert(0, 12 - std::min<std::size_t>(12, name.size()), '0');
        name += '-' + std::to_string(m_clock.now()) + ".message";
        APRICOT_TRY(writeFile(folder / name, sealed));
        *m_inboxBytes += sealed.size();
        return {};
    }

    Result<std::vector<Bytes>> fetch(const SealKey &inbox) override {
        std::vector<Bytes> out;
        for (const fs::path &path : messagesIn(inboxOf(inbox))) {
            APRICOT_TRY_ASSIGN(message, readFile(path, m_limits.messageBytes));
            out.push_back(std::move(message));
        }
        return out;
    }

  private:
    static constexpr std::uint64_t largestGrant = 16384;
    struct Files {
        fs::path package, grant, half;
    };

    [[nodiscard]] Files filesOf(const Locator &locator) const {
        const std::string name = toHex(locator.view());
        return {m_folder / "packages" / (name + ".package"),
                m_folder / "packages" / (name + ".grant"), m_folder / "halves" / (name + ".half")};
    }

    // Says which package a grant has.
    [[nodiscard]] fs::path markerOf(const GrantPublic &grant) const {
        return m_folder / "grants"
               / toHex(sha256({grant.subject.view(), grant.signer.view(), grant.id.view()}).view());
    }

    [[nodiscard]] fs::path inboxOf(const SealKey &inbox) const {
        return m_folder / "inboxes" / toHex(sha256(inbox.view()).view());
    }

    // What waits, oldest first; what has waited too long is destroyed.
    [[nodiscard]] std::vector<fs::path> messagesIn(const fs::path &inbox) const {
        std::vector<fs::path> out = filesIn(inbox, ".message");
        std::erase_if(out, [this](const fs::path &path) {
            const std::string name = path.filename().string();
            const std::size_t mark = name.find('-');
            if (mark == std::string::npos) return false;
            const auto came =
                static_cast<UnixTime>(numberIn(std::string_view(name).substr(mark + 1)));
            if (m_clock.now() < came + m_limits.messageLife) return false;
            std::error_code ignored;
            fs::remove(path, ignored);
            return true;
        });
        return out;
    }

    // Their bytes after it.
    std::uint64_t sweepInboxes() {
        m_inboxesSwept = m_clock.now();
        std::uint64_t bytes = 0;
        std::error_code ignored;
        for (const auto &inbox : fs::directory_iterator(m_folder / "inboxes", ignored)) {
            const auto waiting = messagesIn(inbox.path());
            for (const fs::path &path : waiting) bytes += sizeOf(path);
            std::error_code notEmpty;
            if (waiting.empty()) fs::remove(inbox.path(), notEmpty);
        }
        return bytes;
    }

    static Error inboxRefused(std::string why) {
        return fail(Code::InboxRefusedMessage, std::move(why));
    }
    static Error notThere() { return fail(Code::PackageNotThere); }

    // Revoked, itself or through a delegation, or past its expiry and the grace.
    Result<bool> isEnded(const GrantPublic &grant) {
        if (m_clock.now() >= grant.expiry + m_limits.grace) return true;
        for (const VerifyKey &revoker : {grant.subject, grant.signer}) {
            APRICOT_TRY_ASSIGN(tombstone, m_ledger.standing(tombstoneKey(revoker, grant.id)));
            if (tombstone) return true;
        }
        for (const Bytes &delegation : grant.delegations) {
            APRICOT_TRY_ASSIGN(ended,
                               m_ledger.standing(delegationTombstoneKey(sha256(delegation))));
            if (ended) return true;
        }
        return false;
    }

    // The half of the key first: without it the package opens for nobody.
    static void destroy(const Files &files) {
        std::error_code ignored;
        if (fs::exists(files.half)) (void)writeFile(files.half, Bytes(SymmetricKey::size)).ok();
        fs::remove(files.half, ignored);
        fs::remove(files.package, ignored);
        fs::remove(files.grant, ignored);
    }

    fs::path m_folder;
    StateReader &m_ledger;
    const Clock &m_clock;
    MailboxLimits m_limits;
    std::mutex m_mutex;
    std::map<Locator, std::uint64_t> m_collections; // since this process began
    std::optional<std::uint64_t> m_inboxBytes;      // of all of them; unknown before the first
    UnixTime m_inboxesSwept = 0;
};

} // namespace

Result<std::unique_ptr<Mailbox>> openDirectoryMailbox(const fs::path &folder, StateReader &ledger,
                                                      const Clock &clock,
                                                      const MailboxLimits &limits) {
    for (const char *part : {"packages", "halves", "grants", "inboxes"}) {
        std::error_code ignored; // shows at the first write
        fs::create_directories(folder / part, ignored);
        fs::permissions(folder / part, fs::perms::owner_all, ignored);
    }
    return std::unique_ptr<Mailbox>(
        std::make_unique<DirectoryMailbox>(folder, ledger, clock, limits));
}

} // namespace apricot
