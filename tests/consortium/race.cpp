// SPDX-License-Identifier: GPL-3.0-or-later
// One single-use grant after another, redeemed at all hospitals at the same moment, every fourth
// one with its revocation in the race. Each submission leaves a line: grant, node, what, code,
// height.
#include "crypto/hash.h"
#include "scene.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace apricot::load {
namespace {

struct Shot {
    std::size_t node;
    const char *what;
    Bytes transaction;
};

class Race {
  public:
    Race(gateway::Nodes nodes, const std::string &history)
        : m_nodes(std::move(nodes)), m_out(history) {}

    void run(const std::string &name, const std::vector<Shot> &shots) {
        std::atomic<bool> go{false};
        std::vector<std::jthread> threads;
        for (const Shot &shot : shots)
            threads.emplace_back([&] {
                while (!go) std::this_thread::yield();
                const auto outcome = m_nodes[shot.node]->submit(shot.transaction);
                note(name, shot, outcome);
            });
        go = true;
    }

    bool submit(const Bytes &transaction) {
        for (int attempt = 0; attempt < 30; ++attempt) {
            for (const auto &node : m_nodes)
                if (const auto outcome = node->submit(transaction);
                    outcome
                    && (outcome->accepted() || outcome->refusal == Refusal::OrganisationExists
                        || outcome->refusal == Refusal::TransactionReplayed))
                    return true;
            std::this_thread::sleep_for(std::chrono::seconds(1));
        }
        return false;
    }
    [[nodiscard]] std::size_t nodes() const { return m_nodes.size(); }

  private:
    void note(const std::string &name, const Shot &shot, const Result<Outcome> &outcome) {
        const std::scoped_lock lock(m_mutex);
        const std::string code(
            outcome ? (outcome->accepted() ? "Accepted" : nameOf(outcome->refusal)) : "Unknown");
        m_out << name << ' ' << shot.node << ' ' << shot.what << ' '
              << toHex(sha256(shot.transaction).view()) << ' ' << code << ' '
              << (outcome ? outcome->height : 0) << std::endl;
    }

    gateway::Nodes m_nodes;
    std::mutex m_mutex;
    std::ofstream m_out;
};

} // namespace

int races(const std::vector<std::string> &words) {
    if (words.size() != 6) return 2;
    Scene scene(words[0]);
    Race race(connect(split(words[2]), words[1]), words[5]);
    const std::size_t grants = std::stoul(words[3]);
    const double end = secondsNow() + std::stod(words[4]);
    Organisation clinic = scene.organisation();
    clinic.desks = {{verifyKeyOf(scene.desk)}};
    if (!race.submit(scene.signedBy(scene.admin, RegisterOrganisation{clinic}))) {
        std::fprintf(stderr, "the clinic could not be registered\n");
        return 1;
    }
    std::size_t done = 0;
    // Several grants race at the same time, or each would wait for a block of its own.
    std::mutex making;
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < grants && secondsNow() < end; i = next++) {
            std::vector<Shot> shots;
            std::string name;
            {
                const std::scoped_lock lock(making);
                const Bytes grant = scene.freshGrant();
                name = toHex(sha256(grant).view()).substr(0, 16);
                for (std::size_t node = 0; node < race.nodes(); ++node)
                    shots.push_back({node, "redeem", scene.redeem(grant)});
                if (i % 4 == 0) {
                    const auto open = verifyPublicPart(grant);
                    shots.push_back(
                        {i / 4 % race.nodes(), "revoke",
                         scene.signedBy(scene.patient, Revoke{open->signer, open->id})});
                }
                ++done;
            }
            race.run(name, shots);
        }
    };
    std::vector<std::jthread> workers;
    for (int i = 0; i < 8; ++i) workers.emplace_back(work);
    workers.clear();
    std::printf("%zu races\n", done);
    return 0;
}

} // namespace apricot::load
