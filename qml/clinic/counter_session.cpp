// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/counter_session.h"

namespace apricot {

Result<> CounterSession::closeVisits(Erasure why) {
    Result<> all;
    for (auto &[id, visit] : visits) {
        visit.records.reset();
        if (!vault) continue; // the next start notes it
        if (auto noted = endVisit(*vault, std::move(visit), why); !noted) all = noted.error();
    }
    visits.clear();
    seen.reset();
    return all;
}

} // namespace apricot
