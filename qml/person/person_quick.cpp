// SPDX-License-Identifier: GPL-3.0-or-later
// Opening without the passphrase, on this device: the PIN and the finger.
#include "controls/words.h"
#include "flows/patient/quick_unlock.h"
#include "person/person.h"

#include <QCoreApplication>

#include <algorithm>

namespace apricot {
namespace {

struct Nothing {}; // of a job that gives no value

QString pinInWords(const Error &error) {
    if (error.code == ErrorCode::PinWrong)
        //: A wrong PIN was typed; %1 is how many tries are left
        return QCoreApplication::translate("Person", "This PIN is not right. Tries left: %1. Your "
                                                     "passphrase always works.")
            .arg(utf8(error.detail));
    if (error.code == ErrorCode::QuickUnlockGone)
        //: The PIN was taken away, by wrong tries or by a changed passphrase
        return QCoreApplication::translate(
            "Person", "The PIN no longer opens your record: it was wrong five times, or the "
                      "passphrase was changed. Nothing is lost. Type your passphrase; you can set "
                      "a new PIN afterwards, under Settings, Security.");
    return inWords(error);
}

QString fingerInWords(const Error &error) {
    if (error.code == ErrorCode::QuickUnlockGone)
        //: The finger no longer opens the record
        return QCoreApplication::translate(
            "Person", "Your finger no longer opens your record: the passphrase was changed, or "
                      "this device forgot the key. Nothing is lost. Type your passphrase; you can "
                      "switch the finger on again afterwards, under Settings, Security.");
    return inWords(error);
}

} // namespace

bool Person::hasPin() const {
    return hasQuickUnlock(vaultFile());
}

void Person::unlockWithPin(KeySafe *safe, SecretField *pin) {
    auto typed = std::make_shared<SecretBytes>(pin->take());
    openQuickly([typed, keys = safe->store()](
                    const auto &vault) { return quickUnlock(vault, *typed, *keys); },
                pinInWords);
}

void Person::setPin(KeySafe *safe, SecretField *passphrase, SecretField *pin, SecretField *again) {
    auto typed = std::make_shared<SecretBytes>(pin->take());
    const SecretBytes twice = again->take();
    if (!std::ranges::equal(typed->view(), twice.view()))
        //: Two PINs that were typed differ
        return setProblem(QCoreApplication::translate(
            "Person", "The two PINs are not the same. Type the same one twice."));
    if (const auto good = checkPin(*typed); !good) return setProblem(good.error());
    auto secret = std::make_shared<SecretBytes>(passphrase->take());
    ask<Nothing>(
        this,
        [file = vaultFile(), typed, secret,
         keys = safe->store()](Session &session) -> Result<Nothing> {
            APRICOT_TRY(enableQuickUnlock(file, *secret, *typed, *keys, session.random));
            return Nothing();
        },
        [this](Nothing &&) {
            //: After a PIN was set
            setNotice(QCoreApplication::translate(
                "Person", "The PIN opens your record on this device from now on. Five wrong tries "
                          "end it; the passphrase always works."));
        });
}

void Person::forgetPin(KeySafe *safe) {
    ask<Nothing>(
        this,
        [file = vaultFile(), keys = safe->store()](Session &) -> Result<Nothing> {
            APRICOT_TRY(forgetQuickUnlock(file, *keys));
            return Nothing();
        },
        [this](Nothing &&) {
            //: After a PIN was taken away
            setNotice(QCoreApplication::translate("Person", "There is no PIN any more."));
        });
}

bool Person::hasFinger() const {
    return hasBiometricUnlock(vaultFile());
}

void Person::unlockWithFinger(KeySafe *safe) {
    if (!safe->takeMatch()) return;
    openQuickly([keys = safe->store()](const auto &vault) { return biometricUnlock(vault, *keys); },
                fingerInWords);
}

void Person::enableFinger(KeySafe *safe, SecretField *passphrase) {
    if (!safe->takeMatch()) return;
    auto secret = std::make_shared<SecretBytes>(passphrase->take());
    ask<Nothing>(
        this,
        [file = vaultFile(), secret, keys = safe->store()](Session &session) -> Result<Nothing> {
            APRICOT_TRY(enableBiometricUnlock(file, *secret, *keys, session.random));
            return Nothing();
        },
        [this](Nothing &&) {
            //: After the finger was switched on
            setNotice(QCoreApplication::translate(
                "Person", "Your finger opens your record on this device from now on. The "
                          "passphrase always works."));
        });
}

void Person::forgetFinger(KeySafe *safe) {
    ask<Nothing>(
        this,
        [file = vaultFile(), keys = safe->store()](Session &) -> Result<Nothing> {
            APRICOT_TRY(forgetBiometricUnlock(file, *keys));
            return Nothing();
        },
        [this](Nothing &&) {
            //: After the finger was switched off
            setNotice(
                QCoreApplication::translate("Person", "Your finger no longer opens your record."));
        });
}

void Person::openQuickly(Find find, QString (*inWords)(const Error &)) {
    work().run(this, [this, file = vaultFile(), find = std::move(find), inWords]() -> Work::Shown {
        const auto open = [&]() -> Result<std::uint64_t> {
            APRICOT_TRY_ASSIGN(passphrase, find(file));
            APRICOT_TRY(session().open(file, passphrase));
            return session().vault->count({});
        };
        const auto records = open();
        if (!records)
            return [this, inWords, error = records.error()] { setProblem(inWords(error)); };
        return [this, records = *records] { opened(records); };
    });
}

} // namespace apricot
