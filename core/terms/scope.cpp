// SPDX-License-Identifier: GPL-3.0-or-later
#include "terms/scope.h"

#include <algorithm>

namespace apricot {

bool opens(const Scope &scope, const RecordFacts &record) {
    if (record.level > scope.level) return false;
    if (std::binary_search(scope.records.begin(), scope.records.end(), record.id)) return true;
    if (!scope.has(record.kind)) return false;
    if (!scope.from && !scope.until) return true;
    return record.dated && (!scope.from || record.date >= *scope.from)
           && (!scope.until || record.date < *scope.until);
}

bool isWithin(const Scope &inner, const Scope &outer) {
    if (inner.level > outer.level) return false;
    if ((inner.kinds & ~outer.kinds) != 0) return false;
    if (inner.kinds != 0) {
        if (outer.from && (!inner.from || *inner.from < *outer.from)) return false;
        if (outer.until && (!inner.until || *inner.until > *outer.until)) return false;
    }
    return std::includes(outer.records.begin(), outer.records.end(), inner.records.begin(),
                         inner.records.end());
}

} // namespace apricot
