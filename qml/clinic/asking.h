// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic asks a patient for records: a code on the screen that the patient scans, and the answer,
// which comes by the mailbox: a permission that opens like a scanned one, or a decline.
#pragma once

#include "clinic/counter.h"
#include "flows/clinic/desk_messages.h"

namespace apricot {

// A permission that came by message and was not opened here.
struct ArrivedCode {
    Q_GADGET
    QML_VALUE_TYPE(arrivedCode)
    Q_PROPERTY(QString when MEMBER when)
    Q_PROPERTY(QString text MEMBER text)

  public:
    QString when, text;
    bool operator==(const ArrivedCode &) const = default;
};

class Asking : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Counter *counter MEMBER m_counter NOTIFY changed)
    Q_PROPERTY(QString code READ code NOTIFY changed)   // to be shown; empty: nothing is asked
    Q_PROPERTY(QString words READ words NOTIFY changed) // what it asks for
    Q_PROPERTY(QString until READ until NOTIFY changed)
    Q_PROPERTY(QString answer READ answer NOTIFY changed) // words; empty while nothing came
    Q_PROPERTY(QList<apricot::ArrivedCode> arrived READ arrived NOTIFY changed) // newest first

  public:
    explicit Asking(QObject *parent = nullptr);
    // kinds: bits as in Scope; days: how far back, 0 for all; level 1 to 5; hours: how long.
    Q_INVOKABLE void ask(int kinds, int days, int level, int hours);
    Q_INVOKABLE void stop();
    Q_INVOKABLE void look(); // for an answer, now

    [[nodiscard]] QString code() const { return m_code; }
    [[nodiscard]] QString words() const { return m_words; }
    [[nodiscard]] QString until() const { return m_until; }
    [[nodiscard]] QString answer() const { return m_answer; }
    [[nodiscard]] QList<ArrivedCode> arrived() const { return m_arrived; }

  Q_SIGNALS:
    void changed();

  private:
    Counter *m_counter = nullptr;
    QString m_code, m_words, m_until, m_answer;
    QList<ArrivedCode> m_arrived;
    std::optional<RequestId> m_id;
    QTimer m_poll;
};

} // namespace apricot
