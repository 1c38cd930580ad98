// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/dated_value.h"

namespace apricot {
namespace {

constexpr std::size_t timeSize = 8; // bytes, before the value

} // namespace

Result<std::optional<Dated>> dated(Vault &vault, const Space &space, std::string_view name) {
    APRICOT_TRY_ASSIGN(stored, vault.get(space, name));
    if (!stored || stored->size() < timeSize) return std::optional<Dated>();
    Dated out;
    out.at = static_cast<UnixTime>(fromBigEndian(stored->view().first(timeSize)));
    const ByteView what = stored->view().subspan(timeSize);
    out.what.assign(what.begin(), what.end());
    return std::optional(std::move(out));
}
Result<> keepDated(Vault &vault, const Space &space, std::string_view name, UnixTime at,
                   ByteView what) {
    Bytes out;
    append(out, bigEndian<timeSize>(static_cast<std::uint64_t>(at)));
    append(out, what);
    return vault.put(space, name, out);
}

} // namespace apricot
