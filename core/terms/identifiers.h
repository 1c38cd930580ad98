// SPDX-License-Identifier: GPL-3.0-or-later
// What names a thing across all libraries: 16 bytes each, of types that cannot be mixed up.
#pragma once

#include "base/bytes.h"

namespace apricot {

// Identifies a resource within one person's vault: the first 16 bytes of SHA-256 over
// "Type/logical-id" (or over the resource's bytes when it has no id). The same resource imported
// again, or in a newer version, has the same RecordId.
using RecordId = FixedBytes<struct RecordIdTag, 16>;

using OrganisationId = FixedBytes<struct OrganisationIdTag, 16>;
using GrantId = FixedBytes<struct GrantIdTag, 16>;           // random
using DelegationId = FixedBytes<struct DelegationIdTag, 16>; // random

} // namespace apricot
