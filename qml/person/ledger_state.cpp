// SPDX-License-Identifier: GPL-3.0-or-later
#include "person/ledger_state.h"

#include "controls/words.h"

#include <QCoreApplication>

namespace apricot {

namespace {

QString wordsFor(const comet::Checkpoint &checkpoint) {
    //: What a checkpoint's code says; %1 is a ledger's name, %2 a block's number, %3 its time, %4
    //: letters and digits to compare
    const QString words =
        QCoreApplication::translate("LedgerState", "Ledger %1, block %2 of %3. Fingerprint: %4");
    return words.arg(utf8(checkpoint.chainId))
        .arg(checkpoint.height)
        .arg(localTime(checkpoint.time), utf8(comet::fingerprintOf(checkpoint)));
}

} // namespace

QString LedgerState::wordsOf(const QString &code) const {
    const auto read = comet::readCheckpoint(code.trimmed().toStdString());
    return read ? wordsFor(*read) : QString();
}

void LedgerState::look() {
    struct Seen {
        std::string chain;
        std::vector<std::string> nodes;
        bool consortium = false;
    };
    m_person->ask<Seen>(
        this,
        [](Session &session) -> Result<Seen> {
            APRICOT_TRY_ASSIGN(chosen, session.ledger());
            Seen out{chosen->ledger().chainId(), {}, chosen->consortium() != nullptr};
            for (const auto &node : chosen->nodes()) out.nodes.push_back(node->name());
            return out;
        },
        [this](Seen &&seen) {
            m_chain = utf8(seen.chain);
            m_nodes.clear();
            for (const std::string &node : seen.nodes) m_nodes.append(utf8(node));
            m_consortium = seen.consortium;
            Q_EMIT changed();
        });
}

void LedgerState::makeCheckpoint() {
    m_person->ask<comet::Checkpoint>(
        this,
        [](Session &session) -> Result<comet::Checkpoint> {
            APRICOT_TRY_ASSIGN(chosen, session.ledger());
            APRICOT_TRY_ASSIGN(consortium, chosen->neededConsortium());
            return consortium->checkpoint();
        },
        [this](comet::Checkpoint &&found) {
            m_checkpoint = utf8(comet::toText(found));
            m_asOf = wordsFor(found);
            Q_EMIT changed();
        });
}

void LedgerState::trust(const QString &code) {
    m_person->ask<comet::Checkpoint>(
        this,
        [text = code.trimmed().toStdString()](Session &session) -> Result<comet::Checkpoint> {
            APRICOT_TRY_ASSIGN(chosen, session.ledger());
            session.forgetRelay(); // it holds what was trusted before
            return chosen->trust(text, *session.vault);
        },
        [this](comet::Checkpoint &&found) {
            //: A checkpoint was taken over; %1 is a block's number, %2 its time
            const QString said = QCoreApplication::translate(
                "LedgerState", "Your record now trusts the ledger from block %1 of %2 on.");
            m_person->setNotice(said.arg(found.height).arg(localTime(found.time)));
        });
}

} // namespace apricot
