// SPDX-License-Identifier: GPL-3.0-or-later
// A visit's records as pages to print: a PDF, newest first, by kind.
#pragma once

#include "base/result.h"
#include "vault/vault.h"

#include <QString>

namespace apricot {

struct PagesHead {
    QString title, note; // above the records, in the language that is set
};
// Any thread. The vault's errors.
[[nodiscard]] Result<Bytes> pagesOf(Vault &records, const PagesHead &head);

} // namespace apricot
