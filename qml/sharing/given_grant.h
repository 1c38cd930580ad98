// SPDX-License-Identifier: GPL-3.0-or-later
// One permission that this person gave: its code, its words, how long it is good for, who opened it
// where on the ledger; its end; its copies on paper and in files.
#pragma once

#include "device/paper.h"
#include "flows/patient/share.h"
#include "person/person.h"
#include "sharing/opening_rows.h"

#include <QList>

namespace apricot {

class GivenGrant : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Person *person MEMBER m_person WRITE setPerson NOTIFY changed)
    Q_PROPERTY(QString number MEMBER m_number WRITE setNumber NOTIFY changed)
    // From the vault.
    Q_PROPERTY(bool there READ isThere NOTIFY changed)
    Q_PROPERTY(QString clinic READ clinic NOTIFY changed)
    Q_PROPERTY(QString what READ what NOTIFY changed) // in short: "Medicines, allergies"
    Q_PROPERTY(QString words READ words NOTIFY changed)
    Q_PROPERTY(QString otherWords READ otherWords NOTIFY changed)
    Q_PROPERTY(QString code READ code NOTIFY changed) // APRICOT:1:...
    // What is shown: the code, or one after the other the parts of one too long for a single QR
    // code (exchange/frames.h). Empty: it travels as a message or a file only.
    Q_PROPERTY(QStringList frames READ frames NOTIFY changed)
    Q_PROPERTY(QString until READ until NOTIFY changed)
    // By the clock; 0 when it has run out.
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY ticked)
    Q_PROPERTY(QString timeLeft READ timeLeft NOTIFY ticked) // in words
    Q_PROPERTY(double part READ part NOTIFY ticked)          // of its time that is left, 1 to 0
    // From the ledger, each answer proven; empty until it has answered. Of one on others' machines
    // what was proven when the permission was last looked after (Looking).
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(apricot::OpeningRows *openings READ openings CONSTANT)
    // No more than these openings are possible: it was looked at when it could be opened no more,
    // or there is no older look than now.
    Q_PROPERTY(bool whole READ isWhole NOTIFY changed)
    Q_PROPERTY(int used READ used NOTIFY changed)
    Q_PROPERTY(int uses READ uses NOTIFY changed)
    Q_PROPERTY(QString fetchUntil READ fetchUntil NOTIFY changed) // what was opened, again
    Q_PROPERTY(QString eraseBy READ eraseBy NOTIFY changed) // empty: no copy is out, or it is past
    Q_PROPERTY(QString ended READ ended NOTIFY changed)     // when
    Q_PROPERTY(QString endBlock READ endBlock NOTIFY changed)
    Q_PROPERTY(QString asOf READ asOf NOTIFY changed) // time of the block that answered
    Q_PROPERTY(QString block READ block NOTIFY changed)
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed)
    Q_PROPERTY(bool unreachable READ isUnreachable NOTIFY changed) // the ledger, when last asked
    Q_PROPERTY(bool elsewhere MEMBER m_elsewhere NOTIFY changed)   // it stands on another ledger,
    Q_PROPERTY(QString chain READ chain NOTIFY changed)            // which has this name

  public:
    // As Reach (flows/patient/openings.h); Asking: the ledger has not answered.
    enum State { Asking, Good, Fetch, Over, Ended };
    Q_ENUM(State)

    explicit GivenGrant(QObject *parent = nullptr) : QObject(parent) {}
    Q_INVOKABLE void look(); // asks the ledger about it alone; one question at a time
    Q_INVOKABLE void read(); // what was proven meanwhile, from the vault
    Q_INVOKABLE void tick(); // the clock went on
    Q_INVOKABLE void revoke();
    Q_INVOKABLE void send(); // to the clinic, over the network
    Q_INVOKABLE void saveCode(const QUrl &file,
                              bool replace = false); // .apricot, or a picture (.png)
    Q_INVOKABLE void
    saveReceipt(const QUrl &file,
                bool replace = false); // anybody can check it with the ledger's key
    // The printed card, for Paper, in both languages.
    Q_INVOKABLE [[nodiscard]] QList<apricot::PaperBlock> card() const;

    void setPerson(Person *person);
    void setNumber(const QString &number);
    void setClock(const Clock &clock) { m_clock = &clock; } // else the system's
    [[nodiscard]] bool isThere() const { return m_given.has_value(); }
    [[nodiscard]] QString clinic() const;
    [[nodiscard]] QString what() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString otherWords() const;
    [[nodiscard]] QString code() const { return m_code; }
    [[nodiscard]] QStringList frames() const { return m_frames; }
    [[nodiscard]] QString until() const;
    [[nodiscard]] int secondsLeft() const;
    [[nodiscard]] QString timeLeft() const;
    [[nodiscard]] double part() const;
    [[nodiscard]] State state() const;
    [[nodiscard]] OpeningRows *openings() { return &m_openings; }
    [[nodiscard]] bool isWhole() const {
        return everyOpeningIsIn(m_opening ? &*m_opening : nullptr);
    }
    [[nodiscard]] int used() const;
    [[nodiscard]] int uses() const;
    [[nodiscard]] QString fetchUntil() const;
    [[nodiscard]] QString eraseBy() const;
    [[nodiscard]] QString ended() const;
    [[nodiscard]] QString endBlock() const;
    [[nodiscard]] QString asOf() const;
    [[nodiscard]] QString block() const;
    [[nodiscard]] bool isAsking() const { return m_asking; }
    [[nodiscard]] bool isUnreachable() const { return m_unreachable; }
    [[nodiscard]] QString chain() const;

  Q_SIGNALS:
    void changed();
    void ticked();
    void opened(); // one time more than was known

  private:
    void load();
    void take(Opening &&opening);
    void learn(Result<Opening> &&opening);

    SystemClock m_systemClock;
    const Clock *m_clock = &m_systemClock;
    Person *m_person = nullptr;
    QString m_number, m_code;
    QStringList m_frames;
    bool m_unreachable = false, m_elsewhere = false, m_asking = false;
    std::optional<Given> m_given;
    ConsentText m_words;
    std::optional<Opening> m_opening;
    OpeningRows m_openings;
};

} // namespace apricot
