// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the grants of a kept ledger (tests/ledger/old) when a consortium goes on from it:
// a home is filled with more of them; its administrator plans the next rules; then every node is
// asked for every opening with its proof, and everything is redeemed that may be, and that may not.
#include "../ledger/kept.h"
#include "gateway/remote_ledger.h"
#include "ledger/block.h"
#include "ledger/grant_state.h"
#include "ledger/store_lmdb.h"
#include "scene.h"

namespace apricot::load {
namespace {

const OrganisationId clinic = kept::idOf<OrganisationId>(20);
const VerifyKey patient = verifyKeyOf(kept::keyOf(kept::Patient));
const VerifyKey daughter = verifyKeyOf(kept::keyOf(kept::Daughter));
const GrantId few = kept::idOf<GrantId>(30), many = kept::idOf<GrantId>(31),
              hers = kept::idOf<GrantId>(32);

struct Kept {
    SystemRandom random;
    SystemClock clock;
    int checked = 0, wrong = 0;

    void expect(bool good, const std::string &what) {
        ++checked;
        if (good) return;
        ++wrong;
        std::printf("WRONG: %s\n", what.c_str());
    }
    Bytes signedBy(std::uint8_t who, Action action) {
        return signTransaction(makeTransaction(kept::chainId, std::move(action), clock, random),
                               kept::keyOf(who));
    }
    // The redemption of a grant with this id, signed anew: the old form is not read any more.
    Bytes redeem(const GrantId &id, std::uint32_t uses, std::uint8_t by) {
        Grant out;
        out.open.id = id;
        out.open.audience = clinic;
        out.open.notBefore = clock.now() - 10;
        out.open.expiry = clock.now() + 900;
        out.open.uses = uses;
        out.open.level = out.closed.scope.level = 2;
        out.open.chainId = kept::chainId;
        out.closed.scope.kinds = 1;
        const auto made = signGrant(out, kept::keyOf(by));
        if (!made) std::abort();
        return signedBy(kept::Desk, Redeem{clinic, made->publicPart});
    }
    void answer(Ledger &ledger, const Bytes &transaction, Refusal wanted, const std::string &what) {
        const auto outcome = ledger.submit(transaction);
        expect(
            outcome && outcome->refusal == wanted,
            what + ": "
                + std::string(outcome ? nameOf(outcome->refusal) : nameOf(outcome.error().code)));
    }
    void openings(Ledger &ledger, const std::string &node, std::size_t fresh) {
        const Look look = lookInto(ledger);
        const auto names = redeemedGrants(patient, look);
        expect(names && names->size() == 2 + fresh && (*names)[0] == GrantName{patient, few}
                   && (*names)[1] == GrantName{patient, many},
               node + ": the patient's grants");
        const auto first = openingsOf(patient, {patient, few}, look);
        bool good = first && first->state && first->state->used == 3 && first->state->uses == 5;
        for (std::size_t n = 0; good && n < 3; ++n)
            good = first->openings[n]
                   && first->openings[n]->time == kept::start + 40 + 10 * UnixTime(n)
                   && first->openings[n]->desk == verifyKeyOf(kept::keyOf(kept::Desk));
        expect(good, node + ": three openings");
        const auto second = openingsOf(patient, {patient, many}, look);
        good = second && second->openings.size() == 20;
        for (std::size_t n = 0; good && n < 20; ++n)
            good = second->openings[n].has_value() == (n == 0 || n >= 4);
        expect(good, node + ": twenty openings, three of which were only counted");
        const auto third = openingsOf(daughter, {daughter, hers}, look);
        expect(third && third->state && third->state->used == 1 && third->state->uses == 1
                   && third->openings.size() == 1 && third->openings[0],
               node + ": the one that was used up");
        const auto ended = look(tombstoneKey(patient, many));
        expect(ended && ended->has_value(), node + ": the revocation");
    }
};

int plan(const std::vector<std::string> &words) {
    Kept kept;
    const gateway::Nodes nodes = connect(split(words[2]), words[1]);
    const auto outcome = nodes.front()->submit(
        kept.signedBy(kept::Admin, ScheduleRules{static_cast<std::uint32_t>(std::stoul(words[3])),
                                                 std::stoull(words[4])}));
    kept.expect(outcome && outcome->accepted(), "the plan was not accepted");
    return kept.wrong == 0 ? 0 : 1;
}

int proofs(const std::vector<std::string> &words) {
    Kept kept;
    const auto file = gateway::readConsortiumFile(words[1]);
    if (!file) return 2;
    std::size_t fresh = 0;
    for (std::size_t first = 0; first < file->nodes.size(); ++first) {
        // Each node is asked first; the others are its witnesses.
        std::vector<std::string> addresses;
        for (std::size_t i = 0; i < file->nodes.size(); ++i)
            addresses.push_back(file->nodes[(first + i) % file->nodes.size()].address);
        const gateway::Nodes nodes = connect(addresses, file->authority);
        auto ledger = gateway::ConsortiumLedger::open(*file, nodes, nullptr, kept.clock);
        if (!ledger) return 2;
        const std::string &name = addresses.front();
        kept.openings(**ledger, name, fresh);
        kept.answer(**ledger, kept.redeem(hers, 1, kept::Daughter), Refusal::GrantUsedUp, name);
        kept.answer(**ledger, kept.redeem(few, 3, kept::Patient), Refusal::GrantUsedUp, name);
        kept.answer(**ledger, kept.redeem(many, 40, kept::Patient), Refusal::GrantRevoked, name);
        const auto id = randomFixed<GrantId>(kept.random);
        kept.answer(**ledger, kept.redeem(id, 1, kept::Patient), Refusal::None, name);
        kept.answer(**ledger, kept.redeem(id, 1, kept::Patient), Refusal::GrantUsedUp, name);
        ++fresh;
    }
    std::printf("%d checked, %d wrong\n", kept.checked, kept.wrong);
    return kept.wrong == 0 ? 0 : 1;
}

// Many more grants of version 2 into a home, so that bringing them takes several blocks.
int fill(const std::vector<std::string> &words) {
    SeededRandom random{9};
    std::vector<VerifyKey> subjects;
    const auto count = static_cast<std::uint32_t>(std::stoul(words[2]));
    const Writes old = kept::oldGrants(count, subjects, random);
    const auto store = openLmdbStore(words[1], {});
    if (!store) return 1;
    const auto build = [&](const CommittedState &state) -> Result<std::optional<Block>> {
        APRICOT_TRY_ASSIGN(height, state.height());
        const BlockContext context{kept::chainId, height + 1, kept::start + 400, true};
        APRICOT_TRY_ASSIGN(built, buildAgreedBlock(state, context, old, {}, {}));
        return std::move(built.block);
    };
    return (*store)->write(build) ? 0 : 1;
}

} // namespace

int keptGrants(const std::vector<std::string> &words) {
    if (words.size() == 3 && words[0] == "fill") return fill(words);
    if (words.size() == 5 && words[0] == "plan") return plan(words);
    if (words.size() == 2 && words[0] == "proofs") return proofs(words);
    return 2;
}

} // namespace apricot::load
