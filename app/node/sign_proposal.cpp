// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/sign_proposal.h"

#include "base/file.h"
#include "cli/asked.h"
#include "codec/base64.h"
#include "crypto/sign.h"
#include "flows/consortium/proposal.h"
#include "ledger/proposal_trial.h"
#include "node/options.h"

#include <algorithm>
#include <iostream>

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

struct Signing {
    std::string proposal, keyFile;
    bool agreed = false; // ahead, so that nobody is asked
};

Result<> agree(const Signing &signing, const Action &action) {
    APRICOT_TRY_ASSIGN(words, proposalText(action, nullptr));
    std::cout << words.english << words.chinese << std::flush;
    if (signing.agreed) return {};
    return agreedWith(
        cli::askedYes("Sign this change? Type y for yes: / 签署此变更？同意请输入 y："));
}

Result<Signing> readSigning(std::span<const std::string> words) {
    Signing out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--yes") {
            out.agreed = true;
            continue;
        }
        std::string *file = words[i] == "--sign"            ? &out.proposal
                            : words[i] == "--validator-key" ? &out.keyFile
                                                            : nullptr;
        if (file == nullptr || i + 1 == words.size()) return optionsUnclear(words[i]);
        *file = words[++i];
    }
    if (out.proposal.empty() || out.keyFile.empty())
        return optionsUnclear("--sign and --validator-key are needed");
    return out;
}

} // namespace

Result<std::size_t> signProposal(std::span<const std::string> words) {
    APRICOT_TRY_ASSIGN(signing, readSigning(words));
    APRICOT_TRY_ASSIGN(raw, readFile(signing.proposal, largestTransaction));
    APRICOT_TRY_ASSIGN(change, decodeTransaction(raw));
    APRICOT_TRY_ASSIGN(bytes, readFile(signing.keyFile, 4096));
    const auto key = keyIn(SecretBytes::take(bytes));
    if (!key) return optionsUnclear("no validator's key: " + signing.keyFile);
    const Action &action = change.transaction.action;
    const auto broughtIn = keysBroughtIn(action);
    // Nor does a validator's key become an administrator's.
    if (action.as<ChangeValidators>() == nullptr
        || std::ranges::find(broughtIn, verifyKeyOf(*key)) == broughtIn.end())
        return proposalUnclear("it does not let this validator in: " + signing.proposal);
    APRICOT_TRY(agree(signing, action));
    APRICOT_TRY_ASSIGN(wire, addSignature(change, *key));
    APRICOT_TRY(writeFile(signing.proposal, wire));
    return change.signatures.size();
}

} // namespace apricot::node
