// SPDX-License-Identifier: GPL-3.0-or-later
// The server at a real port, and what strangers do to it.
#include "net/http.h"
#include "net/places.h"
#include "raw_client.h"

#include "program/test_program.h"

#include <QtTest>
#include <atomic>
#include <fcntl.h>
#include <future>
#include <sys/resource.h>
#include <thread>

using namespace apricot;
using namespace apricot::net;
using namespace std::chrono_literals;

namespace {

const std::string get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";

std::string post(std::size_t length, const std::string &more = {}) {
    return "POST /a HTTP/1.1\r\nHost: x\r\n" + more + "Content-Length: " + std::to_string(length)
           + "\r\n\r\n";
}

struct Scene {
    ServerOptions options;
    std::atomic<int> judged = 0, handled = 0;
    std::function<Judgement(const HttpRequest &, std::uint64_t)> judge =
        [](const HttpRequest &, std::uint64_t) { return Judgement{}; };
    std::function<HttpAnswer(HttpRequest &)> handle = [](HttpRequest &request) {
        return HttpAnswer{200, std::move(request.body), "text/plain"};
    };
    std::unique_ptr<HttpServer> server;

    int start() {
        auto made = serveHttp(
            options,
            [this](const HttpRequest &head, std::uint64_t length) {
                ++judged;
                return judge(head, length);
            },
            [this](HttpRequest &request) {
                ++handled;
                return handle(request);
            });
        if (!made) qFatal("serve");
        server = std::move(made).value();
        return server->port();
    }
};

double secondsOf(const std::function<void()> &done) {
    const auto start = std::chrono::steady_clock::now();
    done();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Every answer but that of /a takes 250,000 bytes.
Judgement allButAAreLarge(const HttpRequest &head, std::uint64_t /*length*/) {
    return Judgement{std::nullopt, head.path == "/a" ? smallBody : std::size_t{250'000}};
}

} // namespace

class TestHttpServer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        rlimit files{};
        getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }

    void aRequestIsAnswered() {
        Scene s;
        s.judge = [](const HttpRequest &head, std::uint64_t length) {
            const bool ok = head.from == "127.0.0.1" && head.path == "/a" && head.body.empty()
                            && length == (head.method == "POST" ? 5U : 0U);
            return ok ? Judgement{} : Judgement{HttpAnswer{400, {}, "text/plain"}};
        };
        RawClient client(s.start());
        for (int i = 0; i < 3; ++i) { // on one connection
            client.send(post(5) + "hello");
            QVERIFY(client.receive().ends_with("\r\n\r\nhello"));
            client.send(get);
            QCOMPARE(client.status(), 200);
        }
        client.send(post(5, "Expect: 100-continue\r\n"));
        std::string said;
        for (int i = 0; i < 50 && !said.ends_with("\r\n\r\n"); ++i) said += client.receive(50);
        QVERIFY(said.starts_with("HTTP/1.1 100 Continue"));
        client.send("hello");
        QCOMPARE(client.status(), 200);
        QCOMPARE(s.handled, 7);
    }

    void whatIsNoPlainRequestIsRefusedUnread_data() {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const std::string &request, int status) {
            QTest::newRow(name) << QByteArray::fromStdString(request) << status;
        };
        row("chunks", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", 411);
        row("chunks of gzip",
            "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 411);
        row("chunks in a GET", "GET /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
            411);
        row("no length", "POST /a HTTP/1.1\r\nHost: x\r\n\r\n", 411);
        row("gzip", post(1000, "Content-Encoding: gzip\r\n"), 415);
        row("identity too", post(1000, "content-encoding: identity\r\n"), 415);
        row("too large", post((1U << 20U) + 1), 413);
        row("largest number",
            "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 18446744073709551615\r\n\r\n", 413);
        row("no number", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1x\r\n\r\n", 400);
        row("negative", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400);
        row("two lengths", post(5, "Content-Length: 6\r\n"), 400);
        row("length and chunks", post(5, "Transfer-Encoding: chunked\r\n"), 400);
        row("another protocol", "\x16\x03\x01\x02 and so on\r\n\r\n", 400);
        row("long head", "GET /a HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n", 431);
        row("long target", "GET /" + std::string(20'000, 'x') + " HTTP/1.1\r\n\r\n", 431);
        std::string many = "GET /a HTTP/1.1\r\n";
        for (int i = 0; i < 3000; ++i) many += "a:b\r\n";
        row("many fields", many + "\r\n", 431);
    }
    void whatIsNoPlainRequestIsRefusedUnread() {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        Scene s;
        RawClient client(s.start());
        client.send(request.toStdString());
        QCOMPARE(client.status(), status);
        static_cast<void>(client.receive(10'000));
        QVERIFY(client.isClosed()); // what follows would be taken for another request
        QCOMPARE(s.judged, 0);
        QCOMPARE(s.handled, 0);
    }

    void theJudgementComesBeforeTheBody() {
        Scene s;
        s.judge = [](const HttpRequest &, std::uint64_t length) {
            return length > 100 ? Judgement{HttpAnswer{429, {}, "text/plain"}} : Judgement{};
        };
        RawClient client(s.start());
        client.send(post(100'000)); // and not a byte of it
        QCOMPARE(client.status(), 429);
        QCOMPARE(s.judged, 1);
        QCOMPARE(s.handled, 0);
        RawClient eager(s.server->port()); // hears the answer although it goes on writing
        eager.send(post(100'000) + std::string(100'000, 'x'));
        QCOMPARE(eager.status(), 429);
    }

    // A byte now and then does not stretch it.
    void aRequestHasADeadlineAsAWhole() {
        Scene s;
        s.options.patience = 1s;
        const int port = s.start();
        for (const std::string &begun : {get.substr(0, 10), post(1000)}) {
            RawClient client(port);
            client.send(begun);
            const double took = secondsOf([&] {
                for (int i = 0; i < 400 && !client.isClosed(); ++i) {
                    client.send("x");
                    static_cast<void>(client.receive(50));
                }
            });
            QVERIFY2(client.isClosed() && took > 0.5 && took < 10,
                     qPrintable(QString::number(took)));
        }
        QCOMPARE(s.handled, 0);
    }

    void aThousandSlowConnectionsOfOneMachineHoldUpNoOther() {
        Scene s;
        const int port = s.start();
        std::vector<RawClient> slow;
        for (int i = 0; i < 1000; ++i) {
            slow.emplace_back(port);
            slow.back().send("POST /a HTTP/1.1\r\nHost: x\r\nContent-");
        }
        const double took = secondsOf([&] {
            RawClient other(port, "127.0.0.2");
            other.send(get);
            QCOMPARE(other.status(), 200);
        });
        qInfo("answered in %.1f ms beside 1000 slow connections", took * 1000);
        slow.clear(); // then it is welcome again
        int status = 0;
        for (int i = 0; i < 100 && status != 200; ++i) {
            RawClient again(port);
            again.send(get);
            status = again.status();
        }
        QCOMPARE(status, 200);
    }

    void slowHandlersOfOneMachineHoldUpNoOther() {
        Scene s;
        std::promise<void> free;
        const std::shared_future<void> freed = free.get_future().share();
        s.options.threads = 4;
        s.options.connectionsOfMachine = 12; // so three handlers
        s.handle = [freed](HttpRequest &request) {
            if (request.from == "127.0.0.1") freed.wait();
            return HttpAnswer{200, {}, "text/plain"};
        };
        const int port = s.start();
        std::vector<RawClient> slow;
        for (int i = 0; i < 12; ++i) {
            slow.emplace_back(port);
            slow.back().send(get);
        }
        RawClient other(port, "127.0.0.2");
        other.send(get);
        QCOMPARE(other.status(), 200);
        free.set_value();
        for (RawClient &client : slow) QCOMPARE(client.status(), 200);
    }

    // Eight machines that fill every place they can with what takes long, and begin anew.
    void manyThatHoldTheirHandlersHoldUpNoOther() {
        Scene s;
        std::atomic<bool> isOver = false;
        s.options.threads = 64;
        s.options.connections = 256;
        s.handle = [&isOver](HttpRequest &request) {
            for (int i = 0; i < 3000 && request.path == "/slow" && !isOver; ++i)
                std::this_thread::sleep_for(10ms);
            return HttpAnswer{200, {}, "text/plain"};
        };
        const int port = s.start();
        std::vector<RawClient> slow;
        for (int i = 0; i < 8 * 64; ++i) {
            slow.emplace_back(port, ("127.0.1." + std::to_string(1 + i % 8)).c_str());
            slow.back().send("GET /slow HTTP/1.1\r\n\r\n");
        }
        std::vector<double> took;
        for (int i = 0; i < 5; ++i)
            took.push_back(secondsOf([&] {
                RawClient other(port, "127.0.0.2");
                other.send(get);
                QCOMPARE(other.status(), 200);
            }));
        isOver = true;
        std::ranges::sort(took);
        qInfo("median %.1f ms, at most %.1f ms", took[2] * 1000, took.back() * 1000);
    }

    void aMachineGetsOneMoreOnlyWhileMoreAreFree() {
        Places places(16);
        std::map<std::string, int> has;
        for (int round = 0; round < 16; ++round)
            for (const char *machine : {"a", "b", "c"})
                has[machine] += places.take(machine) ? 1 : 0;
        QCOMPARE(has["a"], 4);
        QCOMPARE(has["b"], 4);
        QCOMPARE(has["c"], 4);
        QVERIFY(places.take("d"));
        places.give("d");
        for (const auto &[machine, count] : has)
            for (int i = 0; i < count; ++i) places.give(machine);
        QCOMPARE(places.free(), 16U);
        Places one(1);
        QVERIFY(one.take("a") && !one.take("b"));
    }

    // A child that a program starts keeps no port of it open.
    void itsDescriptorsEndAtAChildsBeginning() {
        Scene s;
        std::promise<void> free;
        const std::shared_future<void> freed = free.get_future().share();
        s.handle = [freed](HttpRequest &) {
            freed.wait();
            return HttpAnswer{200, {}, "text/plain"};
        };
        RawClient client(s.start());
        client.send(get);
        while (s.handled == 0) std::this_thread::sleep_for(1ms);
        for (int fd = 3; fd < 1024; ++fd) {
            const int flags = ::fcntl(fd, F_GETFD);
            sockaddr_storage address{};
            socklen_t size = sizeof address;
            if (flags >= 0 && ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size) == 0)
                QVERIFY2((flags & FD_CLOEXEC) != 0, qPrintable(QString::number(fd)));
        }
        free.set_value();
        QCOMPARE(client.status(), 200);
    }

    void whoWaitsTooLongForAHandlerHearsSo() {
        Scene s;
        std::promise<void> free;
        const std::shared_future<void> freed = free.get_future().share();
        s.options.threads = 1;
        s.options.patience = 1s;
        s.handle = [freed](HttpRequest &) {
            freed.wait();
            return HttpAnswer{200, {}, "text/plain"};
        };
        const int port = s.start();
        RawClient first(port);
        first.send(get);
        RawClient second(port, "127.0.0.2");
        second.send(get);
        QCOMPARE(second.status(), 503);
        free.set_value();
        QCOMPARE(first.status(), 200);
    }

    // Its machine has its share of the handlers; others' requests come and go meanwhile.
    void whoWaitsAloneHearsSoWhileOthersAreServed() {
        Scene s;
        std::promise<void> free;
        const std::shared_future<void> freed = free.get_future().share();
        s.options.threads = 4;
        s.options.connectionsOfMachine = 12; // so two handlers of four
        s.options.patience = 2s;
        std::atomic<int> held = 0;
        s.handle = [freed, &held](HttpRequest &request) {
            if (request.from == "127.0.0.1") {
                ++held;
                freed.wait();
            }
            return HttpAnswer{200, {}, "text/plain"};
        };
        const int port = s.start();
        std::vector<RawClient> slow;
        for (int i = 0; i < 2; ++i) {
            slow.emplace_back(port);
            slow.back().send(get);
        }
        while (held < 2) std::this_thread::sleep_for(1ms);
        RawClient waiting(port);
        waiting.send(get);
        std::atomic<bool> isOver = false;
        std::thread others([&] {
            while (!isOver) {
                RawClient other(port, "127.0.0.2");
                other.send(get);
                static_cast<void>(other.status());
                std::this_thread::sleep_for(100ms);
            }
        });
        int status = 0;
        const double took = secondsOf([&] { status = waiting.status(); });
        isOver = true;
        others.join();
        QCOMPARE(status, 503);
        QVERIFY2(took < 6, qPrintable(QString::number(took)));
        free.set_value();
        for (RawClient &client : slow) QCOMPARE(client.status(), 200);
    }

    void whenAllPlacesAreTakenTheOldestOfTheGreediestGivesWay() {
        Scene s;
        s.options.connections = 8;
        s.options.connectionsOfMachine = 6;
        const int port = s.start();
        std::vector<RawClient> greedy, modest;
        for (int i = 0; i < 6; ++i) {
            greedy.emplace_back(port, "127.0.0.3");
            greedy.back().send("GET");
        }
        modest.emplace_back(port, "127.0.0.4");
        modest.back().send("GET");
        modest.emplace_back(port, "127.0.0.5");
        modest.back().send("GET");
        RawClient other(port, "127.0.0.6");
        other.send(get);
        QCOMPARE(other.status(), 200);
        static_cast<void>(greedy.front().receive(1000));
        QVERIFY(greedy.front().isClosed());
        for (RawClient &client : modest) {
            client.send(get.substr(3));
            QCOMPARE(client.status(), 200);
        }
    }

    // A machine whose one connection waits for a handler comes again: what it had gives way.
    void whoGivesWayToItselfEndsNothing() {
        Scene s;
        std::promise<void> free;
        const std::shared_future<void> freed = free.get_future().share();
        s.options.connections = 8;
        s.options.heldBytes = 500'000;
        s.judge = allButAAreLarge;
        s.handle = [freed](HttpRequest &request) {
            if (request.path != "/a") freed.wait();
            return HttpAnswer{200, {}, "text/plain"};
        };
        const int port = s.start();
        const std::string large = "GET /b HTTP/1.1\r\nHost: x\r\n\r\n";
        std::vector<RawClient> clients;
        clients.emplace_back(port, "127.7.0.1");
        clients.emplace_back(port, "127.8.0.1");
        clients[1].send(large);
        QTRY_COMPARE(s.handled, 1);
        clients[0].send(large);
        QTRY_COMPARE(s.judged, 2);
        for (int i = 2; i < 8; ++i)
            clients.emplace_back(port, ("127.9.0." + std::to_string(i)).c_str());
        for (int i = 0; i < 6; ++i) {
            RawClient(port, "127.7.0.1");
        }
        static_cast<void>(clients[0].receive(2000));
        QVERIFY(clients[0].isClosed());
        RawClient again(port, "127.7.0.1");
        again.send(get);
        QCOMPARE(again.status(), 200);
        free.set_value();
        QCOMPARE(clients[1].status(), 200);
    }

    // Answers that just need no room of their own, on all the connections of many machines.
    void answersThatNobodyReadsHoldUpNoOther() {
        Scene s;
        s.options.stalled = 60s;
        s.options.patience = 60s;
        s.handle = [](HttpRequest &) {
            return HttpAnswer{200, Bytes(smallBody - 500, 'a'), "text/plain"};
        };
        const int port = s.start();
        for (const int machines : {8, 60, 250}) {
            const int before = s.handled;
            std::vector<RawClient> deaf;
            std::string many;
            for (int i = 0; i < 10; ++i) many += get;
            for (std::size_t i = 0; i < s.options.connections; ++i) {
                deaf.emplace_back(
                    port, ("127.0.1." + std::to_string(1 + i % std::size_t(machines))).c_str());
                deaf.back().send(many);
            }
            QTRY_VERIFY_WITH_TIMEOUT(s.handled >= before + int(s.options.connections), 20'000);
            std::vector<double> took;
            for (int i = 0; i < 20; ++i)
                took.push_back(secondsOf([&] {
                    RawClient other(port, "127.0.0.2");
                    other.send(get);
                    QCOMPARE(other.status(), 200);
                }));
            std::ranges::sort(took);
            qInfo("median %.1f ms, at most %.1f ms, beside %d machines that read nothing",
                  took[10] * 1000, took.back() * 1000, machines);
            QVERIFY(took[10] < 2);
        }
    }

    void whoTakesNoByteOfAnAnswerIsLetGo() {
        Scene s;
        s.options.stalled = 1s;
        s.handle = [](HttpRequest &) {
            return HttpAnswer{200, Bytes(smallBody - 500, 'a'), "text/plain"};
        };
        const int port = s.start();
        std::size_t got = 0;
        bool isClosed = false;
        // Where others run beside, a second is not always one.
        for (const auto pause : {1500ms, 5000ms, 15'000ms}) {
            RawClient deaf(port, "127.0.0.3");
            for (int i = 0; i < 20; ++i) deaf.send(get);
            std::this_thread::sleep_for(pause);
            for (got = 0; !deaf.isClosed() && got < 20 * smallBody;)
                got += deaf.receive(500).size();
            isClosed = deaf.isClosed();
            if (isClosed && got < 19 * smallBody) break;
        }
        QVERIFY(isClosed);
        QVERIFY(got < 19 * smallBody);
    }

    void bodiesAndAnswersFindRoomOrWait() {
        Scene s;
        s.options.heldBytes = 300'000;
        s.options.heldBytesOfMachine = 200'000;
        s.options.patience = 1s;
        s.judge = allButAAreLarge;
        const int port = s.start();
        RawClient first(port);
        first.send(post(150'000) + std::string(140'000, 'x'));
        std::this_thread::sleep_for(200ms); // it arrives
        RawClient same(port);
        same.send(post(150'000) + std::string(100'000, 'x'));
        QCOMPARE(same.status(), 503);
        RawClient small(port);
        small.send(post(5) + "hello");
        QCOMPARE(small.status(), 200);
        RawClient answer(port, "127.0.0.2"); // larger than one machine may have
        answer.send("GET /large HTTP/1.1\r\n\r\n");
        QCOMPARE(answer.status(), 503);
        RawClient whole(port, "127.0.0.3");
        whole.send(post(150'000) + std::string(150'000, 'x'));
        QCOMPARE(whole.status(), 200);
    }

    // Four machines that announce all there is room for, and send nothing, or a little now and
    // then.
    void aLengthThatIsOnlySaidCostsNobody() {
        Scene s;
        s.options.heldBytes = 1'000'000;
        s.options.heldBytesOfMachine = 250'000;
        s.options.patience = 1s;
        s.judge = allButAAreLarge;
        const int port = s.start();
        std::vector<RawClient> silent;
        for (const char *from : {"127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5"}) {
            silent.emplace_back(port, from);
            silent.back().send(post(250'000) + "x");
        }
        std::this_thread::sleep_for(200ms);
        RawClient other(port, "127.0.0.6");
        other.send("GET /large HTTP/1.1\r\n\r\n");
        QCOMPARE(other.status(), 200);
        for (int i = 0; i < 12; ++i) { // longer than the patience, less than a step
            std::this_thread::sleep_for(100ms);
            silent.front().send("x");
        }
        for (RawClient &client : silent) static_cast<void>(client.receive(10'000));
        for (RawClient &client : silent) QVERIFY(client.isClosed());
    }

    void aPortIsServedOnce() {
        Scene s;
        ServerOptions second;
        second.port = s.start();
        const auto refused = serveHttp(second, s.judge, s.handle);
        QCOMPARE(refused.error().code, ErrorCode::HttpServerUnavailable);
        s.server.reset(); // and at once again, whatever is left of its connections
        QVERIFY(serveHttp(second, s.judge, s.handle).ok());
    }

    void itEndsWhileSomeAreConnectedAndOneIsAnswered() {
        Scene s;
        std::promise<void> begun;
        s.handle = [&begun](HttpRequest &) {
            begun.set_value();
            std::this_thread::sleep_for(100ms);
            return HttpAnswer{200, {}, "text/plain"};
        };
        const int port = s.start();
        RawClient idle(port), half(port), asking(port);
        half.send(post(10));
        asking.send(get);
        begun.get_future().wait();
        QVERIFY(secondsOf([&] { s.server.reset(); }) < 4); // and not the 5 s of who does not end
        QCOMPARE(asking.status(), 200);
        QCOMPARE(half.status(), 0);
        QVERIFY(!RawClient(port).isConnected());
    }

    void aMachineIsAnAddressOrANetworkOfSixtyFourBits() {
        QCOMPARE(machineOf("192.0.2.7"), std::string("192.0.2.7"));
        QCOMPARE(machineOf("::ffff:192.0.2.7"), std::string("192.0.2.7"));
        QCOMPARE(machineOf("2001:db8:1:2:3:4:5:6"), std::string("2001:db8:1:2::/64"));
        QCOMPARE(machineOf("2001:db8:1:2:ffff::1"), machineOf("2001:db8:1:2::9"));
        QVERIFY(machineOf("2001:db8:1:3::1") != machineOf("2001:db8:1:2::1"));
        QCOMPARE(machineOf("fe80::1%eth0"), std::string("fe80::/64"));
        QCOMPARE(machineOf("nonsense"), std::string("nonsense"));
    }
};

APRICOT_TEST(TestHttpServer)
#include "test_http_server.moc"
