// SPDX-License-Identifier: GPL-3.0-or-later
// Paper: pages of headings, text and codes, sent to a printer or written as a PDF.
//
// A page is a list of blocks; text that does not fit goes on to the next page.
#pragma once

#include <QList>
#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

class QPagedPaintDevice;

namespace apricot {

struct PaperBlock {
    Q_GADGET
    QML_VALUE_TYPE(paperBlock)

  public:
    enum Form { Heading, Text, Quiet, Code }; // Quiet: small. Code: QR, as large as the paper lets
    Form form = Text;
    QString text;
    bool operator==(const PaperBlock &) const = default;
};

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
    Q_INVOKABLE bool printOn(const QString &printer, const QList<apricot::PaperBlock> &blocks);
    Q_INVOKABLE bool writePdf(const QUrl &file, const QList<apricot::PaperBlock> &blocks,
                              bool replace = false);
    Q_INVOKABLE void findPrinters(); // asks the system; none until then

    [[nodiscard]] QStringList printers() const { return m_printers; }
    [[nodiscard]] QString problem() const { return m_problem; }

  Q_SIGNALS:
    void changed();

  private:
    bool paint(QPagedPaintDevice &device, const QList<apricot::PaperBlock> &blocks);
    bool end(const QString &problem);

    Size m_size = A4;
    QStringList m_printers;
    QString m_problem;
};

} // namespace apricot
