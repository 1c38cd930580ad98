// SPDX-License-Identifier: GPL-3.0-or-later
#include "terms/scope.h"

#include <algorithm>

namespace apricot {

namespace {

bool holds(const std::vector<RecordName> &names, const RecordName &name) {
    return std::binary_search(names.begin(), names.end(), name);
}

// Everything of `part` is in `whole`.
bool includes(const std::vector<RecordName> &whole, const std::vector<RecordName> &part) {
    return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

} // namespace

RecordName nameOf(const RecordId &id) {
    return *RecordName::from(id.view().first(RecordName::size));
}

bool opens(const Scope &scope, const RecordFacts &record) {
    if (record.level > scope.level) return false;
    const RecordName name = nameOf(record.id);
    if (holds(scope.records, name)) return true;
    if (holds(scope.struckOut, name) || !scope.has(record.kind)) return false;
    if (scope.hasAlways(record.kind)) return true;
    return record.dated && (!scope.from || record.date >= *scope.from)
           && (!scope.until || record.date < *scope.until);
}

bool isWithin(const Scope &inner, const Scope &outer) {
    if (inner.level > outer.level) return false;
    if ((inner.undatedKinds() & ~outer.undatedKinds()) != 0) return false;
    const unsigned dated = inner.kinds & ~outer.undatedKinds();
    if ((dated & ~outer.kinds) != 0) return false;
    if (dated != 0) {
        if (outer.from && (!inner.from || *inner.from < *outer.from)) return false;
        if (outer.until && (!inner.until || *inner.until > *outer.until)) return false;
    }
    const bool byKind = inner.kinds != 0 || inner.alwaysKinds != 0;
    return (!byKind || includes(inner.struckOut, outer.struckOut))
           && includes(outer.records, inner.records);
}

} // namespace apricot
