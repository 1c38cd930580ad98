// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/trend.h"

#include "records/validity.h"
#include "vault/each_record.h"

#include <algorithm>

namespace apricot {
namespace {

constexpr std::size_t mostPoints = 5000;

// The codes of the measurement itself, not of its category or parts.
std::vector<Coding> codesOf(const Record &record) {
    std::vector<Coding> out;
    for (const Coding &coding : record.codes)
        if (coding.system.find("loinc.org") != std::string::npos
            || coding.system.find("snomed.info") != std::string::npos)
            out.push_back(coding);
    if (out.size() > 2) out.resize(2); // later ones belong to components and values
    return out;
}

bool isSame(const Record &one, const Record &other) {
    const auto ours = codesOf(one), theirs = codesOf(other);
    if (ours.empty() || theirs.empty()) return one.title == other.title;
    return ours.front().system == theirs.front().system && ours.front().code == theirs.front().code;
}

const std::string &unitOf(const Reading &reading) {
    return reading.unitCode.empty() ? reading.unit : reading.unitCode;
}

} // namespace

Result<Trend> trendOf(Vault &vault, const RecordId &id) {
    APRICOT_TRY_ASSIGN(chosen, vault.record(id));
    Trend out;
    const auto readings = readingsOf(chosen);
    if (readings.empty() || chosen.date.precision == ClinicalDate::Precision::None) return out;
    const Reading &lead = readings.front();
    const bool pair = readings.size() == 2 && unitOf(readings[0]) == unitOf(readings[1]);
    // Several numbers of different kinds in one record are no line.
    if (readings.size() > 1 && !pair) return out;
    out.title = chosen.title;
    out.unit = lead.unit;
    if (pair) {
        out.first = readings[0].name;
        out.second = readings[1].name;
    }
    Filter filter = ofKinds({chosen.kind});
    const auto codes = codesOf(chosen);
    filter.text = codes.empty() ? chosen.title : codes.front().code;
    APRICOT_TRY(eachRecord(vault, filter, [&](const RecordRow &row) -> Result<bool> {
        if (!row.dated) return true;
        APRICOT_TRY_ASSIGN(record, vault.record(row.id));
        if (!isSame(chosen, record)) return true;
        const auto values = readingsOf(record);
        if (values.size() != readings.size()) return true;
        // A trend shows what holds: mistakes are left out, ends in the past do not matter here.
        if (validityOf(record, 0) == Validity::Mistaken) return true;
        if (unitOf(values.front()) != unitOf(lead)) {
            ++out.otherUnits;
            return true;
        }
        if (out.points.empty() || (!out.low && !out.high)) {
            out.low = values.front().low;
            out.high = values.front().high;
        }
        TrendPoint point{
            row.id, row.date,           row.dateText, values.front().number, values.front().text,
            {},     values.front().flag};
        if (pair) {
            point.second = values[1].number;
            point.text += "/" + values[1].text;
            if (isOutside(values[1].flag)) point.flag = values[1].flag;
        }
        out.points.push_back(std::move(point));
        return out.points.size() < mostPoints;
    }));
    std::ranges::reverse(out.points);
    return out;
}

} // namespace apricot
