// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/counter_session.h"

namespace apricot {

Result<> CounterSession::close(std::map<std::string, Visit, std::less<>> &some, Erasure why) {
    Result<> all;
    for (auto &[id, visit] : some) visit.records.reset();
    if (!vault) return all; // the next start notes it
    for (auto &[id, visit] : some)
        if (auto noted = endVisit(*vault, std::move(visit), why); !noted) all = noted.error();
    return all;
}

Result<> CounterSession::closeVisits(Erasure why) {
    seen.reset();
    auto noted = close(visits, why);
    visits.clear();
    return noted;
}

CounterSession::Closed CounterSession::closeDue() {
    std::map<std::string, Visit, std::less<>> due;
    for (auto it = visits.begin(); it != visits.end();) {
        const auto at = it++;
        if (at->second.eraseBy <= clock.now()) due.insert(visits.extract(at));
    }
    const std::size_t count = due.size();
    return {count, close(due, Erasure::Due)};
}

} // namespace apricot
