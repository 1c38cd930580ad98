// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/change_validators.h"

#include "crypto/valid_key.h"
#include "ledger/state_codec.h"
#include "ledger/trial.h"

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
    std::map<VerifyKey, std::uint32_t> power;
    for (const ChainValidator &validator : standing) power[validator.key] = validator.power;
    APRICOT_TRY_ASSIGN(version, trial.version());
    for (const ChainValidator &change : a.changes) {
        // As with administrators: a validator that nobody runs counts among those that must agree.
        if (version.current >= provenSince && change.power != 0 && !power.contains(change.key)) {
            const std::string key = toHex(change.key.view());
            if (!isValidKey(change.key)) return invalid(key + " is no key");
            if (!trial.isSignedBy(change.key))
                return invalid("not signed by the new validator " + key);
        }
        power[change.key] = change.power;
    }
    ChainValidators validators;
    for (const auto &[key, weight] : power)
        if (weight != 0) validators.push_back({key, weight});
    if (const auto complaint = complaintAbout(validators)) return invalid(*complaint);
    trial.write(validatorsKey(), encode(validators));
    return {};
}

} // namespace

const ActionRow &ChangeValidators::row() {
    static const ActionRow row = [] {
        ActionRow out = rowOf<ChangeValidators, rule>(9, "ChangeValidators", 1, Signers::Quorum);
        out.bringsIn = [](const void *a) {
            std::vector<VerifyKey> keys;
            for (const ChainValidator &one : static_cast<const ChangeValidators *>(a)->changes)
                if (one.power != 0) keys.push_back(one.key);
            return keys;
        };
        return out;
    }();
    return row;
}

} // namespace apricot
