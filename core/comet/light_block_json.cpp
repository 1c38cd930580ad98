// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/base64.h"
#include "comet/light_block.h"

#include <charconv>
#include <simdjson.h>

namespace apricot::comet {
namespace {

using Element = simdjson::dom::element;

// Reads fields; the first that is wrong is remembered, and everything after it is empty.
class Fields {
  public:
    [[nodiscard]] bool failed() const { return !m_flaw.empty(); }
    [[nodiscard]] const std::string &flaw() const { return m_flaw; }
    void fail(std::string_view what) {
        if (m_flaw.empty()) m_flaw = what;
    }

    // Absent and null are the same.
    std::optional<Element> find(const Element &in, const char *name) {
        Element out;
        if (in[name].get(out) != simdjson::SUCCESS || out.is_null()) return std::nullopt;
        return out;
    }
    Element need(const Element &in, const char *name) {
        if (const auto found = find(in, name)) return *found;
        fail(name);
        return in;
    }
    std::string_view text(const Element &in, const char *name) {
        const auto found = find(in, name);
        std::string_view out;
        if (found && found->get(out) != simdjson::SUCCESS) fail(name);
        return out;
    }
    // A number, or its digits as a string.
    std::int64_t number(const Element &in, const char *name) {
        const auto found = find(in, name);
        if (!found) return 0;
        std::int64_t out = 0;
        if (found->get(out) == simdjson::SUCCESS) return out;
        std::string_view digits;
        if (found->get(digits) != simdjson::SUCCESS) {
            fail(name);
            return 0;
        }
        const auto *end = digits.data() + digits.size();
        const auto read = std::from_chars(digits.data(), end, out);
        if (read.ec != std::errc() || read.ptr != end) fail(name);
        return out;
    }
    std::uint64_t count(const Element &in, const char *name, std::uint64_t most) {
        const std::int64_t value = number(in, name);
        if (value < 0 || static_cast<std::uint64_t>(value) > most) fail(name);
        return failed() ? 0 : static_cast<std::uint64_t>(value);
    }
    Bytes hex(const Element &in, const char *name) {
        auto out = fromHex(text(in, name));
        if (!out || out->size() > 64) fail(name);
        return out.value_or(Bytes{});
    }
    Time time(const Element &in, const char *name) {
        const auto out = readTime(text(in, name));
        if (!out) fail(name);
        return out.value_or(Time{});
    }
    // The members of a list; none when it is absent. (simdjson's own empty array cannot be walked.)
    std::vector<Element> list(const Element &in, const char *name) {
        const auto found = find(in, name);
        return found ? members(*found, name) : std::vector<Element>();
    }
    std::vector<Element> members(const Element &in, const char *name) {
        std::vector<Element> out;
        simdjson::dom::array array;
        if (in.get(array) != simdjson::SUCCESS) {
            fail(name);
            return out;
        }
        for (const Element member : array) out.push_back(member);
        return out;
    }

