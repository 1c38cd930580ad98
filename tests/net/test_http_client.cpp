// SPDX-License-Identifier: GPL-3.0-or-later
// The client at a real port, and what a node that lies or hangs does to it.
#include "net/address.h"
#include "net/http.h"
#include "raw_server.h"

#include "program/test_program.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <atomic>
#include <future>
#include <sys/resource.h>

using namespace apricot;
using namespace apricot::net;
using namespace std::chrono_literals;

namespace {

struct Outcome {
    Result<HttpAnswer> answer;
    double seconds = 0;
};
Outcome ask(const std::string &address, const HttpRequest &request, ClientOptions options = {}) {
    const auto start = std::chrono::steady_clock::now();
    const auto client = connectHttp(address, options);
    auto answer = client ? (*client)->send(request) : Result<HttpAnswer>(client.error());
    return {std::move(answer),
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()};
}

HttpRequest within(std::chrono::milliseconds time) {
    return {"GET", "/a", {}, {}, time};
}

} // namespace

class TestHttpClient : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anAnswerComesWhole() {
        for (const auto &[answer, body] :
             std::initializer_list<std::pair<std::string, std::string>>{
                 {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "hello"},
                 {"HTTP/1.1 404 No\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno", "no"},
                 {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0"
                  "\r\n\r\n",
                  "hello"},
                 {"HTTP/1.0 200 OK\r\n\r\nto the end", "to the end"}}) {
            RawServer server([&answer = answer](const RawServer::Say &say) { say(answer); });
            const auto got = ask(server.address(), within(2s));
            QVERIFY2(got.answer.ok(), got.answer ? "" : got.answer.error().detail.c_str());
            QCOMPARE(std::string(textOf(got.answer->body)), body);
        }
    }

    // Whoever has the answer may end the program: no connection, and what is in its memory, is
    // taken apart after that.
    void nothingOfARequestIsLeftWhenItsAnswerIsThere() {
        RawServer server([](const RawServer::Say &say) {
            say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        });
        const auto open = [&server] {
            int out = 0;
            for (int fd = 0; fd < 1024; ++fd) {
                sockaddr_in peer{};
                socklen_t size = sizeof peer;
                if (::getpeername(fd, reinterpret_cast<sockaddr *>(&peer), &size) == 0
                    && ntohs(peer.sin_port) == server.port)
                    ++out;
            }
            return out;
        };
        int left = 0;
        for (int i = 0; i < 50; ++i) {
            QVERIFY(ask(server.address(), within(2s)).answer.ok());
            left += open();
        }
        QCOMPARE(left, 0);
    }

    // The clock is the whole request's: what comes byte by byte ends as soon as what is silent.
    void whoeverDripsIsWaitedForNoLongerThanWhoeverIsSilent_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("scheme");
        QTest::newRow("silent") << ""
                                << "http";
        QTest::newRow("head") << "HTTP/1.1 200 OK\r\nX: "
                              << "http";
        QTest::newRow("body") << "HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n"
                              << "http";
        QTest::newRow("to the end") << "HTTP/1.1 200 OK\r\n\r\n"
                                    << "http";
        QTest::newRow("chunk") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;"
                               << "http";
        QTest::newRow("handshake") << ""
                                   << "https";
        // A record of TLS that has only begun.
        QTest::newRow("record") << "\x16\x03\x03\x40"
                                << "https";
    }
    void whoeverDripsIsWaitedForNoLongerThanWhoeverIsSilent() {
        QFETCH(QString, first);
        QFETCH(QString, scheme);
        RawServer server([&](const RawServer::Say &say) {
            if (!first.isEmpty() && say(first.toLatin1().toStdString())) return drip(say);
            while (say("")) std::this_thread::sleep_for(20ms);
        });
        const auto got = ask(server.address(scheme.toLatin1().constData()), within(150ms));
        QCOMPARE(got.answer.error().code, ErrorCode::NodeUnreachable);
        QVERIFY2(got.seconds > 0.1 && got.seconds < 3, qPrintable(QString::number(got.seconds)));
    }

    // No request is without a time: one that names none has the client's.
    void theClientsOwnTimeEndsTheRest() {
        RawServer server(drip);
        ClientOptions options;
        options.answering = 250ms;
        const auto got = ask(server.address(), {"GET", "/a", {}, {}}, options);
        QCOMPARE(got.answer.error().code, ErrorCode::NodeUnreachable);
        QVERIFY(got.seconds < 3); // and not 15
    }

    // A large answer earns its time by what has come, and a stop in the middle ends it.
    void aLargeAnswerMayTakeAsLongAsTheSlowestSpeed() {
        const std::string piece(32U << 10U, 'a');
        constexpr int pieces = 12;
        std::atomic<bool> stops = false;
        RawServer server([&](const RawServer::Say &say) {
            say("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(pieces * piece.size())
                + "\r\n\r\n");
            for (int i = 0; i < pieces && say(piece); ++i) {
                std::this_thread::sleep_for(75ms);
                while (stops && i > 5 && say("")) std::this_thread::sleep_for(20ms);
            }
        });
        ClientOptions options;
        options.answering = 600ms;
        options.slowest = 16U << 10U; // two seconds for a piece
        HttpRequest request{"GET", "/a", {}, {}, {}, std::size_t{1} << 20U};
        const auto whole = ask(server.address(), request, options);
        QVERIFY2(whole.answer.ok(), whole.answer ? "" : whole.answer.error().detail.c_str());
        QVERIFY(whole.seconds > 0.7);
        stops = true;
        const auto stopped = ask(server.address(), request, options);
        QCOMPARE(stopped.answer.error().code, ErrorCode::NodeUnreachable);
        QVERIFY2(stopped.seconds < 8, qPrintable(QString::number(stopped.seconds)));
    }

    // Judged by what was asked, before it is held; a length that is said is not read at all.
    void anAnswerIsNoLargerThanWhatWasAskedFor() {
        const std::string piece(64U << 10U, 'a');
        const auto most = [] {
            rusage used{};
            getrusage(RUSAGE_SELF, &used);
            return used.ru_maxrss >> 10; // MiB
        };
        const auto before = most();
        for (const std::string head :
             {"HTTP/1.1 200 OK\r\nContent-Length: 723517440\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n",
              "HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n2B200000\r\n"}) {
            RawServer server([&](const RawServer::Say &say) {
                if (!say(head)) return;
                for (int i = 0; i < 11'040 && say(piece);) ++i; // 690 MiB
            });
            for (const std::size_t largest : {std::size_t{64} << 10U, std::size_t{1} << 20U}) {
                HttpRequest request = within(30s);
                request.largestAnswer = largest;
                server.said = 0;
                const auto got = ask(server.address(), request);
                QCOMPARE(got.answer.error().code, ErrorCode::AnswerTooLarge);
                QVERIFY(server.said < largest + (std::size_t{16} << 20U)); // the sockets' own
            }
        }
        qInfo("%ld MiB, %ld MiB before", most(), before);
#ifdef __SANITIZE_ADDRESS__ // which keeps freed memory for a while
        QVERIFY(most() - before < 400);
#else
        QVERIFY(most() - before < 64);
#endif
        // A byte a chunk, and what says nothing about it.
        const std::array chunksOf{"1;" + std::string(60'000, 'x') + "\r\na\r\n",
                                  std::string("1\r\na\r\n")};
        for (const std::string &more : chunksOf) {
            RawServer chunks([&](const RawServer::Say &say) {
                say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                while (say(more)) {
                }
            });
            const auto got = ask(chunks.address(), within(20s));
            QCOMPARE(got.answer.error().code, ErrorCode::AnswerTooLarge);
            QVERIFY(chunks.said < std::size_t{16} << 20U);
        }
        // A head without end, and one that says nothing.
        RawServer endless([&](const RawServer::Say &say) {
            say("HTTP/1.1 200 OK\r\n");
            while (say("X-More: " + std::string(1000, 'a') + "\r\n")) {
            }
        });
        QCOMPARE(ask(endless.address(), within(5s)).answer.error().code,
                 ErrorCode::NodeUnreachable);
        RawServer garbage([&](const RawServer::Say &say) { say("SSH-2.0-x\r\n\r\n"); });
        QCOMPARE(ask(garbage.address(), within(5s)).answer.error().code,
                 ErrorCode::NodeUnreachable);
    }

    void whatIsCutEndsAtOnce() {
        for (const char *scheme : {"http", "https"}) {
            RawServer server(drip);
            ClientOptions options;
            options.breaker = std::make_shared<Breaker>();
            auto asked = std::async(std::launch::async, [&] {
                return ask(server.address(scheme), within(10s), options);
            });
            while (server.said < 2) std::this_thread::sleep_for(1ms);
            const auto start = std::chrono::steady_clock::now();
            options.breaker->cut();
            const auto got = asked.get();
            // Garbage instead of a handshake may be what ends it first.
            if (std::string(scheme) == "http")
                QCOMPARE(got.answer.error().code, ErrorCode::NetworkStopped);
            QVERIFY(std::chrono::steady_clock::now() - start < 2s);
            QCOMPARE(ask(server.address(), within(10s), options).answer.error().code,
                     ErrorCode::NetworkStopped);
        }
    }

    // Who does not read a body says why.
    void aRefusalOfALargeBodyIsHeard() {
        ServerOptions options;
        options.largestRequest = 100;
        const auto server = serveHttp(
            options, [](const HttpRequest &, std::uint64_t) { return Judgement{}; },
            [](HttpRequest &) { return HttpAnswer{}; });
        const std::string address = "http://127.0.0.1:" + std::to_string((*server)->port());
        const auto got = ask(address, {"POST", "/a", Bytes(200'000, 1), {}});
        QVERIFY2(got.answer.ok(), got.answer ? "" : got.answer.error().detail.c_str());
        QCOMPARE(got.answer->status, 413);
    }

    // With TLS: by a certificate that the authority vouches for, and for that name alone.
    void onlyTheNodesOwnCertificateIsTaken() {
        const QTemporaryDir folder;
        const auto certified = [&](const char *name, const char *names) {
            const QString at = folder.filePath(QLatin1String(name));
            QProcess made;
            made.start(QStringLiteral("openssl"),
                       {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                        QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                        QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                        QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=node"), QStringLiteral("-addext"),
                        QStringLiteral("subjectAltName=") + QLatin1String(names),
                        QStringLiteral("-keyout"), at + QStringLiteral(".key"),
                        QStringLiteral("-out"), at + QStringLiteral(".crt")});
            if (!made.waitForFinished() || made.exitCode() != 0) qFatal("openssl");
            return at.toStdString();
        };
        const std::string own = certified("own", "IP:127.0.0.1,DNS:localhost");
        const std::string others = certified("others", "IP:127.0.0.2,DNS:example.org");
        const auto serving = [](const std::string &certificate) {
            ServerOptions options;
            options.certificate = certificate + ".crt";
            options.key = certificate + ".key";
            return serveHttp(
                       options,
                       [](const HttpRequest &, std::uint64_t) {
                           return Judgement{std::nullopt, std::size_t{1} << 20U};
                       },
                       [](HttpRequest &request) {
                           return HttpAnswer{200, std::move(request.body), "text/plain"};
                       })
                .value();
        };
        const auto node = serving(own), other = serving(others);
        const auto saysOf = [](const HttpServer &server, const char *host,
                               const std::string &authority) {
            ClientOptions options;
            options.authority = authority;
            HttpRequest request{"POST", "/a", Bytes(1'000'000, 7), {}, 5s, std::size_t{1} << 20U};
            const auto got =
                ask("https://" + std::string(host) + ":" + std::to_string(server.port()), request,
                    options);
            if (!got.answer) return std::string(nameOf(got.answer.error().code));
            return std::to_string(got.answer->body == request.body);
        };
        QCOMPARE(saysOf(*node, "127.0.0.1", own + ".crt"), std::string("1"));
        QCOMPARE(saysOf(*node, "localhost", own + ".crt"), std::string("1"));
        QCOMPARE(saysOf(*other, "127.0.0.1", others + ".crt"), std::string("NodeNotTrusted"));
        QCOMPARE(saysOf(*other, "localhost", others + ".crt"), std::string("NodeNotTrusted"));
        for (const std::string &authority : {std::string(), others + ".crt", own + ".none",
                                             own + ".key", std::string("/dev/zero")})
            QCOMPARE(saysOf(*node, "127.0.0.1", authority), std::string("NodeNotTrusted"));
    }

    // Of certificates alone, and no more of them than an authority has.
    void anAuthorityIsASmallFileOfCertificates() {
        const QTemporaryDir folder;
        const std::string at = folder.path().toStdString() + "/a";
        const auto made = [&](const char *what) {
            QProcess openssl;
            openssl.start(
                QStringLiteral("sh"),
                {QStringLiteral("-c"),
                 QString::fromUtf8(what).replace(QLatin1String("@"), QString::fromStdString(at))});
            if (!openssl.waitForFinished() || openssl.exitCode() != 0) qFatal("%s", what);
        };
        made("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=a "
             "-keyout @.key -out @.crt; cat @.crt @.key > @.both; cat @.crt @.crt > @.two; "
             "mkfifo @.pipe; : > @.empty; while [ $(wc -c < @.many || echo 0) -le 65536 ]; do "
             "cat @.crt >> @.many; done");
        for (const char *good : {".crt", ".two"}) QVERIFY2(authorityIn(at + good), good);
        for (const char *bad : {".key", ".both", ".many", ".pipe", ".empty", ".none", ""})
            QVERIFY2(!authorityIn(at + bad), bad);
        QVERIFY(!authorityIn("/dev/zero") && !authorityIn(folder.path().toStdString()));
    }

    void onlyAddressesOfNodesAreAddresses() {
        for (const char *address :
             {"", "http://example.org:80", "http://127.0.0.1:80@example.org:80", "https://",
              "https://a b:1", "https://a:99999", "https://a:", "https://[::1", "https://a/b:1",
              "https://a:0", "https://[::1]a:1", "https://a\\b:1", "https://\xe6\x9d\x8f:1",
              "http://127.0.0.1", "ftp://a:1", "https://a@b:1", "https://a:1\r\nX: y"})
            QVERIFY2(!connectHttp(address).ok(), address);
        for (const char *address : {"https://example.org", "https://[2001:db8::1]:26680",
                                    "http://[::1]:80", "https://example.org:443/"})
            QVERIFY2(connectHttp(address).ok(), address);
    }
};

APRICOT_TEST(TestHttpClient)
#include "test_http_client.moc"
