// SPDX-License-Identifier: GPL-3.0-or-later
// One person's vault, wallet and ledger, as the app holds them: none yet, locked, or open.
#pragma once

#include "controls/secret_field.h"
#include "device/key_safe.h"
#include "flows/patient/safekeeping.h"
#include "formats/reader.h"
#include "holder/session_holder.h"

#include <QList>
#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace apricot {

// A device on which the record was made or restored.
struct OwnDevice {
    Q_GADGET
    QML_VALUE_TYPE(ownDevice)
    Q_PROPERTY(QString when MEMBER when)
    Q_PROPERTY(int how MEMBER how) // Arrival
    Q_PROPERTY(QString name MEMBER name)

  public:
    QString when;
    int how = 0;
    QString name;
    bool operator==(const OwnDevice &) const = default;
};
// What keeps the person from losing their record (flows/patient/safekeeping.h).
struct SafelyKept {
    Q_GADGET
    QML_VALUE_TYPE(safelyKept)
    Q_PROPERTY(bool there MEMBER there) // it was read
    Q_PROPERTY(bool wordsChecked MEMBER wordsChecked)
    Q_PROPERTY(QString backedUp MEMBER backedUp) // when; empty: never
    Q_PROPERTY(bool backupDue MEMBER backupDue)
    Q_PROPERTY(QList<apricot::OwnDevice> devices MEMBER devices)

  public:
    bool there = false, wordsChecked = false;
    QString backedUp;
    bool backupDue = false;
    QList<OwnDevice> devices;
    bool operator==(const SafelyKept &) const = default;
};
// One of several people whose records a file holds.
struct PersonInFile {
    Q_GADGET
    QML_VALUE_TYPE(personInFile)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString birth MEMBER birth)
    Q_PROPERTY(int records MEMBER records)

  public:
    QString id, name, birth;
    int records = 0;
    bool operator==(const PersonInFile &) const = default;
};
// A file about several people, of whom one is to be chosen.
struct SharedFile {
    Q_GADGET
    QML_VALUE_TYPE(sharedFile)
    Q_PROPERTY(bool there READ isThere)
    Q_PROPERTY(QUrl file MEMBER file)
    Q_PROPERTY(QList<apricot::PersonInFile> people MEMBER people)

  public:
    QUrl file;
    QList<PersonInFile> people;
    [[nodiscard]] bool isThere() const { return !file.isEmpty(); }
    bool operator==(const SharedFile &) const = default;
};

// Its base by its whole name: else Qt's tools do not see what it has from there.
class Person : public apricot::SessionHolder {
    Q_OBJECT
    QML_ELEMENT
    // Whose, of the several on this device: the vault file's name (Profiles).
    Q_PROPERTY(QString profile READ profile WRITE setProfile NOTIFY changed)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    // Whole minutes without a touch after which it locks itself.
    Q_PROPERTY(int lockAfter MEMBER m_lockAfter NOTIFY changed)
    Q_PROPERTY(int records READ records NOTIFY recordsChanged)
    // A PIN opens it on this device (flows/patient/quick_unlock.h).
    Q_PROPERTY(bool pin READ hasPin NOTIFY changed)
    // A finger or face opens it on this device.
    Q_PROPERTY(bool finger READ hasFinger NOTIFY changed)
    // How often in a row a wrong passphrase was typed.
    Q_PROPERTY(int wrongTries READ wrongTries NOTIFY changed)
    Q_PROPERTY(apricot::SafelyKept safekeeping READ safekeeping NOTIFY safekeepingChanged)
    Q_PROPERTY(apricot::SharedFile whose READ whose NOTIFY changed)

  public:
    enum State { Missing, Locked, Open };
    Q_ENUM(State)

    explicit Person(QObject *parent = nullptr);

    // Makes a vault with new keys, or with those of 24 words (which `words` then holds).
    Q_INVOKABLE void create(apricot::SecretField *passphrase, apricot::SecretField *again,
                            apricot::SecretField *words = nullptr);
    Q_INVOKABLE void restore(const QUrl &backup, apricot::SecretField *passphrase);
    Q_INVOKABLE void unlock(apricot::SecretField *passphrase);
    Q_INVOKABLE void unlockWithPin(apricot::KeySafe *safe, apricot::SecretField *pin);
    Q_INVOKABLE void setPin(apricot::KeySafe *safe, apricot::SecretField *passphrase,
                            apricot::SecretField *pin, apricot::SecretField *again);
    Q_INVOKABLE void forgetPin(apricot::KeySafe *safe);
    // These two after safe.matched() only; else they do nothing.
    Q_INVOKABLE void unlockWithFinger(apricot::KeySafe *safe);
    Q_INVOKABLE void enableFinger(apricot::KeySafe *safe, apricot::SecretField *passphrase);
    Q_INVOKABLE void forgetFinger(apricot::KeySafe *safe);
    Q_INVOKABLE void lock();
    // Ends PIN and finger too: what they keep is the passphrase so far.
    Q_INVOKABLE void changePassphrase(apricot::KeySafe *safe, apricot::SecretField *old,
                                      apricot::SecretField *now, apricot::SecretField *again);
    // `who` is the id of one of `whose`, when that was asked.
    Q_INVOKABLE void import(const QUrl &file, const QString &who = {});
    Q_INVOKABLE void importNothing(); // of the file that `whose` is about
    // `replace`: the person was asked whether a file of that name may go.
    Q_INVOKABLE void exportAll(const QUrl &file, bool replace = false);
    Q_INVOKABLE void backup(const QUrl &file, bool replace = false);
    Q_INVOKABLE void wordsAreChecked(); // safekeeping.h

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int records() const { return m_records; }
    [[nodiscard]] QString profile() const { return m_profile; }
    [[nodiscard]] bool hasPin() const;
    [[nodiscard]] bool hasFinger() const;
    [[nodiscard]] int wrongTries() const { return m_wrongTries; }
    [[nodiscard]] SafelyKept safekeeping() const { return m_safekeeping; }
    [[nodiscard]] SharedFile whose() const { return m_whose; }
    void setFolder(const QString &folder) override;
    void setProfile(const QString &profile);
    [[nodiscard]] bool isOpen() const override { return m_state == Open; }
    using SessionHolder::setProblem;
    void setProblem(const Error &error) override;

  Q_SIGNALS:
    void safekeepingChanged();
    void permissionsLearnt(); // of one: flows/patient/looked_after.h
    void made();              // a new vault was made: its words are to be written down
    void stateChanged();      // apart from the rest: screens come and go with it

  protected:
    void run(QObject *context, std::function<Work::Shown(Vault *)> job) override;
    void touched() override;
    void idled() override;
    void slept() override { lock(); }

  private:
    [[nodiscard]] std::filesystem::path vaultFile() const;
    void enter(State state);
    void opened(std::uint64_t records);
    // With the passphrase that `find` gets, in the working thread, from beside the vault.
    using Find = std::function<Result<SecretBytes>(const std::filesystem::path &vault)>;
    void openQuickly(Find find, QString (*inWords)(const Error &));
    void askWhose(const QUrl &file, const std::vector<Candidate> &people);
    void reloadSafekeeping();
    [[nodiscard]] bool alike(const SecretBytes &one, const SecretBytes &two);
    [[nodiscard]] bool same(SecretField *passphrase, SecretField *again);

    QString m_profile = QStringLiteral("person");
    SafelyKept m_safekeeping;
    SharedFile m_whose;
    int m_wrongTries = 0;
    State m_state = Missing;
    int m_records = 0;
    int m_lockAfter = 5;
};

} // namespace apricot
