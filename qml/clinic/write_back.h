// SPDX-License-Identifier: GPL-3.0-or-later
// What a clinic writes back in a visit: a form becomes a document, is looked at, and is sent.
#pragma once

#include "clinic/counter.h"

namespace apricot {

class WriteBack : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Counter *counter MEMBER m_counter NOTIFY changed)
    // Label and text of what will be sent; empty: nothing is prepared.
    Q_PROPERTY(QVariantList preview READ preview NOTIFY changed)

  public:
    enum Kind { Result = 1, Prescription, Referral, VisitNote }; // LetterKind's numbers
    Q_ENUM(Kind)

    explicit WriteBack(QObject *parent = nullptr) : QObject(parent) {}
    // The fields are those of flows/clinic/visit_documents.h, by their names.
    Q_INVOKABLE void prepare(int kind, const QVariantMap &fields);
    Q_INVOKABLE void change(); // back to the form
    Q_INVOKABLE void send();   // once: what is prepared is gone then

    Q_INVOKABLE static QString labelOf(const QString &field); // its words
    [[nodiscard]] QVariantList preview() const { return m_preview; }

  Q_SIGNALS:
    void changed();
    void sent();

  private:
    Counter *m_counter = nullptr;
    int m_kind = Result;
    std::string m_document;
    QVariantList m_preview;
};

} // namespace apricot
