// SPDX-License-Identifier: GPL-3.0-or-later
// Ends of grants at every node, one after the other, until told to stop: what every version of the
// rules accepts. Says how often each answer came.
#include "scene.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <thread>

namespace apricot::load {

constexpr std::size_t workersOfANode = 4;

int ends(const std::vector<std::string> &words) {
    if (words.size() != 4) return 2;
    Scene scene(words[0]);
    const gateway::Nodes nodes = connect(split(words[2]), words[1]);
    std::mutex making;
    std::map<std::string, int> answers;
    const auto work = [&](std::size_t node) {
        while (!std::filesystem::exists(words[3])) {
            Bytes wire;
            {
                const std::scoped_lock lock(making);
                scene.clock.set(SystemClock().now());
                const SigningKey somebody = scene.key();
                wire = scene.signedBy(
                    somebody, Revoke{verifyKeyOf(somebody), randomFixed<GrantId>(scene.random)});
            }
            const auto outcome = nodes[node]->submit(wire);
            const std::string answer(!outcome              ? "Unknown"
                                     : outcome->accepted() ? "Accepted"
                                                           : nameOf(outcome->refusal));
            std::unique_lock lock(making);
            ++answers[answer];
            if (outcome) continue;
            lock.unlock(); // nobody is there: not as fast as it refuses
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    };
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < nodes.size() * workersOfANode; ++i)
        workers.emplace_back(work, i % nodes.size());
    workers.clear();
    for (const auto &[answer, count] : answers) std::printf("%s %d\n", answer.c_str(), count);
    return 0;
}

} // namespace apricot::load
