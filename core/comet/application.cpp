// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/application.h"

#include "base/file.h"
#include "comet/abci.pb.h"
#include "comet/wire.h"
#include "ledger/store_lmdb.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <set>

namespace apricot::comet {
namespace {

constexpr std::size_t outcomesKept = 50'000;
constexpr std::size_t longestQueryKey = 511; // bytes: what LMDB takes
constexpr const char *codespace = "apricot";

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::vector<ByteView> viewsOf(const google::protobuf::RepeatedPtrField<std::string> &texts) {
    std::vector<ByteView> out;
    out.reserve(static_cast<std::size_t>(texts.size()));
    for (const std::string &text : texts) out.push_back(viewOf(text));
    return out;
}

// What is agreed on by the chain: the code alone. The words are for logs.
void put(wire::TxResult &out, const Outcome &outcome) {
    out.set_code(static_cast<std::uint32_t>(outcome.refusal));
    if (outcome.accepted()) return;
    out.set_codespace(codespace);
    out.set_log(std::string(nameOf(outcome.refusal)) + ": " + outcome.detail);
}

// What an honest proposer may put into a block: whole, genuine, and nothing that this program could
// not carry out when its time comes.
bool isProposable(const CheckedTransaction &checked) {
    return !checked.malformed && checked.allVerified && isForeseen(checked.transaction.action);
}

// In the order of the state; none when one of them is none.
ChainValidators validatorsIn(const wire::RequestInitChain &in) {
    ChainValidators out;
    for (const wire::ValidatorUpdate &validator : in.validators()) {
        const auto key = VerifyKey::from(viewOf(validator.pub_key().ed25519()));
        if (!key || validator.power() <= 0 || validator.power() > INT32_MAX) return {};
        out.push_back({*key, static_cast<std::uint32_t>(validator.power())});
    }
    std::ranges::sort(out, {}, &ChainValidator::key);
    return out;
}

void put(const VerifyKey &key, std::uint32_t power, wire::ValidatorUpdate &out) {
    out.mutable_pub_key()->set_ed25519(toString(key.view()));
    out.set_power(power);
}

// The tree over nothing, to compute what genesis comes to.
class NoNodes final : public NodeSource {
  public:
    Result<Bytes> node(ByteView) const override { return ledgerDamaged("a tree without nodes"); }
};

} // namespace

Application::Application(ApplicationOptions options, const Clock &clock,
                         std::shared_ptr<Store> store)
    : m_options(std::move(options)), m_clock(clock), m_store(std::move(store)),
      m_snapshots(m_options.folder / "snapshots", m_options.snapshotsKept, m_options.chunkSize) {}

Application::~Application() = default;

Result<std::unique_ptr<Application>> Application::open(ApplicationOptions options,
                                                       const Clock &clock) {
    std::error_code ignored; // shows when the store is opened
    std::filesystem::create_directories(options.folder, ignored);
    SnapshotReader::removeUnfinished(options.folder / "restoring"); // after a crash
    APRICOT_TRY_ASSIGN(store, openLmdbStore(options.folder, options.store));
    std::unique_ptr<Application> out(new Application(std::move(options), clock, std::move(store)));
    APRICOT_TRY(out->load());
    return out;
}

Result<> Application::load() {
    Committed found;
    APRICOT_TRY(read([&](const CommittedState &state) -> Result<> {
        APRICOT_TRY_ASSIGN(height, state.height());
        if (height == 0) return {};
        APRICOT_TRY_ASSIGN(last, state.block(height));
        if (!last) return ledgerDamaged("the last block is missing");
        APRICOT_TRY_ASSIGN(header, decodeHeader(last->header));
        APRICOT_TRY_ASSIGN(rules, rulesVersionIn(state));
        // A root that was not written with its block would be another state under its name.
        APRICOT_TRY_ASSIGN(genesis, findInTree(state, last->root, consortiumKey()));
        if (!genesis.value || last->root.hash != header.stateRoot)
            return ledgerDamaged("the last block names another state");
        // What came before the start is not known; the last block may have changed something.
        found = {height, header.time, last->root.hash, header.chainId, rules.current, height};
        return {};
    }));
    const std::scoped_lock lock(m_mutex);
    m_committed = std::move(found);
    return {};
}

Result<> Application::read(const std::function<Result<>(const CommittedState &)> &look) const {
    const std::shared_lock lock(m_place);
    if (!m_store) return ledgerDamaged("the restored state could not be opened");
    return m_store->read(look);
}

wire::Response Application::answer(const wire::Request &request) {
    wire::Response response;
    if (const Result<> done = handle(request, response); !done) {
        const Error &error = done.error();
        response.mutable_exception()->set_error(std::string(nameOf(error.code)) + ": "
                                                + error.detail);
    }
    return response;
}

Result<> Application::handle(const wire::Request &request, wire::Response &response) {
    switch (request.value_case()) {
    case wire::Request::kEcho:
        response.mutable_echo()->set_message(request.echo().message());
        return {};
    case wire::Request::kFlush:
        response.mutable_flush();
        return {};
    case wire::Request::kInfo:
        info(response);
        return {};
    case wire::Request::kInitChain:
        return initChain(request, response);
    case wire::Request::kQuery:
        return answerQuery(request, response);
    case wire::Request::kCheckTx:
        return checkTx(request, response);
    case wire::Request::kCommit:
        return commit(response);
    case wire::Request::kListSnapshots:
        listSnapshots(response);
        return {};
    case wire::Request::kOfferSnapshot:
        offerSnapshot(request, response);
        return {};
    case wire::Request::kLoadSnapshotChunk:
        loadChunk(request, response);
        return {};
    case wire::Request::kApplySnapshotChunk:
        applyChunk(request, response);
        return {};
    case wire::Request::kPrepareProposal:
        prepareProposal(request, response);
        return {};
    case wire::Request::kProcessProposal:
        response.mutable_process_proposal()->set_status(
            isAcceptable(request.process_proposal()) ? 1 : 2);
        return {};
    case wire::Request::kExtendVote: // not enabled; answered all the same
        response.mutable_extend_vote();
        return {};
    case wire::Request::kVerifyVoteExtension:
        response.mutable_verify_vote_extension()->set_status(1);
        return {};
    case wire::Request::kFinalizeBlock:
        return finalizeBlock(request.finalize_block(), *response.mutable_finalize_block());
    case wire::Request::VALUE_NOT_SET:
        break;
    }
    return fail(ErrorCode::AbciMalformed, "a request of another kind");
}

void Application::info(wire::Response &response) const {
    const Committed at = committed();
    wire::ResponseInfo &out = *response.mutable_info();
    out.set_data("apricot");
    out.set_app_version(at.rules);
    if (at.height != 0 && at.height == m_options.continues) return;
    out.set_last_block_height(static_cast<std::int64_t>(at.height));
    if (at.height != 0) out.set_last_block_app_hash(toString(at.root.view()));
}

// Nothing is written: a crash before the first block begins here again.
Result<> Application::initChain(const wire::Request &request, wire::Response &response) {
    const wire::RequestInitChain &in = request.init_chain();
    wire::ResponseInitChain &out = *response.mutable_init_chain();
    APRICOT_TRY_ASSIGN(continues, continuedIn(in.app_state_bytes()));
    if (continues) return goOn(in, *continues, out);
    if (const Height height = committed().height; height != 0)
        return genesisMalformed("the state of block " + std::to_string(height)
                                + " is here, and it does not go on from it");
    APRICOT_TRY_ASSIGN(genesis,
                       genesisState(in.app_state_bytes(), in.chain_id(), validatorsIn(in)));
    APRICOT_TRY_ASSIGN(tree, updateTree(NoNodes(), {}, 0, genesis));
    APRICOT_TRY_ASSIGN(rules, decodeRulesVersion(*genesis[rulesVersionKey()]));
    m_genesis = std::move(genesis);
    out.set_app_hash(toString(tree.root.hash.view()));
    out.mutable_consensus_params()->mutable_version()->set_app(rules.current);
    const std::scoped_lock lock(m_mutex);
    m_committed.chainId = in.chain_id();
    return {};
}

// The first header names the kept state itself. Validators that genesis gives take the place of the
// state's with the first block; if it gives none, the state's stand.
Result<> Application::goOn(const wire::RequestInitChain &in, const Continued &from,
                           wire::ResponseInitChain &out) {
    if (in.initial_height() != static_cast<std::int64_t>(from.height) + 1)
        return genesisMalformed("initial_height must be " + std::to_string(from.height + 1));
    const ChainValidators given = validatorsIn(in);
    if (in.validators_size() != 0)
        if (const auto complaint = complaintAbout(given))
            return genesisMalformed("validators: " + *complaint);
    Writes before;
    Result<> whole = read([&](const CommittedState &state) -> Result<> {
        APRICOT_TRY(verifyContinued(state, from, in.chain_id(), in.time().seconds()));
        APRICOT_TRY_ASSIGN(standing, state.value(validatorsKey()));
        if (!standing) return genesisMalformed("the state here is not a consortium's");
        APRICOT_TRY_ASSIGN(validators, decodeValidators(*standing));
        if (given.empty())
            for (const auto &[key, power] : validators) put(key, power, *out.add_validators());
        if (!given.empty() && given != validators) before[validatorsKey()] = encode(given);
        return {};
    });
    if (!whole) return whole;
    m_genesis = std::move(before);
    out.set_app_hash(toString(from.root.view()));
    out.mutable_consensus_params()->mutable_version()->set_app(committed().rules);
    return {};
}

// Against what is committed, by the later of its time and the clock: a block's time follows.
Result<> Application::checkTx(const wire::Request &request, wire::Response &response) {
    const ByteView transaction = viewOf(request.check_tx().tx());
    const Committed at = committed();
    const auto checked = m_checked.check(transaction);
    const BlockContext context{at.chainId, at.height + 1, std::max(at.time, m_clock.now())};
    Outcome outcome;
    APRICOT_TRY(read([&](const CommittedState &state) -> Result<> {
        const auto writes = applyRules(state, context, *checked);
        if (!writes && isHostFailure(writes.error().code)) return writes.error();
        if (!writes) outcome.refusal = *refusalOf(writes.error().code);
        if (!writes) outcome.detail = writes.error().detail;
        return {};
    }));
    put(*response.mutable_check_tx(), outcome);
    const std::scoped_lock lock(m_mutex);
    ++(outcome.accepted() ? m_counters.checkAccepted : m_counters.checkRefused);
    return {};
}

// As they came, each once, while there is room. What a rule refuses stays in: then everybody can
// see in the block that it was refused, and why.
void Application::prepareProposal(const wire::Request &request, wire::Response &response) {
    const wire::RequestPrepareProposal &in = request.prepare_proposal();
    wire::ResponsePrepareProposal &out = *response.mutable_prepare_proposal();
    const auto checked = m_checked.checkAll(viewsOf(in.txs()));
    std::set<Digest> taken;
    std::int64_t room = in.max_tx_bytes();
    for (int i = 0; i < in.txs_size(); ++i) {
        const auto &one = checked[static_cast<std::size_t>(i)];
        const auto size = static_cast<std::int64_t>(in.txs(i).size()) + 6; // with its framing
        if (!isProposable(*one) || size > room) continue;
        if (taken.size() == m_options.mostTransactions) break;
        if (!taken.insert(one->id).second) continue;
        room -= size;
        out.add_txs(in.txs(i));
    }
}

// A pure function of the block: nothing in it that no honest proposer puts there.
bool Application::isAcceptable(const wire::RequestBlock &proposal) {
    if (static_cast<std::size_t>(proposal.txs_size()) > m_options.mostTransactions) return false;
    std::set<Digest> seen;
    for (const auto &one : m_checked.checkAll(viewsOf(proposal.txs())))
        if (!isProposable(*one) || !seen.insert(one->id).second) return false;
    return true;
}

Result<> Application::finalizeBlock(const wire::RequestBlock &request,
                                    wire::ResponseFinalizeBlock &response) {
    const auto start = std::chrono::steady_clock::now();
    const Committed at = committed();
    const std::vector<ByteView> wires = viewsOf(request.txs());
    const auto kept = m_checked.checkAll(wires);
    std::vector<const CheckedTransaction *> checked;
    checked.reserve(kept.size());
    for (const auto &one : kept) checked.push_back(one.get());
    const BlockContext context{at.chainId, static_cast<Height>(request.height()),
                               request.time().seconds()};
    reach(Moment::Finalizing, context.height);
    m_pending.reset();
    APRICOT_TRY(read([&](const CommittedState &state) -> Result<> {
        APRICOT_TRY_ASSIGN(built, buildAgreedBlock(state, context, m_genesis, checked, wires));
        m_pending = Pending{std::move(*built.block), std::move(built.outcomes), at.rules};
        return {};
    }));
    for (const Outcome &outcome : m_pending->outcomes) put(*response.add_tx_results(), outcome);
    const Block &block = m_pending->block;
    response.set_app_hash(toString(block.header.stateRoot.view()));
    APRICOT_TRY(validatorUpdates(block.writes, response));
    if (const auto it = block.writes.find(rulesVersionKey()); it != block.writes.end()) {
        APRICOT_TRY_ASSIGN(rules, decodeRulesVersion(*it->second));
        m_pending->rules = rules.current;
        if (rules.current != at.rules)
            response.mutable_consensus_param_updates()->mutable_version()->set_app(rules.current);
    }
    reach(Moment::Finalized, context.height);
    const std::scoped_lock lock(m_mutex);
    m_counters.finalizeSeconds = secondsSince(start);
    return {};
}

// The difference between the validators before the block and after it.
Result<> Application::validatorUpdates(const Writes &writes,
                                       wire::ResponseFinalizeBlock &response) const {
    const auto it = writes.find(validatorsKey());
    if (it == writes.end()) return {};
    APRICOT_TRY_ASSIGN(standing, latestValue(validatorsKey()));
    // In the first block CometBFT has those of genesis already.
    const auto first = m_genesis.find(validatorsKey());
    if (first != m_genesis.end()) standing = first->second;
    if (!standing) return ledgerDamaged("the validators are missing");
    APRICOT_TRY_ASSIGN(before, decodeValidators(*standing));
    APRICOT_TRY_ASSIGN(after, decodeValidators(*it->second));
    std::map<VerifyKey, std::uint32_t> changed;
    for (const ChainValidator &validator : before) changed[validator.key] = 0;
    for (const ChainValidator &validator : after) changed[validator.key] = validator.power;
    for (const ChainValidator &validator : before)
        if (changed[validator.key] == validator.power) changed.erase(validator.key);
    for (const auto &[key, power] : changed) put(key, power, *response.add_validator_updates());
    return {};
}

Result<> Application::commit(wire::Response &response) {
    if (!m_pending) return fail(ErrorCode::AbciUnexpected, "Commit without FinalizeBlock");
    const auto start = std::chrono::steady_clock::now();
    const Header header = m_pending->block.header;
    reach(Moment::Committing, header.height);
    {
        const std::shared_lock place(m_place);
        APRICOT_TRY(m_store->write([&](const CommittedState &) -> Result<std::optional<Block>> {
            // A copy: it may be written again after making room.
            return std::optional<Block>(m_pending->block);
        }));
    }
    reach(Moment::Written, header.height);
    {
        const std::scoped_lock lock(m_mutex);
        m_committed.rules = m_pending->rules;
        if (header.stateRoot != m_committed.root) m_committed.lastChange = header.height;
        m_committed.height = header.height;
        m_committed.time = header.time;
        m_committed.root = header.stateRoot;
        for (const Outcome &outcome : m_pending->outcomes) {
            ++(outcome.accepted() ? m_counters.accepted : m_counters.refused);
            if (m_outcomes.insert_or_assign(outcome.transaction, outcome).second)
                m_outcomeAges.push_back(outcome.transaction);
        }
        for (; m_outcomeAges.size() > outcomesKept; m_outcomeAges.pop_front())
            m_outcomes.erase(m_outcomeAges.front());
        m_counters.commitSeconds = secondsSince(start);
    }
    m_changed.notify_all();
    reach(Moment::Committed, header.height);
    m_pending.reset();
    m_genesis.clear();
    if (m_options.snapshotEvery != 0 && header.height % m_options.snapshotEvery == 0)
        takeSnapshot(header.height);
    wire::ResponseCommit &out = *response.mutable_commit();
    if (m_options.blocksKept != 0 && header.height > m_options.blocksKept)
        out.set_retain_height(static_cast<std::int64_t>(header.height - m_options.blocksKept));
    return {};
}

// Reads what was just committed while the chain goes on: the read transaction is begun here.
void Application::takeSnapshot(Height height) {
    m_snapshotting = {}; // the one before must have ended
    std::promise<void> begun;
    const std::future<void> wait = begun.get_future();
    m_snapshotting = std::jthread([this, height, begun = std::move(begun)]() mutable {
        const Result<> done = read([&](const CommittedState &state) -> Result<> {
            begun.set_value();
            return m_snapshots.take(state, height);
        });
        if (!done) noteSnapshotFailure(done.error());
        const std::scoped_lock lock(m_mutex);
        ++(done ? m_counters.snapshots : m_counters.snapshotsFailed);
    });
    wait.wait();
}

void Application::listSnapshots(wire::Response &response) const {
    wire::ResponseListSnapshots &out = *response.mutable_list_snapshots();
    for (const Snapshot &snapshot : m_snapshots.list()) {
        wire::Snapshot &one = *out.add_snapshots();
        one.set_height(snapshot.height);
        one.set_format(snapshotFormat);
        one.set_chunks(static_cast<std::uint32_t>(snapshot.chunks.size()));
        one.set_hash(toString(snapshot.hash().view()));
        one.set_metadata(toString(snapshot.metadata()));
    }
}

// Answers: 1 accept, 3 reject, 4 reject the format.
void Application::offerSnapshot(const wire::Request &request, wire::Response &response) {
    const wire::Snapshot &offered = request.offer_snapshot().snapshot();
    const auto root = Digest::from(viewOf(request.offer_snapshot().app_hash()));
    auto snapshot =
        snapshotFrom(offered.height(), viewOf(offered.metadata()), viewOf(offered.hash()));
    int result = 1;
    std::optional<Error> why;
    if (offered.format() != snapshotFormat) {
        result = 4;
    } else if (!snapshot) {
        why = snapshot.error();
    } else if (!root || snapshot->chunks.size() != offered.chunks()) {
        why = snapshotRefused("the number of pieces, or the root");
    } else {
        m_restoring.reset(); // before another takes its folder
        auto begun = SnapshotReader::begin(std::move(snapshot).value(), *root, restoringFolder(),
                                           m_options.joining);
        if (begun)
            m_restoring = std::move(begun).value();
        else
            why = begun.error();
    }
    if (why) {
        result = 3;
        noteSnapshotFailure(*why);
    }
    response.mutable_offer_snapshot()->set_result(result);
}

void Application::loadChunk(const wire::Request &request, wire::Response &response) const {
    const wire::RequestLoadSnapshotChunk &in = request.load_snapshot_chunk();
    wire::ResponseLoadSnapshotChunk &out = *response.mutable_load_snapshot_chunk();
    if (in.format() != snapshotFormat) return;
    if (const auto chunk = m_snapshots.chunk(in.height(), in.chunk()))
        out.set_chunk(toString(*chunk));
}

// Answers: 1 accept, 3 fetch it again, 5 reject the snapshot.
void Application::applyChunk(const wire::Request &request, wire::Response &response) {
    const wire::RequestApplySnapshotChunk &in = request.apply_snapshot_chunk();
    wire::ResponseApplySnapshotChunk &out = *response.mutable_apply_snapshot_chunk();
    out.set_result(5);
    if (!m_restoring) return;
    const auto added = m_restoring->add(in.index(), viewOf(in.chunk()));
    if (added && !*added) {
        out.set_result(3);
        return;
    }
    const Result<> restored = !added                   ? Result<>(added.error())
                              : m_restoring->isWhole() ? restore()
                                                       : Result<>();
    if (restored)
        out.set_result(1);
    else
        noteSnapshotFailure(restored.error());
    if (!restored || m_restoring->isWhole()) m_restoring.reset();
}

// Until the file is moved nothing has changed here; from then on the state is this one.
Result<> Application::restore() {
    if (committed().height != 0) return fail(ErrorCode::LedgerExistsHere);
    std::string chainId;
    if (m_options.engineChain) {
        APRICOT_TRY_ASSIGN(said, m_options.engineChain());
        chainId = std::move(said);
    }
    APRICOT_TRY_ASSIGN(file, m_restoring->finish(chainId, m_clock.now()));
    {
        const std::unique_lock alone(m_place);
        m_store.reset();
        Result<> moved = moveFile(file, m_options.folder / "data.mdb");
        APRICOT_TRY_ASSIGN(store, openLmdbStore(m_options.folder, m_options.store));
        m_store = std::move(store);
        if (!moved) return moved;
    }
    m_genesis.clear();
    return load();
}

// For an operator who asks CometBFT itself; clients ask the gateway.
Result<> Application::answerQuery(const wire::Request &request, wire::Response &response) {
    const ByteView key = viewOf(request.query().data());
    const Committed at = committed();
    wire::ResponseQuery &out = *response.mutable_query();
    out.set_height(static_cast<std::int64_t>(at.height));
    out.set_key(toString(key));
    if (at.height == 0) return {};
    if (key.empty() || key.size() > longestQueryKey) {
        out.set_key("");
        out.set_code(1);
        out.set_log("no such key");
        return {};
    }
    APRICOT_TRY_ASSIGN(value, latestValue(key));
    out.set_log(value ? "present" : "absent");
    if (value) out.set_value(toString(*value));
    return {};
}

Error heightNotHere(Height height) {
    return fail(ErrorCode::HeightNotHere, std::to_string(height));
}

Committed Application::committed() const {
    const std::scoped_lock lock(m_mutex);
    return m_committed;
}

ApplicationCounters Application::counters() const {
    const std::scoped_lock lock(m_mutex);
    return m_counters;
}

bool Application::waitFor(Height height, std::chrono::milliseconds most) const {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, most, [&] { return m_committed.height >= height; });
}

