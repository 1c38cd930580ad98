// SPDX-License-Identifier: GPL-3.0-or-later
// Paper: pages of headings, text and codes, sent to a printer or written as a PDF.
//
// A page is a list of blocks, each a map with one of: {heading}, {text}, {quiet} (small text),
// {label, text} (side by side), {code} (a QR code, as large as the paper lets it be), {line: true},
// {page: true} (a new page). Text that does not fit goes on to the next page.
#pragma once

#include <QObject>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

class QPagedPaintDevice;

namespace apricot {

class Paper : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        QStringList printers READ printers NOTIFY changed) // their names; the usual one first
    Q_PROPERTY(Size size MEMBER m_size NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed) // empty: the last print went well

  public:
    enum Size { A4, A6 };
    Q_ENUM(Size)

    explicit Paper(QObject *parent = nullptr) : QObject(parent) {}
    // True when it was handed over whole; else `problem` says what to do.
    Q_INVOKABLE bool printOn(const QString &printer, const QVariantList &blocks);
    Q_INVOKABLE bool writePdf(const QUrl &file, const QVariantList &blocks, bool replace = false);
    Q_INVOKABLE void findPrinters(); // asks the system; none until then

    [[nodiscard]] QStringList printers() const { return m_printers; }
    [[nodiscard]] QString problem() const { return m_problem; }

  Q_SIGNALS:
    void changed();

  private:
    bool paint(QPagedPaintDevice &device, const QVariantList &blocks);
    bool end(const QString &problem);

    Size m_size = A4;
    QStringList m_printers;
    QString m_problem;
};

} // namespace apricot
