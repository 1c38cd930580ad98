// SPDX-License-Identifier: GPL-3.0-or-later
// The nodes that a phone or a clinic asks: several, none of them believed, the next asked when one
// is silent.
#pragma once

#include "comet/light_client.h"
#include "gateway/messages.h"
#include "ledger/prefix_proof.h"
#include "net/http.h"

namespace apricot::gateway {

class Node final : public comet::LightBlockSource {
  public:
    // `operatedBy` is whoever runs it: nodes of one operator do not confirm each other. Without one
    // it is a node by itself.
    explicit Node(std::unique_ptr<net::HttpClient> http, std::string operatedBy = {})
        : m_http(std::move(http)), m_operator(std::move(operatedBy)) {}
    [[nodiscard]] std::string name() const override { return m_http->name(); }

    [[nodiscard]] std::string operatedBy() const {
        return m_operator.empty() ? name() : m_operator;
    }

    // The body of a good answer; else the node's error, or that of the connection.
    // `within`: for the whole of it; 0: as the connection is patient.
    [[nodiscard]] Result<Bytes> get(const std::string &path, std::chrono::milliseconds within = {});
    [[nodiscard]] Result<Bytes> post(const std::string &path, Bytes body,
                                     std::chrono::milliseconds within = {});

    [[nodiscard]] Result<Description> describe();
    [[nodiscard]] Result<Outcome> submit(ByteView transaction);
    // Not yet verified.
    [[nodiscard]] Result<ProvenPrefix> queryPrefix(const StatePrefix &prefix);
    // A page behind a place, all of it under the prefix.
    [[nodiscard]] Result<Notices> notices(const StatePrefix &under, const NoticePlace &after);
    // The whole of a message, of so many bytes as its notice says, in pieces of `pieceBytes`.
    // GatewayMessageMalformed: it has not that id, or a piece is smaller. NodeBusy: it did not
    // come until then; for the piece that is asked for it is waited.
    [[nodiscard]] Result<Bytes> message(const Digest &id, std::uint64_t bytes,
                                        std::chrono::steady_clock::time_point until);
    [[nodiscard]] Result<comet::LightBlock> lightBlock(std::int64_t height) override;

  private:
    [[nodiscard]] Result<Bytes> ask(const net::HttpRequest &request);
    std::unique_ptr<net::HttpClient> m_http;
    std::string m_operator;
};

using Nodes = std::vector<std::unique_ptr<Node>>;

// An error after which another node may still do better.
[[nodiscard]] bool mayAskAnother(ErrorCode code);

// Asks each node in turn, by its number, until one gives what is wanted; the first error when none
// does.
template <class Ask>
[[nodiscard]] auto firstOf(const Nodes &nodes, Ask ask) -> decltype(ask(std::size_t{0})) {
    auto result = ask(std::size_t{0});
    for (std::size_t i = 1; i < nodes.size() && !result && mayAskAnother(result.error().code); ++i)
        if (auto next = ask(i); next || !mayAskAnother(next.error().code)) result = std::move(next);
    return result;
}

} // namespace apricot::gateway
