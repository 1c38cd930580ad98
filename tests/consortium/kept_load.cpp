// SPDX-License-Identifier: GPL-3.0-or-later
// A consortium that goes on from the ledger kept of version 2 of the rules (tests/ledger/old): the
// load that both versions accept, and what must hold of its grants afterwards.
#include "../ledger/kept.h"
#include "comet/checkpoint.h"
#include "gateway/remote_ledger.h"
#include "ledger/grant_state.h"
#include "ledger/store_lmdb.h"
#include "scene.h"

#include <atomic>
#include <thread>

namespace apricot::load {
namespace {

const OrganisationId keptClinic = kept::idOf<OrganisationId>(20);

struct KeptScene : Scene {
    KeptScene() : Scene(kept::chainId) {
        clinic = keptClinic;
        desk = kept::keyOf(kept::Desk);
    }
    Bytes signedNow(const SigningKey &by, Action action) {
        clock.set(SystemClock().now());
        return signedBy(by, std::move(action));
    }
    // The patient's own, made anew under an old number: it counts where the old one counted.
    Bytes redeemOf(const GrantId &id, std::uint32_t uses) {
        clock.set(SystemClock().now());
        patient = kept::keyOf(kept::Patient);
        Grant made = grant(uses);
        made.open.id = id;
        return redeem(publicPart(made));
    }
};

std::string said(const Result<Outcome> &outcome) {
    if (!outcome) return std::string(nameOf(outcome.error().code));
    return outcome->accepted() ? "Accepted" : std::string(nameOf(outcome->refusal));
}

} // namespace

// Its height and the root of its state, for the genesis file of the engines that go on from it.
int keptUnpack(const std::vector<std::string> &words) {
    if (words.size() < 2) return 2;
    const kept::Folder folder("consortium_2");
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::error_code failed;
        std::filesystem::create_directories(words[i], failed);
        std::filesystem::copy_file(folder.path() / "data.mdb", words[i] + "/data.mdb", failed);
        if (failed) return 1;
    }
    const auto store = openLmdbStore(folder.path(), {});
    if (!store) return 1;
    const auto shown = (*store)->read([](const CommittedState &state) -> Result<> {
        APRICOT_TRY_ASSIGN(height, state.height());
        APRICOT_TRY_ASSIGN(block, state.block(height));
        APRICOT_TRY_ASSIGN(header, decodeHeader(block.value().header));
        std::printf("%llu %s\n", static_cast<unsigned long long>(height),
                    toHex(header.stateRoot.view()).c_str());
        return {};
    });
    return shown ? 0 : 1;
}

// Ends of grants and anchors of records at every node, until the file is there.
int keptLoad(const std::vector<std::string> &words) {
    if (words.size() != 4) return 2;
    const gateway::Nodes nodes = connect(split(words[1]), words[0]);
    KeptScene scene;
    // Who decides from now on: an administrator whose vault apricotctl has.
    const auto admin = fixedFromHex<VerifyKey>(words[2]);
    if (!admin) return 2;
    std::string handed;
    for (int attempt = 0; attempt < 20 && handed != "Accepted"; ++attempt) {
        handed = said(nodes[0]->submit(
            scene.signedNow(kept::keyOf(kept::Admin), ChangeConsortium{{*admin}, 1, 100'000})));
        if (handed != "Accepted") std::this_thread::sleep_for(std::chrono::milliseconds(500));
    }
    std::printf("handed over: %s\n", handed.c_str());
    std::mutex making;
    std::map<std::string, int> outcomes;
    const auto work = [&](std::size_t node) {
        while (!std::filesystem::exists(words[3])) {
            Bytes wire;
            {
                const std::scoped_lock lock(making);
                const SigningKey somebody = scene.key();
                const bool anchors = node % 2 == 0;
                wire =
                    anchors ? scene.signedNow(
                        scene.desk, AnchorRecord{keptClinic, randomFixed<Digest>(scene.random)})
                            : scene.signedNow(somebody, Revoke{verifyKeyOf(somebody),
                                                               randomFixed<GrantId>(scene.random)});
            }
            const std::string outcome = said(nodes[node]->submit(wire));
            const std::scoped_lock lock(making);
            ++outcomes[outcome];
        }
    };
    std::vector<std::jthread> workers;
    for (std::size_t node = 0; node < nodes.size(); ++node) workers.emplace_back(work, node);
    workers.clear();
    for (const auto &[outcome, count] : outcomes) std::printf("%s %d\n", outcome.c_str(), count);
    return 0;
}

// What redeeming says, a line each: a grant that is new, the same again; the kept one of which
// three were used; the kept one that was ended.
int keptRedeem(const std::vector<std::string> &words) {
    if (words.size() != 2) return 2;
    const gateway::Nodes nodes = connect(split(words[1]), words[0]);
    KeptScene scene;
    const Bytes grant = scene.freshGrant();
    std::size_t turn = 0;
    const auto show = [&](const char *what, const Bytes &wire) {
        const auto outcome = nodes[turn++ % nodes.size()]->submit(wire);
        std::printf("%s: %s\n", what, said(outcome).c_str());
    };
    show("new", scene.redeem(grant));
    show("again", scene.redeem(grant));
    show("kept, used up", scene.redeemOf(kept::idOf<GrantId>(30), 3));
    show("kept, one more", scene.redeemOf(kept::idOf<GrantId>(30), 4));
    show("kept, ended", scene.redeemOf(kept::idOf<GrantId>(31), 40));
    return 0;
}

// Every opening of the kept patient's grants, as a phone proves it that believes no node.
int keptOpenings(const std::vector<std::string> &words) {
    if (words.size() != 1) return 2;
    const auto file = gateway::readConsortiumFile(words[0]);
    if (!file) return 1;
    std::vector<std::string> addresses;
    for (const auto &node : file->nodes) addresses.push_back(node.address);
    const gateway::Nodes nodes = connect(addresses, file->authority);
    const SystemClock clock;
    const auto ledger = gateway::ConsortiumLedger::open(*file, nodes, nullptr, clock);
    if (!ledger) return 1;
    const VerifyKey patient = verifyKeyOf(kept::keyOf(kept::Patient));
    const auto all = everyOpening(patient, lookInto(**ledger));
    if (!all) {
        std::printf("%s %s\n", std::string(nameOf(all.error().code)).c_str(),
                    all.error().detail.c_str());
        return 1;
    }
    for (const SubjectsGrant &one : *all) {
        const auto known = std::ranges::count_if(
            one.seen.openings, [](const RedemptionLeaf &leaf) { return leaf.has_value(); });
        std::printf("%02x: %u used, %td proven\n", one.name.id.bytes[0], one.seen.state->used,
                    static_cast<std::ptrdiff_t>(known));
    }
    return 0;
}

} // namespace apricot::load
