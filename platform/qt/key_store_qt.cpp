// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/key_store_qt.h"

#include "platform/dummy/dummy.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QPointer>
#include <QThread>
#include <QTimer>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <qt6keychain/keychain.h>

namespace apricot {
namespace {

const QString ourName = QStringLiteral("Apricot");

QString text(std::string_view name) {
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

constexpr int patience = 120000; // milliseconds: the key ring may be asking the person to unlock it

Error refused(std::string why) {
    return fail(ErrorCode::KeyStoreRefused, std::move(why));
}

// What came of a job. Shared: a job that nobody waits for any more still ends.
struct Answer {
    std::mutex mutex;
    std::condition_variable came;
    bool done = false;
    QKeychain::Error error = QKeychain::NoError;
    QByteArray data;
};

// QtKeychain and what is below it live in the application's thread: jobs run there, whoever asks.
// Null when nobody answered in time.
template <class Job>
std::shared_ptr<Answer> run(std::string_view name, const std::function<void(Job &)> &prepare,
                            const std::function<QByteArray(Job &)> &take) {
    auto answer = std::make_shared<Answer>();
    const auto start = [=, key = text(name)](const std::function<void()> &after) {
        auto made = std::make_unique<Job>(ourName);
        made->setInsecureFallback(false);
        made->setKey(key);
        if (prepare) prepare(*made);
        Job *job = made.release(); // deletes itself when it has finished
        QObject::connect(job, &QKeychain::Job::finished, qApp, [=] {
            {
                const std::scoped_lock lock(answer->mutex);
                answer->error = job->error();
                if (take) answer->data = take(*job);
                answer->done = true;
            }
            answer->came.notify_all();
            if (after) after();
        });
        job->start();
    };
    if (QThread::currentThread() == qApp->thread()) {
        QEventLoop loop;
        QTimer::singleShot(patience, &loop, &QEventLoop::quit);
        start([guard = QPointer<QEventLoop>(&loop)] {
            if (guard) guard->quit();
        });
        if (!answer->done) loop.exec(QEventLoop::ExcludeUserInputEvents);
    } else {
        QMetaObject::invokeMethod(qApp, [start] { start({}); });
        std::unique_lock lock(answer->mutex);
        answer->came.wait_for(lock, std::chrono::milliseconds(patience),
                              [&] { return answer->done; });
    }
    const std::scoped_lock lock(answer->mutex);
    return answer->done ? answer : nullptr;
}

std::string reason(const std::shared_ptr<Answer> &answer) {
    return answer ? std::to_string(static_cast<int>(answer->error)) : "no answer";
}

} // namespace

bool QtKeyStore::isThere() const {
    return isKeyRingOffered();
}

Result<> QtKeyStore::put(std::string_view name, const SecretBytes &value) {
    if (!isThere()) return keyStoreAbsent();
    // As text: some services keep only text whole.
    const std::string hex = toHex(value.view());
    const auto answer = run<QKeychain::WritePasswordJob>(
        name, [kept = QByteArray::fromStdString(hex)](auto &job) { job.setBinaryData(kept); }, {});
    if (!answer || answer->error != QKeychain::NoError) return refused(reason(answer));
    return {};
}

Result<std::optional<SecretBytes>> QtKeyStore::get(std::string_view name) {
    if (!isThere()) return keyStoreAbsent();
    const auto answer =
        run<QKeychain::ReadPasswordJob>(name, {}, [](auto &job) { return job.binaryData(); });
    if (answer && answer->error == QKeychain::EntryNotFound) return std::optional<SecretBytes>();
    if (!answer || answer->error != QKeychain::NoError) return refused(reason(answer));
    auto bytes = fromHex({answer->data.constData(), static_cast<std::size_t>(answer->data.size())});
    answer->data.fill('0');
    if (!bytes) return refused("not what was put there");
    return std::optional(SecretBytes::take(*bytes));
}

Result<> QtKeyStore::remove(std::string_view name) {
    if (!isThere()) return keyStoreAbsent();
    const auto answer = run<QKeychain::DeletePasswordJob>(name, {}, {});
    if (!answer
        || (answer->error != QKeychain::NoError && answer->error != QKeychain::EntryNotFound))
        return refused(reason(answer));
    return {};
}

} // namespace apricot
