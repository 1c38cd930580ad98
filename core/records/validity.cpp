// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/validity.h"

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
        if (end.precision == ClinicalDate::Precision::Month
            && end.start + UnixTime{31} * 86400 <= now)
            return true;
        if (end.precision == ClinicalDate::Precision::Year
            && end.start + UnixTime{366} * 86400 <= now)
            return true;
    }
    return false;
}

} // namespace

Validity validityOf(const Record &record, UnixTime now) {
    const auto tree = JsonTree::of(record.json);
    if (!tree) return Validity::Unsettled;
    const Value root = tree->root();
    const std::string status = codeIn(root["status"]);
    if (status == "entered-in-error"
        || isOneOf(codeIn(root["verificationStatus"]), {"entered-in-error", "refuted"}))
        return Validity::Mistaken;
    if (isOneOf(codeIn(root["clinicalStatus"]), {"inactive", "resolved", "remission"}))
        return Validity::Past;
    if (root["abatementDateTime"] || root["abatementString"] || root["abatementAge"]
        || root["abatementRange"] || root["abatementBoolean"].raw() == "true")
        return Validity::Past;
    if (record.kind == Kind::Medication) {
        if (isOneOf(record.type, {"MedicationDispense", "MedicationAdministration"}))
            return Validity::Past; // an event, not what is taken now
        if (isOneOf(status, {"completed", "stopped", "cancelled", "ended", "inactive"}))
            return Validity::Past;
        if (isOneOf(status, {"draft", "on-hold", "not-taken", "unknown"}))
            return Validity::Unsettled;
    }
    return hasEnded(root, now) ? Validity::Past : Validity::Current;
}

} // namespace apricot
