// SPDX-License-Identifier: GPL-3.0-or-later
// A record's fields for a person to read, in the order in which they matter. Every FHIR R4 resource
// gives something: types without words of their own give their narrative.
#pragma once

#include "records/record.h"

namespace apricot {

struct Detail {
    enum class Form : std::uint8_t {
        Text,   // as written
        Word,   // English; translated under the context "Detail"
        Date,   // FHIR dateTime; shown in the reader's own form
        Period, // two of them, "start/end"; either may be empty
    };
    // English, translated under the context "Detail", unless it is the record's own word.
    std::string label;
    bool own = false; // the label is the record's own word ("收缩压"), shown as it is
    std::string text;
    Form form = Form::Text;
};

// Never fails: what cannot be read is left out. At most 200.
[[nodiscard]] std::vector<Detail> detailsOf(const Record &record);

} // namespace apricot
