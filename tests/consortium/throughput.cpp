// SPDX-License-Identifier: GPL-3.0-or-later
// How many transactions a second a chain takes, and how long each takes until its block is to be
// seen: the same for our node and for CometBFT's own example application, by CometBFT's RPC.
#include "codec/base64.h"
#include "comet/rpc_client.h"
#include "crypto/hash.h"
#include "scene.h"

#include <atomic>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <map>
#include <mutex>
#include <simdjson.h>
#include <thread>

namespace apricot::load {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;

// What is asked of a CometBFT over a connection that stays open, which core/net's do not.
class Rpc {
  public:
    explicit Rpc(const std::string &address) : m_host(address.substr(address.rfind('/') + 1)) {}
    // CheckTx's code; -1 when there was no answer.
    int broadcast(const Bytes &transaction) {
        const auto answer =
            ask({http::verb::post, "/", 11,
                 R"({"jsonrpc":"2.0","id":1,"method":"broadcast_tx_sync","params":{"tx":")"
                     + toBase64(transaction) + "\"}}"});
        const auto at = answer.find("\"code\":");
        return at == std::string::npos ? -1 : std::atoi(answer.c_str() + at + 7);
    }
    std::string get(const std::string &path) { return ask({http::verb::get, path, 11}); }
    Height height() {
        const std::string body = get("/status");
        constexpr std::string_view name = "\"latest_block_height\":\"";
        const auto at = body.find(name);
        return at == std::string::npos ? 0 : std::stoull(body.substr(at + name.size()));
    }
    std::vector<Bytes> transactions(Height at) {
        const std::string body = get("/block?height=" + std::to_string(at));
        simdjson::dom::parser parser;
        simdjson::dom::element root;
        simdjson::dom::array txs;
        std::vector<Bytes> out;
        if (parser.parse(body).get(root) != simdjson::SUCCESS
            || root["result"]["block"]["data"]["txs"].get(txs) != simdjson::SUCCESS)
            return out;
        for (const simdjson::dom::element tx : txs) {
            std::string_view text;
            if (tx.get(text) == simdjson::SUCCESS)
                if (auto raw = fromBase64(text)) out.push_back(std::move(*raw));
        }
        return out;
    }

  private:
    using Request = http::request<http::string_body>;

    // Empty: no answer. What was open may have been closed by the other side: once more, then.
    std::string ask(Request request) {
        request.set(http::field::host, m_host);
        request.set(http::field::content_type, "application/json");
        request.prepare_payload();
        const bool wasOpen = m_stream.socket().is_open();
        const std::string answer = exchange(request);
        return answer.empty() && wasOpen ? exchange(request) : answer;
    }
    std::string exchange(const Request &request) {
        http::response_parser<http::string_body> answer;
        answer.body_limit(std::uint64_t{64} << 20U);
        const auto failed = [&] {
            return (!m_stream.socket().is_open() && !connected())
                   || !run([&](auto &&then) { http::async_write(m_stream, request, then); })
                   || !run([&](auto &&then) { http::async_read(m_stream, m_read, answer, then); });
        }();
        if (failed || !answer.get().keep_alive()) {
            m_stream.close();
            m_read.clear();
        }
        return failed ? std::string() : std::move(answer.get().body());
    }
    bool connected() {
        const auto colon = m_host.rfind(':');
        boost::system::error_code bad;
        const auto ip = asio::ip::make_address(m_host.substr(0, colon), bad);
        if (bad || colon == std::string::npos) return false;
        const auto port = static_cast<std::uint16_t>(std::atoi(m_host.c_str() + colon + 1));
        if (!run([&](auto &&then) { m_stream.async_connect({ip, port}, then); })) return false;
        m_stream.socket().set_option(asio::ip::tcp::no_delay(true), bad);
        return true;
    }
    template <class Begin>
    bool run(Begin begin) {
        bool done = false;
        m_stream.expires_after(std::chrono::seconds{30});
        begin([&](boost::system::error_code failed, auto &&...) { done = !failed; });
        m_context.restart();
        m_context.run();
        return done;
    }

    std::string m_host; // and port
    asio::io_context m_context;
    boost::beast::tcp_stream m_stream{m_context};
    boost::beast::flat_buffer m_read;
};

// "key=value" of the same size: what the example application takes.
Bytes plainTransaction(std::size_t number, std::size_t size) {
    std::string text = "key" + std::to_string(number) + "t" + std::to_string(secondsNow()) + "=";
    text.resize(std::max(size, text.size() + 1), 'v');
    const ByteView view = viewOf(text);
    return {view.begin(), view.end()};
}

} // namespace

int throughput(const std::vector<std::string> &words) {
    if (words.size() != 5) return 2;
    const bool ours = words[0] == "apricot";
    const std::vector<std::string> addresses = split(words[2]);
    const std::size_t count = std::stoul(words[3]);
    const std::size_t threads = std::stoul(words[4]);
    Scene scene(words[1]);
    Rpc watching(addresses[0]);
    std::vector<Bytes> transactions;
    if (ours) {
        const int code = watching.broadcast(
            scene.signedBy(scene.admin, RegisterOrganisation{scene.organisation()}));
        if (code != 0 && code != static_cast<int>(Refusal::OrganisationExists)) return 1;
        std::this_thread::sleep_for(std::chrono::seconds(2));
    }
    for (std::size_t i = 0; i < count; ++i)
        transactions.push_back(scene.redeem(scene.freshGrant()));
    const std::size_t size = transactions.front().size();
    if (!ours)
        for (std::size_t i = 0; i < count; ++i) transactions[i] = plainTransaction(i, size);

    std::vector<double> sent(count, 0);
    std::map<Digest, std::size_t> numbers;
    for (std::size_t i = 0; i < count; ++i) numbers[sha256(transactions[i])] = i;
    Height seen = watching.height();
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> refused{0};
    const double start = secondsNow();
    std::vector<std::jthread> senders;
    for (std::size_t t = 0; t < threads; ++t)
        senders.emplace_back([&, t] {
            Rpc rpc(addresses[t % addresses.size()]);
            for (std::size_t i = next++; i < count; i = next++) {
                sent[i] = secondsNow();
                if (rpc.broadcast(transactions[i]) != 0) ++refused;
            }
        });
    // A block is seen when a node that polls for it sees it; the same for both.
    std::vector<double> latencies;
    std::size_t found = 0;
    double last = start;
    while (found + refused < count && secondsNow() < start + 120) {
        const Height height = watching.height();
        const double at = secondsNow();
        for (; seen < height; ++seen)
            for (const Bytes &transaction : watching.transactions(seen + 1)) {
                const auto it = numbers.find(sha256(transaction));
                if (it == numbers.end()) continue;
                latencies.push_back(at - sent[it->second]);
                ++found;
                last = at;
            }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    senders.clear();
    std::ranges::sort(latencies);
    const auto quantile = [&](double q) {
        return latencies.empty()
                   ? 0.0
                   : latencies[static_cast<std::size_t>(q * double(latencies.size() - 1))];
    };
    std::printf("{\"bytes\":%zu,\"found\":%zu,\"refused\":%zu,\"seconds\":%.3f,\"per_second\":%.1f,"
                "\"p50_ms\":%.1f,\"p95_ms\":%.1f}\n",
                size, found, refused.load(), last - start, double(found) / (last - start),
                quantile(0.5) * 1000, quantile(0.95) * 1000);
    return found == count ? 0 : 1;
}

} // namespace apricot::load
