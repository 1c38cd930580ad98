// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/request.h"

#include "flows/patient/preset.h"
#include "flows/shared/directory.h"

#include <algorithm>

namespace apricot {
namespace {

enum Answer : std::uint8_t { Open = 0, Granted, Declined };

constexpr UnixTime clockSkew = 300; // seconds that a clinic's clock may be ahead

// What the vault keeps: a byte for the answer, then the signed request.
struct Kept {
    std::uint8_t answer = Open;
    Bytes signedRequest;
};

Result<std::optional<Kept>> kept(Vault &vault, std::string_view name) {
    APRICOT_TRY_ASSIGN(value, vault.get(spaces::requests, name));
    if (!value || value->empty()) return std::optional<Kept>{};
    const ByteView view = value->view();
    return std::optional<Kept>{Kept{view.front(), Bytes(view.begin() + 1, view.end())}};
}

Result<> keep(Vault &vault, const RequestId &id, const Kept &what) {
    Bytes value{what.answer};
    append(value, what.signedRequest);
    return vault.put(spaces::requests, toHex(id.view()), value);
}

Error answered(const RequestId &id) {
    return fail(ErrorCode::RequestAnswered, toHex(id.view()));
}

Result<Kept> neededRequest(Vault &vault, const RequestId &id) {
    APRICOT_TRY_ASSIGN(one, kept(vault, toHex(id.view())));
    if (!one) return fail(ErrorCode::RequestUnknownHere, toHex(id.view()));
    return std::move(*one);
}

} // namespace

Result<AskedFor> readRequest(std::string_view code, Ledger &ledger, const Clock &clock) {
    APRICOT_TRY_ASSIGN(bytes, requestFromText(code));
    return proveRequest(bytes, ledger, clock);
}

Result<AskedFor> proveRequest(ByteView signedRequest, Ledger &ledger, const Clock &clock) {
    APRICOT_TRY_ASSIGN(request, verifyRequest(signedRequest));
    if (clock.now() >= request.expires || clock.now() < request.asked - clockSkew)
        return fail(ErrorCode::RequestExpired, toRfc3339(request.expires));
    if (request.chainId != ledger.chainId())
        return fail(ErrorCode::RequestForOtherLedger, request.chainId);
    APRICOT_TRY_ASSIGN(clinic, provenDesk(ledger, request.organisation, request.desk));
    return AskedFor{
        request.id,    std::move(clinic), std::move(request.wish),
        request.asked, request.expires,   Bytes(signedRequest.begin(), signedRequest.end())};
}

Result<ConsentText> wordsOf(const AskedFor &asked, int utcOffsetMinutes) {
    return requestText(asked.wish, asked.clinic.name, utcOffsetMinutes);
}

ShareChoice choiceFor(const AskedFor &asked, UnixTime now, int utcOffsetMinutes) {
    ShareChoice out;
    out.clinic = asked.clinic.id;
    out.scope = asked.wish.scope;
    out.purpose = asked.wish.purpose;
    out.uses = asked.wish.uses;
    setTimes(out, now, UnixTime{asked.wish.minutes} * 60, usualKeep);
    out.utcOffsetMinutes = static_cast<std::int16_t>(utcOffsetMinutes);
    return out;
}

Result<> checkNarrowed(const AskedFor &asked, const ShareChoice &choice, UnixTime now) {
    const ShareChoice most = choiceFor(asked, now, 0);
    const auto exceeded = [](const char *what) { return fail(ErrorCode::RequestExceeded, what); };
    if (choice.clinic != most.clinic) return exceeded("the clinic");
    if (choice.purpose != most.purpose) return exceeded("the purpose");
    if (!isWithin(choice.scope, most.scope)) return exceeded("the records");
    if (choice.expiry > most.expiry) return exceeded("the time");
    if (choice.uses > most.uses) return exceeded("the uses");
    return {};
}

Result<> keepRequest(Vault &vault, const AskedFor &asked) {
    APRICOT_TRY_ASSIGN(before, kept(vault, toHex(asked.id.view())));
    if (before && before->answer != Open) return answered(asked.id);
    if (before) return {};
    APRICOT_TRY_ASSIGN(names, vault.keys(spaces::requests));
    std::size_t open = 0;
    for (const std::string &name : names) {
        APRICOT_TRY_ASSIGN(other, kept(vault, name));
        const auto request =
            other ? verifyRequest(other->signedRequest) : Result<Request>(Request{});
        // Expired long ago: it could not be answered again, and would not be shown.
        if (!request || request->expires + longestRequest < asked.asked)
            APRICOT_TRY(vault.remove(spaces::requests, name));
        else if (other->answer == Open && request->expires > asked.asked)
            ++open;
    }
    if (open >= mostOpenRequests) return fail(ErrorCode::TooManyRequests, std::to_string(open));
    return keep(vault, asked.id, {Open, asked.signedRequest});
}

Result<std::vector<AskedFor>> openRequests(Vault &vault, Ledger &ledger, const Clock &clock) {
    APRICOT_TRY_ASSIGN(names, vault.keys(spaces::requests));
    std::vector<AskedFor> out;
    for (const std::string &name : names) {
        APRICOT_TRY_ASSIGN(one, kept(vault, name));
        if (!one || one->answer != Open) continue;
        auto asked = proveRequest(one->signedRequest, ledger, clock);
        if (asked) {
            out.push_back(std::move(*asked));
            continue;
        }
        switch (asked.error().code) {
        case ErrorCode::RequestExpired:
        case ErrorCode::RequestForOtherLedger:
        case ErrorCode::RequestMalformed:
        case ErrorCode::RequestForged:
        case ErrorCode::ClinicNotOnLedger:
        case ErrorCode::DeskNotOnLedger:
            break; // cannot be answered
        default:
            return asked.error();
        }
    }
    std::ranges::stable_sort(out, std::ranges::greater{}, &AskedFor::asked);
    return out;
}

Result<> closeRequest(Vault &vault, const RequestId &id, bool granted) {
    APRICOT_TRY_ASSIGN(one, neededRequest(vault, id));
    if (one.answer != Open) return answered(id);
    one.answer = granted ? Granted : Declined;
    return keep(vault, id, one);
}

Result<> openRequestAgain(Vault &vault, const RequestId &id) {
    APRICOT_TRY_ASSIGN(one, neededRequest(vault, id));
    one.answer = Open;
    return keep(vault, id, one);
}

} // namespace apricot
