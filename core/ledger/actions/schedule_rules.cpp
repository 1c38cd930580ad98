// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/schedule_rules.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, ScheduleRules> &a) {
    archive(a.version, a.from);
}

namespace {

// A version of the rules that this program does not know, it lets nobody plan.
bool isForeseen(const ScheduleRules &a) {
    return a.version <= latestRules;
}

// The next version only, in time for everybody to hear of it, and one that this program knows.
Result<> rule(const ScheduleRules &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(version, trial.version());
    if (a.version != version.current + 1 || a.from <= trial.block().height)
        return rulesNotInOrder(version, trial.block().height);
    if (!trial.block().agreed && !isForeseen(a))
        return rulesNotInOrder(version, trial.block().height);
    version.next = a.version;
    version.from = a.from;
    trial.write(rulesVersionKey(), encode(version));
    return {};
}

} // namespace

const ActionRow &ScheduleRules::row() {
    static const ActionRow row = [] {
        ActionRow out = rowOf<ScheduleRules, rule>(11, "ScheduleRules", 1, Signers::Quorum);
        out.foreseen = [](const void *a) {
            return isForeseen(*static_cast<const ScheduleRules *>(a));
        };
        return out;
    }();
    return row;
}

} // namespace apricot
