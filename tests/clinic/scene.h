// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the clinic's app play on: a ledger in a folder with a clinic on it, whose vault
// waits with one member of staff, and a patient with the sample's records.
#pragma once

#include "screen/screen.h"
#include "screen/speaking.h"

#include "base/file.h"
#include "consent/grant.h"
#include "controls/secret_field.h"
#include "crypto/derive.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/directory_mailbox.h"
#include "exchange/qr.h"
#include "flows/clinic/desk.h"
#include "flows/clinic/redeem.h"
#include "flows/clinic/staff.h"
#include "flows/patient/import_records.h"
#include "flows/patient/share.h"
#include "ledger/embedded_ledger.h"
#include "ledger/transaction.h"

#include <QTemporaryDir>
#include <QTest>

namespace apricot::test {

inline const QUrl mainFile(QStringLiteral("qrc:/qt/qml/Apricot/Clinic/Main.qml"));
inline const QString passphrase = QStringLiteral("four words 四个词");
inline const QString nurse = QStringLiteral("Nurse 王");
inline const QString pin = QStringLiteral("2580");

inline SecretBytes secret(const QString &words) {
    std::string text = words.toStdString();
    return SecretBytes::take({reinterpret_cast<std::uint8_t *>(text.data()), text.size()});
}

struct Scene {
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    SigningKey admin;
    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<Mailbox> mailbox;
    std::unique_ptr<Vault> patient;
    Wallet wallet = Wallet::create(random);
    Organisation organisation;
    OrganisationId clinic, elsewhere;

    [[nodiscard]] std::filesystem::path at(const char *name) const {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }
    explicit Scene(bool registered = true) {
        random.fill(admin.writable());
        Consortium genesis;
        genesis.admins = {verifyKeyOf(admin)};
        ledger = std::move(createEmbeddedLedger(at("ledger"), genesis, clock, random)).value();
        mailbox = std::move(openDirectoryMailbox(at("mailbox"), *ledger, clock, {},
                                                 at("ledger") / "host-keys"))
                      .value();
        std::filesystem::create_directories(at("clinic"));
        {
            const auto desk = Vault::create(at("clinic") / "clinic.vault", secret(passphrase),
                                            leastPasswordCost, random, clock);
            organisation = makeDesk(**desk, "武进河畔医院 Wujin Riverside Hospital", 4,
                                    {Purpose::Treatment}, random)
                               .value();
            if (!addStaff(**desk, nurse.toStdString(), secret(pin), random)) qFatal("no staff");
        }
        clinic = organisation.id;
        if (registered) submit(RegisterOrganisation{organisation});
        Organisation other = organisation;
        other.id = elsewhere = randomFixed<OrganisationId>(random);
        other.name = "Lakeside Clinic";
        submit(RegisterOrganisation{other});
        patient = std::move(Vault::create(at("person.vault"), secret(passphrase), leastPasswordCost,
                                          random, clock))
                      .value();
        if (!importRecords(*patient, APRICOT_SOURCE_DIR "/packaging/sample/lin-guifang.json", {},
                           {}))
            qFatal("the sample was not imported");
    }
    void submit(const Action &action) {
        const auto t = makeTransaction(ledger->chainId(), action, clock, random);
        const auto outcome = ledger->submit(signTransaction(t, admin));
        if (!outcome || !outcome->accepted()) qFatal("the ledger refused");
    }
    [[nodiscard]] ShareChoice choice(Kind kind = Kind::Allergy) const {
        ShareChoice out;
        out.clinic = clinic;
        out.scope.kinds = static_cast<std::uint16_t>(1U << (static_cast<unsigned>(kind) - 1U));
        out.scope.level = 3;
        out.expiry = clock.now() + 900;
        out.eraseBy = clock.now() + 86400;
        out.utcOffsetMinutes = 480;
        return out;
    }
    // Also what a well-behaved app would not sign: a purpose or level that the clinic may not open.
    SignedGrant give(const ShareChoice &as) {
        ShareChoice allowed = as;
        allowed.purpose = Purpose::Treatment;
        allowed.scope.level = std::min<std::uint8_t>(as.scope.level, 3);
        auto rehearsal = rehearse(*patient, *ledger, allowed, clock, random);
        if (!rehearsal) qFatal("rehearse: %s", nameOf(rehearsal.error().code).data());
        Grant &grant = rehearsal->grant;
        grant.open.purpose = as.purpose;
        grant.open.level = grant.closed.scope.level = as.scope.level;
        grant.closed.textHash = consentText(grant, rehearsal->clinic.name)->hash();
        auto given = share(*patient, wallet, *mailbox, std::move(*rehearsal), random);
        if (!given) qFatal("share: %s", nameOf(given.error().code).data());
        return std::move(*given);
    }
    // What the patient's app shows at the counter.
    QString code(const ShareChoice &as) { return QString::fromStdString(grantToText(give(as))); }
    QString code() { return code(choice()); }
    [[nodiscard]] QUrl picture(const QString &text) const {
        const auto png = qrToPng(*encodeQr(text.toStdString()));
        if (!png || !writeFile(at("code.png"), *png)) qFatal("no picture");
        return QUrl::fromLocalFile(folder.filePath(QStringLiteral("code.png")));
    }
    [[nodiscard]] QVariantMap properties() const {
        return {{QStringLiteral("folder"), folder.filePath(QStringLiteral("clinic"))},
                {QStringLiteral("ledger"), folder.filePath(QStringLiteral("ledger"))},
                {QStringLiteral("mailbox"), folder.filePath(QStringLiteral("mailbox"))}};
    }
    // The clinic's log, oldest first, after the app is gone.
    std::vector<LogEntry> log() {
        const auto vault =
            Vault::open(at("clinic") / "clinic.vault", secret(passphrase), random, clock);
        if (!vault) qFatal("the clinic's vault does not open");
        auto entries = (*vault)->log({1000, std::nullopt});
        std::ranges::reverse(*entries);
        return std::move(*entries);
    }
    [[nodiscard]] QStringList logged(const QStringList &kinds) {
        QStringList out;
        for (const LogEntry &entry : log())
            if (const QString kind = QString::fromStdString(entry.kind); kinds.contains(kind))
                out += kind;
        return out;
    }
};

inline QObject *counterOf(const Screen &screen) {
    return screen.window()->property("counter").value<QObject *>();
}

inline QString say(const char *page, const char *words) {
    return QCoreApplication::translate(page, words);
}

// Passphrase, name, PIN: the counter is ready.
inline bool signedIn(const Screen &screen) {
    return screen.type(say("DoorPage", "Passphrase"), passphrase)
           && screen.press(say("DoorPage", "Open the counter")) && screen.press(nurse)
           && screen.type(say("StaffPage", "Your PIN"), pin)
           && screen.press(say("StaffPage", "Sign in"))
           && screen.waitForText(say("ScanPage", "Scan the patient's code"));
}

// Pasted into the field and read.
inline bool readCode(const Screen &screen, const QString &code) {
    return QMetaObject::invokeMethod(counterOf(screen), "read", Q_ARG(QString, code));
}

} // namespace apricot::test