  private:
    std::string m_flaw;
};

BlockId readBlockId(Fields &fields, const Element &in) {
    BlockId out;
    out.hash = fields.hex(in, "hash");
    auto parts = fields.find(in, "parts");
    if (!parts) parts = fields.find(in, "part_set_header");
    if (!parts) return out;
    out.parts = static_cast<std::uint32_t>(fields.count(*parts, "total", UINT32_MAX));
    out.partsHash = fields.hex(*parts, "hash");
    return out;
}

Header readHeaderFields(Fields &fields, const Element &in) {
    Header out;
    const Element version = fields.need(in, "version");
    out.blockVersion = fields.count(version, "block", UINT32_MAX);
    out.appVersion = fields.count(version, "app", INT64_MAX);
    out.chainId = fields.text(in, "chain_id");
    out.height = fields.number(in, "height");
    out.time = fields.time(in, "time");
    if (const auto last = fields.find(in, "last_block_id"))
        out.lastBlock = readBlockId(fields, *last);
    out.lastCommitHash = fields.hex(in, "last_commit_hash");
    out.dataHash = fields.hex(in, "data_hash");
    out.validatorsHash = fields.hex(in, "validators_hash");
    out.nextValidatorsHash = fields.hex(in, "next_validators_hash");
    out.consensusHash = fields.hex(in, "consensus_hash");
    out.appHash = fields.hex(in, "app_hash");
    out.lastResultsHash = fields.hex(in, "last_results_hash");
    out.evidenceHash = fields.hex(in, "evidence_hash");
    out.proposer = fields.hex(in, "proposer_address");
    return out;
}

CommitVote readVote(Fields &fields, const Element &in) {
    CommitVote out;
    const std::uint64_t flag = fields.count(in, "block_id_flag", 3);
    if (flag == 0) fields.fail("block_id_flag");
    out.flag = static_cast<VoteFlag>(flag);
    out.address = fields.hex(in, "validator_address");
    if (out.flag == VoteFlag::Absent) return out;
    out.time = fields.time(in, "timestamp");
    auto signature = fromBase64(fields.text(in, "signature"));
    if (!signature || signature->size() > 64) fields.fail("signature");
    out.signature = std::move(signature).value_or(Bytes{});
    return out;
}

Commit readCommit(Fields &fields, const Element &in) {
    Commit out;
    out.height = fields.number(in, "height");
    out.round = static_cast<std::int32_t>(fields.count(in, "round", INT32_MAX));
    out.block = readBlockId(fields, fields.need(in, "block_id"));
    for (const Element &vote : fields.list(in, "signatures")) {
        if (out.votes.size() == mostValidators) fields.fail("too many signatures");
        if (fields.failed()) break;
        out.votes.push_back(readVote(fields, vote));
    }
    return out;
}

ValidatorSet readValidators(Fields &fields, const Element &in) {
    ValidatorSet out;
    for (const Element &validator : fields.list(in, "validators")) {
        if (out.size() == mostValidators) fields.fail("too many validators");
        const Element key = fields.need(validator, "pub_key");
        if (fields.text(key, "type") != "tendermint/PubKeyEd25519") fields.fail("type of a key");
        const auto raw = fromBase64(fields.text(key, "value"));
        const auto named = raw ? VerifyKey::from(*raw) : std::nullopt;
        if (!named) fields.fail("pub_key");
        // The light-client fixtures say "power" or "voting_power".
        const char *power = fields.find(validator, "power") ? "power" : "voting_power";
        const std::int64_t weight = fields.number(validator, power);
        if (weight <= 0 || weight > INT64_MAX / 8) fields.fail("power");
        if (fields.failed()) break;
        out.push_back({*named, weight});
    }
    sortValidators(out); // as the chain does; a list in another order is the same set
    return out;
}

LightBlock readBlock(Fields &fields, const Element &in) {
    LightBlock out;
    const Element signedHeader = fields.need(in, "signed_header");
    out.header = readHeaderFields(fields, fields.need(signedHeader, "header"));
    out.commit = readCommit(fields, fields.need(signedHeader, "commit"));
    if (const auto set = fields.find(in, "validator_set"))
        out.validators = readValidators(fields, *set);
    if (const auto set = fields.find(in, "next_validator_set"))
        out.nextValidators = readValidators(fields, *set);
    return out;
}

// Parses, reads, and gives one error for both.
template <class Read>
auto parsed(std::string_view json, Read read)
    -> Result<decltype(read(std::declval<Fields &>(), std::declval<Element>()))> {
    thread_local simdjson::dom::parser parser(largestLightBlock * 4);
    Fields fields;
    Element root;
    // simdjson copies from nothing without looking.
    if (json.empty() || parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) {
        fields.fail("not JSON");
    } else {
        auto out = read(fields, root);
        if (!fields.failed()) return out;
    }
    return apricot::fail(ErrorCode::LightBlockMalformed, fields.flaw());
}

std::string jsonText(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) {
            out += c;
        } else { // RFC 8259 section 7
            out += "\\u00" + toHex(ByteView(reinterpret_cast<const std::uint8_t *>(&c), 1));
        }
    }
    return out + '"';
}
std::string upperHex(const Bytes &bytes) {
    std::string out = toHex(bytes);
    for (char &c : out)
        if (c >= 'a') c = static_cast<char>(c - 'a' + 'A');
    return '"' + out + '"';
}
std::string blockIdJson(const BlockId &id) {
    return "{\"hash\":" + upperHex(id.hash) + ",\"parts\":{\"total\":" + std::to_string(id.parts)
           + ",\"hash\":" + upperHex(id.partsHash) + "}}";
}
std::string headerJson(const Header &h) {
    return "{\"version\":{\"block\":\"" + std::to_string(h.blockVersion) + "\",\"app\":\""
           + std::to_string(h.appVersion) + "\"},\"chain_id\":" + jsonText(h.chainId)
           + ",\"height\":\"" + std::to_string(h.height) + "\",\"time\":\"" + toText(h.time)
           + "\",\"last_block_id\":" + blockIdJson(h.lastBlock) + ",\"last_commit_hash\":"
           + upperHex(h.lastCommitHash) + ",\"data_hash\":" + upperHex(h.dataHash)
           + ",\"validators_hash\":" + upperHex(h.validatorsHash) + ",\"next_validators_hash\":"
           + upperHex(h.nextValidatorsHash) + ",\"consensus_hash\":" + upperHex(h.consensusHash)
           + ",\"app_hash\":" + upperHex(h.appHash) + ",\"last_results_hash\":"
           + upperHex(h.lastResultsHash) + ",\"evidence_hash\":" + upperHex(h.evidenceHash)
           + ",\"proposer_address\":" + upperHex(h.proposer) + "}";
}
std::string commitJson(const Commit &c) {
    std::string out = "{\"height\":\"" + std::to_string(c.height)
                      + "\",\"round\":" + std::to_string(c.round)
                      + ",\"block_id\":" + blockIdJson(c.block) + ",\"signatures\":[";
    for (const CommitVote &vote : c.votes) {
        if (out.back() != '[') out += ',';
        out += "{\"block_id_flag\":" + std::to_string(static_cast<int>(vote.flag))
               + ",\"validator_address\":" + upperHex(vote.address);
        if (vote.flag != VoteFlag::Absent)
            out += ",\"timestamp\":\"" + toText(vote.time) + "\",\"signature\":\""
                   + toBase64(vote.signature) + '"';
        out += '}';
    }
    return out + "]}";
}
std::string validatorsJson(const ValidatorSet &validators) {
    std::string out = "{\"validators\":[";
    for (const Validator &validator : validators) {
        if (out.back() != '[') out += ',';
        out += R"({"pub_key":{"type":"tendermint/PubKeyEd25519","value":")"
               + toBase64(validator.key.view()) + R"("},"voting_power":")"
               + std::to_string(validator.power) + "\"}";
    }
    return out + "]}";
}

} // namespace

