// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/visit_pages.h"

#include "controls/words.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

#include <map>

namespace apricot {
namespace {

QString rowOf(const RecordRow &row) {
    const QString value = utf8(row.unit.empty() ? row.value : row.value + " " + row.unit);
    return QStringLiteral("<tr><td width='18%'>%1</td><td width='50%'>%2</td><td>%3</td></tr>")
        .arg(utf8(row.dateText).left(10).toHtmlEscaped(), utf8(row.title).toHtmlEscaped(),
             value.toHtmlEscaped());
}

} // namespace

Result<Bytes> pagesOf(Vault &records, const PagesHead &head) {
    std::map<Kind, QString> tables;
    Page page{500, std::nullopt};
    for (bool more = true; more;) {
        APRICOT_TRY_ASSIGN(rows, records.list({}, page));
        more = rows.size() == page.limit;
        for (const RecordRow &row : rows) tables[row.kind] += rowOf(row);
        if (!rows.empty()) page.after = rows.back().cursor;
    }
    QString html = QStringLiteral("<h1>%1</h1><p>%2</p>")
                       .arg(head.title.toHtmlEscaped(), head.note.toHtmlEscaped());
    for (const auto &[kind, rows] : tables)
        html += QStringLiteral("<h2>%1</h2><table width='100%' cellspacing='0' cellpadding='4'>%2"
                               "</table>")
                    .arg(inWords(kind).toHtmlEscaped(), rows);
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

} // namespace apricot
