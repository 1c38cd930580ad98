// SPDX-License-Identifier: GPL-3.0-or-later
// The few things a node asks of its own CometBFT (JSON-RPC, CometBFT 0.38): to take a transaction,
// and for signed blocks.
#pragma once

#include "comet/light_client.h"
#include "ledger/refusal.h"
#include "net/http.h"

namespace apricot::comet {

struct Broadcast {
    Refusal refusal = Refusal::None; // what CheckTx said
    std::string detail;
};

class RpcClient final : public LightBlockSource {
  public:
    explicit RpcClient(std::unique_ptr<net::HttpClient> http) : m_http(std::move(http)) {}

    [[nodiscard]] std::string name() const override { return m_http->name(); }
    // Once CheckTx has taken or refused it. One that is already on its way is taken. EngineRefused,
    // EngineAnswerMalformed, and the errors of the connection.
    [[nodiscard]] Result<Broadcast> broadcast(ByteView transaction);
    [[nodiscard]] Result<LightBlock> lightBlock(std::int64_t height) override;
    // The name of its chain, as its genesis has it.
    [[nodiscard]] Result<std::string> chainId();

  private:
    [[nodiscard]] Result<std::string> get(const std::string &path);
    [[nodiscard]] Result<std::string> validators(std::int64_t height);

    std::unique_ptr<net::HttpClient> m_http;
};

} // namespace apricot::comet