Result<LightBlock> readLightBlock(std::string_view json) {
    return parsed(json, [](Fields &fields, const Element &in) { return readBlock(fields, in); });
}

Result<Header> readHeader(std::string_view json) {
    return parsed(json,
                  [](Fields &fields, const Element &in) { return readHeaderFields(fields, in); });
}

Result<std::vector<LightBlock>> readLightBlocks(std::string_view json) {
    return parsed(json, [](Fields &fields, const Element &in) {
        std::vector<LightBlock> out;
        for (const Element &block : fields.members(in, "a list of blocks"))
            out.push_back(readBlock(fields, block));
        return out;
    });
}

Result<Genesis> readGenesis(std::string_view json) {
    return parsed(json, [](Fields &fields, const Element &in) {
        Genesis out{std::string(fields.text(in, "chain_id")), fields.time(in, "genesis_time"),
                    readValidators(fields, in)};
        if (out.chainId.empty()) fields.fail("chain_id");
        if (out.validators.empty()) fields.fail("validators");
        return out;
    });
}

std::string toJson(const LightBlock &block) {
    std::string out = "{\"signed_header\":{\"header\":" + headerJson(block.header)
                      + ",\"commit\":" + commitJson(block.commit)
                      + "},\"validator_set\":" + validatorsJson(block.validators);
    if (!block.nextValidators.empty())
        out += ",\"next_validator_set\":" + validatorsJson(block.nextValidators);
    return out + '}';
}

std::string toJson(const std::vector<LightBlock> &blocks) {
    std::string out = "[";
    for (const LightBlock &block : blocks) {
        if (out.size() > 1) out += ',';
        out += toJson(block);
    }
    return out + ']';
}

} // namespace apricot::comet
