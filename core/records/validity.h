// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a record still holds: the status fields of FHIR R4 (clinicalStatus, verificationStatus,
// status), which every kind of resource has under other names and words.
#pragma once

#include "records/record.h"

namespace apricot {

enum class Validity : std::uint8_t {
    Current,   // an allergy that holds, a medicine that is taken, a condition that is there
    Past,      // resolved, stopped, ended before `now`
    Mistaken,  // entered in error, or refuted: kept, and never acted on
    Unsettled, // planned, draft, on hold, not given
};
[[nodiscard]] Validity validityOf(const Record &record, UnixTime now);

} // namespace apricot
