// SPDX-License-Identifier: GPL-3.0-or-later
// The consent contract as CometBFT's application (ABCI 2.0): the third host of core/ledger's rules.
// FinalizeBlock computes, Commit writes; what is on disk is always a whole block.
#pragma once

#include "comet/check_cache.h"
#include "comet/genesis_state.h"
#include "comet/snapshot.h"
#include "ledger/embedded_ledger.h"

#include <condition_variable>
#include <shared_mutex>
#include <thread>

namespace apricot::comet {

namespace wire {
class Request;
class Response;
class RequestBlock;
class RequestInitChain;
class ResponseFinalizeBlock;
class ResponseInitChain;
} // namespace wire

// Moments of a block at which a crash must be harmless; told so that a test can be one.
enum class Moment : std::uint8_t { Finalizing, Finalized, Committing, Written, Committed };

struct ApplicationOptions {
    std::filesystem::path folder;       // made when it is not there
    std::uint64_t snapshotEvery = 1000; // blocks; 0: never
    std::size_t snapshotsKept = 2;
    std::size_t chunkSize = std::size_t{4} << 20U; // bytes, about; at most 15 MB
    SnapshotLimits joining;                        // of a snapshot that is taken over
    // The chain's name as CometBFT's genesis has it, which no other node can say; may be empty.
    std::function<Result<std::string>()> engineChain;
    // Of the kept state that a new CometBFT goes on from, as its genesis says. While it is the last
    // one here CometBFT is told that nothing is, since only then it begins with InitChain.
    Height continues = 0;
    std::uint64_t blocksKept = 0;                // that CometBFT keeps; 0: all
    std::size_t mostTransactions = 5000;         // in a block
    std::function<void(Moment, Height)> reached; // may be empty
    // Told why a snapshot was not taken, or not taken over: CometBFT asks for no reason. May be
    // empty; from any thread.
    std::function<void(const Error &)> snapshotFailed;
    // The map is address space, not disk. CometBFT gives a block again that the state lacks.
    EmbeddedOptions store{.firstMapSize = std::uint64_t{64} << 30U, .lastBlockMayBeUndone = true};
};

struct Committed {
    Height height = 0;
    UnixTime time = 0;
    Digest root = emptyHash();
    std::string chainId;
    std::uint32_t rules = 0; // their version; 0 before the first block
    Height lastChange = 0;   // the last block that changed the state
};

// What the node tells of itself.
struct ApplicationCounters {
    std::uint64_t accepted = 0, refused = 0; // in blocks
    std::uint64_t checkAccepted = 0, checkRefused = 0;
    std::uint64_t snapshots = 0, snapshotsFailed = 0;
    double finalizeSeconds = 0, commitSeconds = 0; // of the last block
};

[[nodiscard]] Error heightNotHere(Height height);

class Application {
  public:
    // LedgerUnavailable, LedgerDamaged. The clock must outlive the application; it serves CheckTx
    // alone: blocks have a time of their own.
    [[nodiscard]] static Result<std::unique_ptr<Application>> open(ApplicationOptions options,
                                                                   const Clock &clock);
    ~Application();

    // Answers one request; thread-safe. A failure of the host is an exception response, at which
    // CometBFT ends itself: better no node than one that guesses.
    [[nodiscard]] wire::Response answer(const wire::Request &request);

    // For the node's own services.
    [[nodiscard]] Committed committed() const;
    [[nodiscard]] ApplicationCounters counters() const;
    // Waits until that height is committed. False when the time is over.
    [[nodiscard]] bool waitFor(Height height, std::chrono::milliseconds most) const;
    // What became of a transaction that CometBFT has taken; nothing when the time is over.
    [[nodiscard]] std::optional<Outcome> outcomeOf(const Digest &transaction,
                                                   std::chrono::milliseconds most) const;
    // The state after `height`, with proof and without a header.
    [[nodiscard]] Result<ProvenAnswer> query(ByteView key, Height height) const;
    [[nodiscard]] Result<ProvenPrefix> queryPrefix(const StatePrefix &prefix, Height height) const;
    [[nodiscard]] Result<std::optional<Bytes>> latestValue(ByteView key) const;
    // Accepted transactions of a block; nothing when it is not here.
    [[nodiscard]] Result<std::optional<StoredBlock>> block(Height height) const;

  private:
    struct Pending {
        Block block;
        std::vector<Outcome> outcomes;
        std::uint32_t rules = 0; // their version after the block
    };

    Application(ApplicationOptions options, const Clock &clock, std::shared_ptr<Store> store);
    [[nodiscard]] Result<> load();
    [[nodiscard]] Result<> handle(const wire::Request &request, wire::Response &response);
    void info(wire::Response &response) const;
    [[nodiscard]] Result<> initChain(const wire::Request &request, wire::Response &response);
    [[nodiscard]] Result<> goOn(const wire::RequestInitChain &in, const Continued &from,
                                wire::ResponseInitChain &out);
    [[nodiscard]] Result<> checkTx(const wire::Request &request, wire::Response &response);
    void prepareProposal(const wire::Request &request, wire::Response &response);
    [[nodiscard]] bool isAcceptable(const wire::RequestBlock &proposal);
    [[nodiscard]] Result<> finalizeBlock(const wire::RequestBlock &request,
                                         wire::ResponseFinalizeBlock &response);
    [[nodiscard]] Result<> validatorUpdates(const Writes &writes,
                                            wire::ResponseFinalizeBlock &response) const;
    [[nodiscard]] Result<> commit(wire::Response &response);
    [[nodiscard]] Result<> answerQuery(const wire::Request &request, wire::Response &response);
    void listSnapshots(wire::Response &response) const;
    void offerSnapshot(const wire::Request &request, wire::Response &response);
    void loadChunk(const wire::Request &request, wire::Response &response) const;
    void applyChunk(const wire::Request &request, wire::Response &response);
    [[nodiscard]] Result<> restore();
    [[nodiscard]] std::filesystem::path restoringFolder() const {
        return m_options.folder / "restoring";
    }
    [[nodiscard]] Result<> read(const std::function<Result<>(const CommittedState &)> &look) const;
    void takeSnapshot(Height height);
    void noteSnapshotFailure(const Error &why) const {
        if (m_options.snapshotFailed) m_options.snapshotFailed(why);
    }
    void reach(Moment moment, Height height) const {
        if (m_options.reached) m_options.reached(moment, height);
    }

    ApplicationOptions m_options;
    const Clock &m_clock;
    mutable std::shared_mutex m_place; // held alone while a restored state takes the store's place
    std::shared_ptr<Store> m_store;
    SnapshotFolder m_snapshots;
    CheckCache m_checked;

    // Only the consensus connection, or the snapshot connection before it, touches these.
    Writes m_genesis; // until the first block
    std::optional<Pending> m_pending;
    std::unique_ptr<SnapshotReader> m_restoring;
    std::jthread m_snapshotting;

    mutable std::mutex m_mutex; // of what follows
    mutable std::condition_variable m_changed;
    Committed m_committed;
    ApplicationCounters m_counters;
    std::map<Digest, Outcome> m_outcomes; // of the last blocks
    std::list<Digest> m_outcomeAges;
};

} // namespace apricot::comet
