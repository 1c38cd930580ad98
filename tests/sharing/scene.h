// SPDX-License-Identifier: GPL-3.0-or-later
// A person with the sample's records, a ledger in a folder with a clinic on it, and the window in
// which they share.
#pragma once

#include "screen/screen.h"

#include "crypto/crypto.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/directory_mailbox.h"
#include "exchange/host_keys.h"
#include "exchange/qr.h"
#include "flows/clinic/redeem.h"
#include "flows/patient/import_records.h"
#include "flows/patient/share.h"
#include "ledger/embedded_ledger.h"
#include "ledger/transaction.h"
#include "wallet/wallet.h"

#include <QTemporaryDir>
#include <QTest>

namespace apricot::test {

inline const QString passphrase = QStringLiteral("four plum trees");

inline SecretBytes secretPassphrase() {
    QByteArray raw = passphrase.toUtf8();
    return SecretBytes::take(
        {reinterpret_cast<std::uint8_t *>(raw.data()), static_cast<std::size_t>(raw.size())});
}

struct Clinic {
    Desk desk;
    Organisation organisation;
};

struct Scene {
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    SigningKey admin;
    std::unique_ptr<Ledger> ledger;
    Clinic hospital;

    [[nodiscard]] QString at(const char *name) const {
        return folder.filePath(QString::fromLatin1(name));
    }
    Scene() {
        random.fill(admin.writable());
        Consortium genesis;
        genesis.admins = {verifyKeyOf(admin)};
        ledger = std::move(createEmbeddedLedger(at("ledger").toStdString(), genesis, clock, random))
                     .value();
        hospital = enlist("武进河畔医院 Wujin Riverside Hospital", 5);
        QDir(folder.path()).mkdir(QStringLiteral("person"));
        const std::filesystem::path file = at("person/person.vault").toStdString();
        const SecretBytes secret = secretPassphrase();
        auto vault = Vault::create(file, secret, leastPasswordCost, random, clock);
        if (!vault) qFatal("no vault");
        const Wallet wallet = Wallet::create(random);
        if (!(*vault)->put(spaces::wallet, "seed", wallet.seed().view())) qFatal("no wallet");
        if (!importRecords(**vault, APRICOT_SOURCE_DIR "/packaging/sample/lin-guifang.json"))
            qFatal("no records");
    }
    Clinic enlist(const char *name, std::uint8_t clearance,
                  std::vector<Purpose> purposes = {Purpose::Treatment}) {
        Clinic out;
        random.fill(out.desk.signing.writable());
        random.fill(out.desk.opening.writable());
        out.desk.organisation = randomFixed<OrganisationId>(random);
        Organisation &o = out.organisation;
        o.id = out.desk.organisation;
        o.name = name;
        o.clearance = clearance;
        o.purposes = std::move(purposes);
        o.admin = verifyKeyOf(admin);
        o.desks = {{verifyKeyOf(out.desk.signing)}};
        o.sealing = sealKeyOf(out.desk.opening);
        submit(RegisterOrganisation{o});
        return out;
    }
    void submit(Action action) {
        const auto transaction =
            makeTransaction(ledger->chainId(), std::move(action), clock, random);
        const auto outcome = ledger->submit(signTransaction(transaction, admin));
        if (!outcome || !outcome->accepted()) qFatal("the ledger refused it");
    }
    // As the app's: one host.
    [[nodiscard]] Result<std::unique_ptr<Mailbox>> openMailbox() {
        return openDirectoryMailbox(at("mailbox").toStdString(), *ledger, clock, {},
                                    hostKeysIn(at("ledger").toStdString()));
    }
    // As the clinic does with a code; how many records it then has, or nothing.
    [[nodiscard]] std::optional<std::vector<std::string>> open(const std::string &code) {
        auto mailbox = openMailbox();
        const auto seen = inspect(code, *ledger);
        if (!mailbox || !seen || !redeem(*seen, hospital.desk, *ledger, clock, random))
            return std::nullopt;
        auto opened = openRecords(*seen, hospital.desk, **mailbox, clock, random);
        return opened ? std::optional(std::move(*opened)) : std::nullopt;
    }
    [[nodiscard]] QVariantMap properties() const {
        return {{QStringLiteral("folder"), at("person")},
                {QStringLiteral("ledger"), at("ledger")},
                {QStringLiteral("mailbox"), at("mailbox")}};
    }
};

// What the codes say that can be read off the window.
inline std::vector<std::string> codesOn(const Screen &screen) {
    QTest::qWait(80);
    const QImage image = screen.window()->grabWindow().convertToFormat(QImage::Format_Grayscale8);
    Picture picture{image.width(), image.height(), {}};
    for (int y = 0; y < image.height(); ++y) {
        const uchar *line = image.constScanLine(y);
        picture.grey.insert(picture.grey.end(), line, line + image.width());
    }
    const auto found = decodeQr(picture);
    return found ? *found : std::vector<std::string>{};
}

} // namespace apricot::test
