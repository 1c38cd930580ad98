// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/visit_pages.h"

#include "clinic/left_out.h"
#include "controls/words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

#include <array>
#include <map>

namespace apricot {
namespace {

QString rowOf(const RecordRow &row) {
    const QString value = utf8(row.unit.empty() ? row.value : row.value + " " + row.unit);
    return QStringLiteral("<tr><td width='18%'>%1</td><td width='50%'>%2</td><td>%3</td></tr>")
        .arg(utf8(row.dateText).left(10).toHtmlEscaped(), utf8(row.title).toHtmlEscaped(),
             value.toHtmlEscaped());
}

QString paragraph(const QString &words) {
    return QStringLiteral("<p>%1</p>").arg(words.toHtmlEscaped());
}

QString headingOf(Kind kind) {
    return QStringLiteral("<h2>%1</h2>").arg(inWords(kind).toHtmlEscaped());
}

// What a reader looks for first, and must find even when there is nothing of it.
constexpr std::array mustStand = {Kind::Allergy, Kind::Medication, Kind::Condition};

Result<QString> htmlOf(Vault &records, const Scope &scope, const PagesHead &head) {
    std::map<Kind, QString> tables;
    Page page{500, std::nullopt};
    for (bool more = true; more;) {
        APRICOT_TRY_ASSIGN(rows, records.list({}, page));
        more = rows.size() == page.limit;
        for (const RecordRow &row : rows) tables[row.kind] += rowOf(row);
        if (!rows.empty()) page.after = rows.back().cursor;
    }
    QString html = QStringLiteral("<h1>%1</h1><p>%2</p>")
                       .arg(head.title.toHtmlEscaped(), head.note.toHtmlEscaped())
                   + paragraph(head.agreed);
    if (const QStringList words = clinic::leftOut(scope); !words.isEmpty()) {
        //: Heading above what a permission leaves out of a visit's records
        const QString title = QCoreApplication::translate("LeftOut", "What is not shown to us");
        html += QStringLiteral("<h2>%1</h2>").arg(title.toHtmlEscaped());
        for (const QString &sentence : words) html += paragraph(sentence);
    }
    const auto table = [](const QString &rows) {
        return QStringLiteral("<table width='100%' cellspacing='0' cellpadding='4'>") + rows
               + QStringLiteral("</table>");
    };
    for (const Kind kind : mustStand) {
        const auto found = tables.find(kind);
        html += headingOf(kind);
        html += found == tables.end() ? paragraph(clinic::insteadOfNone(coverageOf(scope, kind)))
                                      : table(found->second);
        tables.erase(kind);
    }
    for (const auto &[kind, rows] : tables) html += headingOf(kind) + table(rows);
    return html;
}

} // namespace

Result<Bytes> pagesOf(Vault &records, const Scope &scope, const PagesHead &head) {
    APRICOT_TRY_ASSIGN(html, htmlOf(records, scope, head));
    QTextDocument document;
    document.setHtml(html);
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&out);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setTitle(head.title);
        document.print(&writer);
    }
    return Bytes(out.data().begin(), out.data().end());
}

Result<bool> printPages(Vault &records, const Scope &scope, const PagesHead &head,
                        Printing &printing, const QString &printer) {
    APRICOT_TRY_ASSIGN(html, htmlOf(records, scope, head));
    return printing.print(printer, [&](QPagedPaintDevice &paper) {
        QTextDocument document;
        document.setHtml(html);
        document.print(&paper);
        return true;
    });
}

} // namespace apricot
