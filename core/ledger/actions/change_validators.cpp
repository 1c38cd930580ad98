// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/change_validators.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const ChangeValidators &a) {
    out.array(a.changes.size());
    for (const ChainValidator &change : a.changes)
        out.array(2).bytes(change.key.view()).unsignedInteger(change.power);
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(count, in.array());
    ChangeValidators out;
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(fields, in.array());
        if (fields != 2) return malformedAction("validator");
        APRICOT_TRY_ASSIGN(key, in.fixed<VerifyKey>());
        APRICOT_TRY_ASSIGN(power, readNumber(in));
        if (i > 0 && !(out.changes.back().key < key)) return malformedAction("order of validators");
        out.changes.push_back({key, power});
    }
    return Action(std::move(out));
}

Error invalid(std::string why) {
    return refuse(Refusal::ValidatorsInvalid, std::move(why));
}

Result<> rule(const ChangeValidators &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(value, trial.value(validatorsKey()));
    if (!value) return invalid("this ledger has none");
    APRICOT_TRY_ASSIGN(standing, decodeValidators(*value));
    std::map<VerifyKey, std::uint32_t> power;
    for (const ChainValidator &validator : standing) power[validator.key] = validator.power;
    for (const ChainValidator &change : a.changes) power[change.key] = change.power;
    ChainValidators validators;
    for (const auto &[key, weight] : power)
        if (weight != 0) validators.push_back({key, weight});
    if (!isValid(validators)) return invalid("number or power");
    trial.write(validatorsKey(), encode(validators));
    return {};
}

} // namespace

const ActionRow &ChangeValidators::row() {
    static const ActionRow row =
        rowOf<ChangeValidators, write, read, rule>(9, "ChangeValidators", 1, 1, Signers::Quorum);
    return row;
}

} // namespace apricot
