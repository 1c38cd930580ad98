// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http.h"

#include <csignal>
#include <httplib.h>
#include <mutex>

namespace apricot::net {
namespace {

bool isLoopback(const std::string &address) {
    for (const char *start : {"http://127.0.0.1:", "http://[::1]:", "http://localhost:"})
        if (address.starts_with(start)) return true;
    return false;
}

class Connection final : public HttpClient {
  public:
    Connection(std::string address, const ClientOptions &options)
        : m_address(std::move(address)), m_options(options) {}

    std::string name() const override { return m_address; }

    // A connection for each request: threads do not wait for each other, and a node that has gone
    // away leaves nothing behind.
    Result<HttpAnswer> send(const HttpRequest &request) override {
        httplib::Client client(m_address);
        client.set_connection_timeout(m_options.connecting);
        client.set_read_timeout(m_options.answering);
        client.set_write_timeout(m_options.answering);
        client.set_follow_location(false);
        if (!m_options.authority.empty()) client.set_ca_cert_path(m_options.authority);
        HttpAnswer answer;
        bool tooLarge = false;
        httplib::Request sent;
        sent.method = request.method;
        sent.path = request.path;
        sent.body = textOf(request.body);
        if (!request.body.empty()) sent.set_header("Content-Type", "application/octet-stream");
        sent.content_receiver = [&](const char *data, std::size_t size, std::uint64_t,
                                    std::uint64_t) {
            tooLarge = answer.body.size() + size > m_options.largestAnswer;
            if (!tooLarge) append(answer.body, viewOf({data, size}));
            return !tooLarge;
        };
        const httplib::Result result = client.send(sent);
        if (tooLarge) return fail(Code::AnswerTooLarge, m_address);
        if (!result)
            return fail(Code::NodeUnreachable, m_address + ": " + to_string(result.error()));
        answer.status = result->status;
        if (answer.body.empty()) {
            const ByteView view = viewOf(result->body); // of an error, which no receiver is given
            answer.body.assign(view.begin(), view.end());
        }
        return answer;
    }

  private:
    std::string m_address;
    ClientOptions m_options;
};

} // namespace

Result<std::unique_ptr<HttpClient>> connectHttp(const std::string &address,
                                                const ClientOptions &options) {
    // OpenSSL writes to a connection that the other side has closed: an error, not the end of us.
    static const auto ignored = std::signal(SIGPIPE, SIG_IGN);
    static_cast<void>(ignored);
    constexpr std::string_view secure = "https://";
    const bool known = address.starts_with(secure) && address.size() > secure.size();
    if ((!known && !isLoopback(address)) || address.find_first_of(" \r\n") != std::string::npos)
        return fail(Code::NetAddressInvalid, address);
    return std::unique_ptr<HttpClient>(std::make_unique<Connection>(address, options));
}

} // namespace apricot::net
