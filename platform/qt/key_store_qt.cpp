// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/key_store_qt.h"

#include "platform/dummy/dummy.h"
#include "platform/linux/bus_linux.h"

#include <QEventLoop>
#include <qt6keychain/keychain.h>

namespace apricot {
namespace {

const QString ourName = QStringLiteral("Apricot");

QString text(std::string_view name) {
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

Error refused(const QKeychain::Job &job) {
    return fail(Code::KeyStoreRefused, std::to_string(static_cast<int>(job.error())));
}

// Runs it to its end in this thread.
void finish(QKeychain::Job &job, std::string_view name) {
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    job.setKey(text(name));
    QEventLoop loop;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    job.start();
    loop.exec(QEventLoop::ExcludeUserInputEvents);
}

} // namespace

bool QtKeyStore::isThere() const {
    const auto bus = sessionBus();
    return bus
           && (isOffered(*bus, QStringLiteral("org.freedesktop.secrets"))
               || isOffered(*bus, QStringLiteral("org.kde.kwalletd5")));
}

Result<> QtKeyStore::put(std::string_view name, const SecretBytes &value) {
    if (!isThere()) return keyStoreAbsent();
    // As text: some services keep only text whole.
    std::string hex = toHex(value.view());
    SecretBytes kept =
        SecretBytes::take({reinterpret_cast<std::uint8_t *>(hex.data()), hex.size()});
    QKeychain::WritePasswordJob job(ourName);
    job.setBinaryData(QByteArray::fromRawData(reinterpret_cast<const char *>(kept.view().data()),
                                              static_cast<qsizetype>(kept.size())));
    finish(job, name);
    if (job.error() != QKeychain::NoError) return refused(job);
    return {};
}

Result<std::optional<SecretBytes>> QtKeyStore::get(std::string_view name) {
    if (!isThere()) return keyStoreAbsent();
    QKeychain::ReadPasswordJob job(ourName);
    finish(job, name);
    if (job.error() == QKeychain::EntryNotFound) return std::optional<SecretBytes>();
    if (job.error() != QKeychain::NoError) return refused(job);
    QByteArray hex = job.binaryData();
    auto bytes = fromHex({hex.constData(), static_cast<std::size_t>(hex.size())});
    hex.fill('0');
    if (!bytes) return refused(job);
    return std::optional(SecretBytes::take(*bytes));
}

Result<> QtKeyStore::remove(std::string_view name) {
    if (!isThere()) return keyStoreAbsent();
    QKeychain::DeletePasswordJob job(ourName);
    finish(job, name);
    if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
        return refused(job);
    return {};
}

} // namespace apricot
