// SPDX-License-Identifier: GPL-3.0-or-later
// apricot-node: a hospital's node.
#include "crypto/crypto.h"
#include "node/log.h"
#include "node/node.h"
#include "node/sign_proposal.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <malloc.h>

namespace {

constexpr const char *usage =
    R"(usage: apricot-node --config FILE
       apricot-node --ledger DIR --mailbox DIR [options]   a clinic alone, on the embedded ledger
       apricot-node --home DIR --mailbox DIR [options]     one of a consortium's nodes
       apricot-node --sign PROPOSAL --validator-key FILE [--yes]   a joining validator is shown the change
                             that lets it in, and signs that it has its key; --yes answers ahead

  --listen HOST:PORT          the gateway for clinics and phones (127.0.0.1:8443)
  --certificate F --key F     its TLS (PEM); without them it serves this machine alone
  --authority F               what vouches for the other nodes, to which requests are carried (PEM)
  --admin-port N              health, readiness and metrics on 127.0.0.1
  --requests-per-second N     of one machine (50; four times that in a burst)
  --connections-per-machine N at the same time (64)
  --abci ADDRESS              where CometBFT connects (unix:///run/apricot/abci.sock)
  --engine URL                CometBFT's RPC (http://127.0.0.1:26657)
  --snapshot-every N          blocks between snapshots (1000; 0: none)
  --blocks-kept N             blocks that CometBFT keeps (0: all)
  --continues N               a new chain's genesis goes on from the state of block N, kept in DIR

A line of the file is a name without its dashes and a value. Exit status: 0 after SIGTERM or SIGINT,
1 when it could not start or go on, 2 when an option is unclear.
)";

} // namespace

int main(int argc, char **argv) {
    using namespace apricot;
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.empty() || words[0] == "--help") {
        std::fputs(usage, stdout);
        return words.empty() ? 2 : 0;
    }
    // Every thread is born with these blocked; this one waits for them.
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    // What a large request took goes back to the system when it is over.
    mallopt(M_MMAP_THRESHOLD, 256 << 10);
    mallopt(M_ARENA_MAX, 4);

    const SystemClock clock;
    const auto complain = [&clock](const Error &error) {
        node::log(clock, "failed",
                  {{"error", std::string(nameOf(error.code))},
                   {"detail", error.detail},
                   {"what", std::string(whatHappened(error.code))},
                   {"remedy", std::string(remedyFor(error.code))}});
    };
    if (std::ranges::find(words, "--sign") != words.end()) {
        const auto ready = startCrypto();
        const auto count = ready ? node::signProposal(words) : ready.error();
        if (!count) {
            complain(count.error());
            return count.error().code == ErrorCode::NodeOptionsUnclear ? 2 : 1;
        }
        std::puts("Signed. Whose signatures are missing says\n"
                  "apricotctl consortium-show --ledger FILE PROPOSAL");
        return 0;
    }
    const auto options = node::readOptions(words);
    if (!options) {
        complain(options.error());
        return 2;
    }
    if (const auto ready = startCrypto(); !ready) {
        complain(ready.error());
        return 1;
    }
    const auto running = node::Node::start(*options, clock);
    if (!running) {
        complain(running.error());
        return 1;
    }
    int which = 0;
    sigwait(&ending, &which);
    return 0;
}
