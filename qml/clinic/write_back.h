// SPDX-License-Identifier: GPL-3.0-or-later
// What a clinic writes back in a visit: a form becomes a document, is looked at, and is sent.
#pragma once

#include "clinic/counter.h"

namespace apricot {

// A field of the form of what is written; its number is write_back.cpp's.
struct FormField {
    Q_GADGET
    QML_VALUE_TYPE(formField)
    Q_PROPERTY(int number MEMBER number)
    Q_PROPERTY(QString label MEMBER label)

  public:
    int number = 0;
    QString label;
    bool operator==(const FormField &) const = default;
};
// What will be sent under a label.
struct PreviewLine {
    Q_GADGET
    QML_VALUE_TYPE(previewLine)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString text MEMBER text)

  public:
    QString label, text;
    bool operator==(const PreviewLine &) const = default;
};

class WriteBack : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Counter *counter MEMBER m_counter NOTIFY changed)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY kindChanged) // Kind; 0: none is chosen
    Q_PROPERTY(QList<apricot::FormField> fields READ fields NOTIFY kindChanged) // of that kind
    // What will be sent; empty: nothing is prepared.
    Q_PROPERTY(QList<apricot::PreviewLine> preview READ preview NOTIFY changed)

  public:
    enum Kind { Result = 1, Prescription, Referral, VisitNote }; // LetterKind's numbers
    Q_ENUM(Kind)

    explicit WriteBack(QObject *parent = nullptr) : QObject(parent) {}
    Q_INVOKABLE void fill(int field, const QString &text); // by its number
    Q_INVOKABLE void prepare();
    Q_INVOKABLE void change(); // back to the form
    Q_INVOKABLE void send();   // once: what is prepared is gone then

    [[nodiscard]] int kind() const { return m_kind; }
    void setKind(int kind); // what was filled in is dropped
    [[nodiscard]] QList<FormField> fields() const;
    [[nodiscard]] QList<PreviewLine> preview() const { return m_preview; }

  Q_SIGNALS:
    void changed();
    void kindChanged();
    void sent();

  private:
    Counter *m_counter = nullptr;
    int m_kind = 0, m_prepared = 0;
    QStringList m_filled; // by field
    std::string m_document;
    QList<PreviewLine> m_preview;
};

} // namespace apricot
