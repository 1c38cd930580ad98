// SPDX-License-Identifier: GPL-3.0-or-later
// The measured numbers of a record and where they lie against the range that was usual for that
// laboratory and person: Observation value[x], component, referenceRange, interpretation
// (hl7.org/fhir/R4/observation.html).
#pragma once

#include "records/record.h"

namespace apricot {

// What whoever measured it said of a value, or else what its range says.
enum class Flag : std::uint8_t { None, Normal, Low, High, VeryLow, VeryHigh, Abnormal };

struct Reading {
    std::string name; // of the component; of the record itself when there is but one value
    std::vector<Coding> codes;
    std::string text;     // as written: "7.20", "<0.5"
    std::string unit;     // as people write it: "mmol/L"
    std::string unitCode; // UCUM when there is one; tells units apart
    double number = 0;
    std::optional<double> low, high;
    std::string lowText, highText, rangeText; // as written; empty: nothing was said
    Flag flag = Flag::None;
};

// In the resource's order; empty for records without numbers, and for whatever cannot be read.
[[nodiscard]] std::vector<Reading> readingsOf(const Record &record);
// The worst of the record's values; also of results in words ("positive", flagged abnormal).
[[nodiscard]] Flag flagOf(const Record &record);
[[nodiscard]] inline bool isOutside(Flag flag) {
    return flag > Flag::Normal;
}

} // namespace apricot
