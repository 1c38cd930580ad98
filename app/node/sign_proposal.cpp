// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/sign_proposal.h"

#include "base/file.h"
#include "codec/base64.h"
#include "crypto/sign.h"
#include "ledger/proposal_trial.h"
#include "ledger/transaction.h"
#include "node/options.h"

#include <algorithm>

namespace apricot::node {
namespace {

// {"priv_key": {"type": "tendermint/PrivKeyEd25519", "value": base64 of the seed and the public
// key}}; read without a copy that stays.
std::optional<SigningKey> keyIn(const SecretBytes &file) {
    std::string_view text = textOf(file.view());
    const auto skipTo = [&text](std::string_view word) {
        const auto at = text.find(word);
        text.remove_prefix(at == std::string_view::npos ? text.size() : at + word.size());
    };
    for (const char *word : {"\"priv_key\"", "\"value\"", ":", "\""}) skipTo(word);
    auto raw = fromBase64(text.substr(0, text.find('"')));
    if (!raw || raw->size() != SigningKey::size + VerifyKey::size) return std::nullopt;
    const SecretBytes both = SecretBytes::take(*raw);
    auto key = SigningKey::from(both.view().first(SigningKey::size));
    if (!key || !std::ranges::equal(verifyKeyOf(*key).view(), both.view().last(VerifyKey::size)))
        return std::nullopt;
    return key;
}

} // namespace

Result<std::size_t> signProposal(const std::string &proposal, const std::string &keyFile) {
    APRICOT_TRY_ASSIGN(raw, readFile(proposal, largestTransaction));
    APRICOT_TRY_ASSIGN(change, decodeTransaction(raw));
    APRICOT_TRY_ASSIGN(bytes, readFile(keyFile, 4096));
    const auto key = keyIn(SecretBytes::take(bytes));
    if (!key) return optionsUnclear("no validator's key: " + keyFile);
    const auto broughtIn = keysBroughtIn(change.transaction.action);
    if (change.transaction.action.as<ChangeValidators>() == nullptr
        || std::ranges::find(broughtIn, verifyKeyOf(*key)) == broughtIn.end())
        return optionsUnclear("the proposal does not let this validator in: " + proposal);
    const SignedBy own = signBody(change.body, *key);
    std::erase_if(change.signatures, [&](const SignedBy &by) { return by.key == own.key; });
    change.signatures.push_back(own);
    const std::size_t count = change.signatures.size();
    APRICOT_TRY(
        writeFile(proposal, assembleTransaction(change.body, std::move(change.signatures))));
    return count;
}

} // namespace apricot::node
