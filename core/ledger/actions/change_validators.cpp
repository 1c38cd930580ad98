// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/change_validators.h"

#include "crypto/valid_key.h"
#include "ledger/state_codec.h"
#include "ledger/trial.h"

#include <algorithm>
#include <functional>
#include <map>

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, ChangeValidators> &a) {
    archive(a.changes);
    archive.check(ascendsByKey(a.changes), "order of validators");
}

namespace {

Error invalid(std::string why) {
    return refuse(Refusal::ValidatorsInvalid, std::move(why));
}

Result<> rule(const ChangeValidators &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(value, trial.value(validatorsKey()));
    if (!value) return invalid("this ledger has none");
    APRICOT_TRY_ASSIGN(standing, decodeValidators(*value));
    APRICOT_TRY_ASSIGN(version, trial.version());
    const auto isIn = [&standing = standing](const VerifyKey &key) {
        return std::ranges::find(standing, key, &ChainValidator::key) != standing.end();
    };
    for (const ChainValidator &change : a.changes)
        if (version.current >= provenSince && change.power != 0 && !isIn(change.key)
            && !isValidKey(change.key))
            return invalid(toHex(change.key.view()) + " is no key");
    // As with administrators: a validator that nobody runs counts among those that must agree.
    APRICOT_TRY_ASSIGN(absent, trial.joinsUnsigned());
    if (absent) return invalid("not signed by the new validator " + toHex(absent->view()));
    const ChainValidators validators = applied(standing, a.changes);
    if (const auto complaint = complaintAbout(validators)) return invalid(*complaint);
    trial.write(validatorsKey(), encode(validators));
    return {};
}

} // namespace

ChainValidators applied(const ChainValidators &standing, const ChainValidators &changes) {
    std::map<VerifyKey, std::uint32_t> power;
    for (const auto &all : {std::cref(standing), std::cref(changes)})
        for (const ChainValidator &one : all.get()) power[one.key] = one.power;
    ChainValidators out;
    for (const auto &[key, weight] : power)
        if (weight != 0) out.push_back({key, weight});
    return out;
}

const ActionRow &ChangeValidators::row() {
    static const ActionRow row = [] {
        ActionRow out = rowOf<ChangeValidators, rule>(9, "ChangeValidators", 1, Signers::Quorum);
        out.bringsIn = [](const void *a) {
            std::vector<VerifyKey> keys;
            for (const ChainValidator &one : static_cast<const ChangeValidators *>(a)->changes)
                if (one.power != 0) keys.push_back(one.key);
            return keys;
        };
        out.members = [](const StateView &state) -> Result<std::vector<VerifyKey>> {
            std::vector<VerifyKey> keys;
            APRICOT_TRY_ASSIGN(value, state.value(validatorsKey()));
            if (!value) return keys;
            APRICOT_TRY_ASSIGN(standing, decodeValidators(*value));
            for (const ChainValidator &one : standing) keys.push_back(one.key);
            return keys;
        };
        return out;
    }();
    return row;
}

} // namespace apricot
