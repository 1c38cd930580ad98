// SPDX-License-Identifier: GPL-3.0-or-later
// A visit's records as pages to print: a PDF. What they leave out stands first, then what can be
// dangerous (even when none is there), then the rest by kind, newest first.
#pragma once

#include "base/result.h"
#include "platform/printing.h"
#include "terms/scope.h"
#include "vault/vault.h"

#include <QString>

namespace apricot {

struct PagesHead {
    QString title, note, agreed; // above the records, in the language that is set
};
// Any thread. The vault's errors. A PDF:
[[nodiscard]] Result<Bytes> pagesOf(Vault &records, const Scope &scope, const PagesHead &head);
// The same on paper, at once; whether the printer of that name took it.
[[nodiscard]] Result<bool> printPages(Vault &records, const Scope &scope, const PagesHead &head,
                                      Printing &printing, const QString &printer);

} // namespace apricot
