// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/relayed_nodes.h"

#include "base/chance.h"

namespace apricot::gateway {
namespace {

class BlocksOnly final : public net::HttpClient {
  public:
    explicit BlocksOnly(net::HttpClient &to) : m_to(to) {}
    [[nodiscard]] std::string name() const override { return m_to.name(); }
    [[nodiscard]] Result<net::HttpAnswer> send(const net::HttpRequest &request) override {
        if (net::pathWithoutQuery(request.path) == "/v1/light-block") return m_to.send(request);
        return relayUnavailable("the relay itself is not asked");
    }

  private:
    net::HttpClient &m_to;
};

} // namespace

RelayedNodes::RelayedNodes(std::unique_ptr<net::HttpClient> relay, const std::string &operatedBy,
                           const std::vector<RelayTarget> &targets, const Clock &clock,
                           Random &random)
    : m_relay(std::move(relay)), m_random(random) {
    for (const RelayTarget &one : targets)
        m_nodes.push_back(std::make_unique<Node>(
            relayedThrough(*m_relay, toHex(one.id.view()), one.key, clock, random),
            one.operatedBy));
    m_nodes.push_back(std::make_unique<Node>(std::make_unique<BlocksOnly>(*m_relay), operatedBy));
    turn();
}

void RelayedNodes::turn() {
    Nodes turned;
    for (const std::size_t i : shuffled(m_nodes.size() - 1, m_random))
        turned.push_back(std::move(m_nodes[i]));
    turned.push_back(std::move(m_nodes.back()));
    m_nodes = std::move(turned);
}

} // namespace apricot::gateway
