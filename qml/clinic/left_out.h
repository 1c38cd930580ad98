// SPDX-License-Identifier: GPL-3.0-or-later
// What a permission leaves out, in words: said once at the head of a visit's records, on its paper
// and in its file, so that nobody takes "none" from what was not shown.
#pragma once

#include "flows/clinic/visit.h"
#include "shelf/overview.h"

#include <QStringList>

namespace apricot::clinic {

// Whole sentences, in the language that is set; none when everything is shown.
[[nodiscard]] QStringList leftOut(const Scope &scope);
// Below the name of a kind of which no record is there.
[[nodiscard]] QString insteadOfNone(Coverage coverage);
// For SummaryCards and TestedCard.
[[nodiscard]] SummaryCoverage coverageByCard(const Scope &scope);
[[nodiscard]] QString coverageOfTests(const Scope &scope);

} // namespace apricot::clinic