std::optional<Outcome> Application::outcomeOf(const Digest &transaction,
                                              std::chrono::milliseconds most) const {
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, most, [&] { return m_outcomes.contains(transaction); });
    const auto it = m_outcomes.find(transaction);
    if (it == m_outcomes.end()) return std::nullopt;
    return it->second;
}

Result<ProvenAnswer> Application::query(ByteView key, Height height) const {
    ProvenAnswer answer;
    answer.key.assign(key.begin(), key.end());
    answer.height = height;
    APRICOT_TRY(read([&](const CommittedState &state) -> Result<> {
        APRICOT_TRY_ASSIGN(block, state.block(height));
        if (!block) return heightNotHere(height);
        APRICOT_TRY_ASSIGN(found, findInTree(state, block->root, key));
        answer.value = std::move(found.value);
        answer.proof = encodeProof(found.proof);
        return {};
    }));
    return answer;
}

Result<ProvenPrefix> Application::queryPrefix(const StatePrefix &prefix, Height height) const {
    ProvenPrefix answer{prefix, {}, {}, height};
    APRICOT_TRY(m_store->read([&](const CommittedState &state) -> Result<> {
        APRICOT_TRY_ASSIGN(block, state.block(height));
        if (!block) return heightNotHere(height);
        APRICOT_TRY_ASSIGN(proof, findUnder(state, block->root, prefix));
        answer.proof = std::move(proof);
        return {};
    }));
    return answer;
}

Result<std::optional<Bytes>> Application::latestValue(ByteView key) const {
    std::optional<Bytes> out;
    APRICOT_TRY(read([&](const CommittedState &state) -> Result<> {
        APRICOT_TRY_ASSIGN(value, state.value(key));
        out = std::move(value);
        return {};
    }));
    return out;
}

Result<std::optional<StoredBlock>> Application::block(Height height) const {
    std::optional<StoredBlock> out;
    APRICOT_TRY(read([&](const CommittedState &state) -> Result<> {
        APRICOT_TRY_ASSIGN(block, state.block(height));
        out = std::move(block);
        return {};
    }));
    return out;
}

} // namespace apricot::comet
