// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stage.h"

#include "cli/asked.h"
#include "cli/output.h"

#include <cstdlib>
#include <thread>

namespace apricot::cli {
namespace {

// Empty: there is none.
std::filesystem::path mailboxBeside(const std::string &ledger) {
    std::error_code error;
    auto folder = std::filesystem::absolute(ledger, error).lexically_normal();
    if (error) return {};
    if (!folder.has_filename()) folder = folder.parent_path(); // "ledger/"
    folder.replace_filename("mailbox");
    return std::filesystem::is_directory(folder, error) ? folder : std::filesystem::path();
}

} // namespace

Stage::Stage(const Arguments &arguments)
    : passphrases(arguments.passphraseFd()), m_arguments(arguments) {}

Result<> Stage::createVault(const Wallet &wallet, const Vault::Fill &fill) {
    APRICOT_TRY_ASSIGN(file, m_arguments.needed("--vault"));
    //: Prompt of the command line program
    APRICOT_TRY_ASSIGN(passphrase,
                       passphrases.askNew(say(QT_TRANSLATE_NOOP("cli", "New passphrase"))));
    return m_session.create(file, passphrase, wallet, fill);
}

Result<> Stage::openVault() {
    APRICOT_TRY_ASSIGN(file, m_arguments.needed("--vault"));
    //: Prompt of the command line program
    APRICOT_TRY_ASSIGN(passphrase, passphrases.ask(say(QT_TRANSLATE_NOOP("cli", "Passphrase"))));
    return m_session.open(file, passphrase);
}

Result<> Stage::openLedger() {
    return openLedgerWith(m_arguments.value("--mailbox"));
}

Result<> Stage::openLedgerWith(const std::filesystem::path &mailbox) {
    APRICOT_TRY_ASSIGN(folder, m_arguments.needed("--ledger"));
    m_session.use(folder, mailbox);
    APRICOT_TRY_ASSIGN(chosen, m_session.ledger());
    m_chosen = chosen;
    return {};
}

Result<> Stage::openMailboxIfThere() {
    std::filesystem::path folder = m_arguments.value("--mailbox");
    if (folder.empty()) folder = mailboxBeside(m_arguments.value("--ledger"));
    return openLedgerWith(folder);
}

Result<> Stage::openMailbox() {
    APRICOT_TRY(openMailboxIfThere());
    const auto mailbox = m_chosen->neededMailbox();
    if (mailbox) return {};
    if (mailbox.error().code == ErrorCode::MailboxNotChosen)
        return m_arguments.needed("--mailbox").error();
    return mailbox.error(); // why it is of no use
}

Result<RelayedLedger *> Stage::relayed(Output &output) {
    if (m_chosen->nodes().empty()) return nullptr; // this machine alone
    if (m_arguments.has("--now")) {
        //: Before the nodes of the hospitals are asked
        output.line(say(QT_TRANSLATE_NOOP(
            "cli", "Everything is asked at once and directly: a node can see that these clinics "
                   "have to do with one person, at this address.")));
        return nullptr;
    }
    APRICOT_TRY_ASSIGN(by, m_session.relayed());
    if (!by)
        //: Before the nodes of the hospitals are asked
        output.line(say(QT_TRANSLATE_NOOP(
            "cli", "No second hospital's node can carry the questions: they go directly, and the "
                   "nodes can see that they come from one address.")));
    return by;
}

Result<> Stage::eachApart(RelayedLedger *by, std::size_t acts,
                          const std::function<Result<>(std::size_t, const Apart &)> &act) {
    const Apart way(by, m_chosen);
    if (by)
        return oneByOne(
            acts, *by, random,
            [](std::chrono::milliseconds time) { std::this_thread::sleep_for(time); },
            [&](std::size_t i) { return act(i, way); });
    for (std::size_t i = 0; i < acts; ++i) APRICOT_TRY(act(i, way));
    return {};
}

Result<SigningKey> Stage::signingKey(std::string_view name) {
    return signingKeyOf(vault(), name);
}

Result<SigningKey> Stage::makeSigningKey(std::string_view name) {
    SigningKey key;
    random.fill(key.writable());
    APRICOT_TRY(vault().put(spaces::keys, name, key.view()));
    return key;
}

Result<Desk> Stage::desk() {
    return deskOf(vault());
}

Result<> agreeToGrant(const Arguments &arguments, const Rehearsal &rehearsal, Output &output) {
    //: Before a grant is signed; %1 is the number of records listed below
    output.shown(say(QT_TRANSLATE_NOOP("cli", "These records, and no other (%1):"),
                     {std::to_string(rehearsal.records.size())}));
    for (const RecordRow &row : rehearsal.records) output.shown("  " + inWords(row));
    output.shownText(rehearsal.words.english);
    output.shownText(rehearsal.words.chinese);
    if (arguments.has("--yes")) return {};
    //: Asked before a grant is signed; the answer is the letter y or something else
    const char *question = QT_TRANSLATE_NOOP("cli", "Sign this? Type y for yes: ");
    if (!askedYes(say(question))) return fail(ErrorCode::NotSigned);
    return {};
}

void tellIfItWaits(const Shared &given, Output &output) {
    if (!given.waits) return;
    //: After a grant was signed while its package could not be sent
    output.line(say(QT_TRANSLATE_NOOP(
        "cli", "The clinic's mailbox cannot be reached. The records wait in your vault and are "
               "sent at the next apricotctl inbox.")));
}

} // namespace apricot::cli
