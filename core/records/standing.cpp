// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/standing.h"

#include "records/json_tree.h"
#include "records/resource.h"

#include <algorithm>

namespace apricot {
namespace {

using Value = JsonTree::Value;

std::string codeIn(Value concept_) { // CodeableConcept, or a plain code (DSTU2's form)
    return concept_.type() == '"' ? concept_.text() : concept_["coding"].first()["code"].text();
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

bool hasEnded(Value root, UnixTime now) {
    for (const char *key : {"effectivePeriod", "abatementPeriod", "period"}) {
        const ClinicalDate end = parseDate(root[key]["end"].text());
        // A day that is named still counts.
        if (end.precision == ClinicalDate::Precision::Day && end.start + 86400 <= now) return true;
        if (end.precision == ClinicalDate::Precision::Second && end.start <= now) return true;
        if (end.precision == ClinicalDate::Precision::Month && end.start + 31 * 86400 <= now)
            return true;
        if (end.precision == ClinicalDate::Precision::Year && end.start + 366 * 86400 <= now)
            return true;
    }
    return false;
}

} // namespace

Standing standingOf(const Record &record, UnixTime now) {
    const auto tree = JsonTree::of(record.json);
    if (!tree) return Standing::Unsettled;
    const Value root = tree->root();
    const std::string status = codeIn(root["status"]);
    if (status == "entered-in-error"
        || isOneOf(codeIn(root["verificationStatus"]), {"entered-in-error", "refuted"}))
        return Standing::Mistaken;
    if (isOneOf(codeIn(root["clinicalStatus"]), {"inactive", "resolved", "remission"}))
        return Standing::Past;
    if (root["abatementDateTime"] || root["abatementString"] || root["abatementAge"]
        || root["abatementRange"] || root["abatementBoolean"].raw() == "true")
        return Standing::Past;
    if (record.kind == Kind::Medication) {
        if (isOneOf(record.type, {"MedicationDispense", "MedicationAdministration"}))
            return Standing::Past; // an event, not what is taken now
        if (isOneOf(status, {"completed", "stopped", "cancelled", "ended", "inactive"}))
            return Standing::Past;
        if (isOneOf(status, {"draft", "on-hold", "not-taken", "unknown"}))
            return Standing::Unsettled;
    }
    return hasEnded(root, now) ? Standing::Past : Standing::Current;
}

} // namespace apricot
