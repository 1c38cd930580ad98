// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what every node has accepted, and the history of those who asked: one order, the same at
// all; a single-use grant redeemed once and not after its revocation; nothing that was said to be
// accepted is missing, nothing that was refused is there.
#include "crypto/hash.h"
#include "scene.h"

#include <map>
#include <set>
#include <sstream>
#include <thread>

namespace apricot::load {
namespace {

struct Accepted {
    Height height;
    Digest id;
    Bytes transaction;
};

// Up to the height that every node has.
std::optional<std::vector<Accepted>> acceptedAt(gateway::Node &node, Height last) {
    std::vector<Accepted> out;
    for (Height next = 1; next <= last;) {
        const auto body = node.get("/v1/events?from=" + std::to_string(next));
        const auto blocks = body ? gateway::decodeEvents(*body) : body.error();
        if (!blocks || blocks->empty()) return std::nullopt;
        for (const gateway::BlockEvents &block : *blocks) {
            if (block.height != next || next > last) break;
            ++next;
            for (const Bytes &transaction : block.transactions)
                out.push_back({block.height, sha256(transaction), transaction});
        }
    }
    return out;
}

class Checker {
  public:
    void expect(bool truth, const std::string &what) {
        if (truth) return;
        ++m_wrong;
        std::printf("WRONG: %s\n", what.c_str());
    }
    void order(const std::vector<Accepted> &chain) {
        std::map<std::string, int> redeemed;
        std::set<std::string> revoked;
        for (const Accepted &one : chain) {
            expect(m_ids.insert(one.id).second, "a transaction stands twice");
            m_heights[toHex(one.id.view())] = one.height;
            const auto decoded = decodeTransaction(one.transaction);
            if (!decoded) continue;
            if (const auto *redeem = decoded->transaction.action.as<Redeem>()) {
                const auto grant = verifyPublicPart(redeem->grant);
                const std::string name = toHex(grant->signer.view()) + toHex(grant->id.view());
                expect(++redeemed[name] <= static_cast<int>(grant->uses),
                       "a grant is redeemed too often");
                expect(!revoked.contains(name), "a grant is redeemed after its revocation");
            } else if (const auto *revoke = decoded->transaction.action.as<Revoke>()) {
                revoked.insert(toHex(revoke->revoker.view()) + toHex(revoke->grant.view()));
            }
        }
        m_redeemed = redeemed.size();
        m_revoked = revoked.size();
    }
    void history(const std::string &file) {
        std::ifstream in(file);
        std::map<std::string, int> accepted;
        for (std::string line; std::getline(in, line);) {
            std::istringstream words(line);
            std::string grant, node, what, id, code;
            Height height = 0;
            words >> grant >> node >> what >> id >> code >> height;
            ++m_lines;
            const auto it = m_heights.find(id);
            if (code == "Accepted") {
                expect(it != m_heights.end() && it->second == height,
                       "said to be accepted, but not there: " + line);
                if (what == "redeem")
                    expect(++accepted[grant] == 1, "two desks were told yes: " + line);
            } else if (code != "Unknown" && code != "TransactionReplayed") {
                expect(it == m_heights.end(), "said to be refused, but there: " + line);
            } else {
                ++m_unknown;
            }
        }
    }
    int report() const {
        std::printf("%zu submissions (%zu without an answer), %zu grants redeemed, %zu revoked, "
                    "%zu wrong\n",
                    m_lines, m_unknown, m_redeemed, m_revoked, m_wrong);
        return m_wrong == 0 && m_lines > 0 ? 0 : 1;
    }

  private:
    std::set<Digest> m_ids;
    std::map<std::string, Height> m_heights;
    std::size_t m_wrong = 0, m_lines = 0, m_unknown = 0, m_redeemed = 0, m_revoked = 0;
};

} // namespace

int check(const std::vector<std::string> &words) {
    if (words.size() != 3) return 2;
    const gateway::Nodes nodes = connect(split(words[1]), words[0]);
    Height last = 0;
    for (const auto &node : nodes) {
        const auto described = node->describe();
        if (!described) {
            std::printf("WRONG: %s does not answer\n", node->name().c_str());
            return 1;
        }
        last = last == 0 ? described->height : std::min(last, described->height);
    }
    Checker checker;
    std::optional<std::vector<Accepted>> first;
    for (const auto &node : nodes) {
        auto accepted = acceptedAt(*node, last);
        checker.expect(accepted.has_value(), node->name() + " cannot be read");
        if (!accepted) continue;
        if (!first) {
            checker.order(*accepted);
            first = std::move(accepted);
            continue;
        }
        const bool same =
            std::ranges::equal(*first, *accepted, [](const Accepted &a, const Accepted &b) {
                return a.height == b.height && a.id == b.id;
            });
        checker.expect(same, node->name() + " has another order");
    }
    checker.history(words[2]);
    return checker.report();
}

} // namespace apricot::load
