// SPDX-License-Identifier: GPL-3.0-or-later
// A real apricot-node signs the proposal that lets its validator in, and nothing else.
#include "base/file.h"
#include "codec/base64.h"
#include "crypto/crypto.h"
#include "ledger/parties.h"

#include "program/test_program.h"
#include <QProcess>

#include <QtTest>

using namespace apricot;

class TestSignProposal : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Parties m_parties;
    QByteArray m_said;

    [[nodiscard]] QString in(const char *name) const {
        return m_folder.filePath(QLatin1String(name));
    }
    void write(const char *name, ByteView bytes) const {
        QVERIFY(writeFile(in(name).toStdString(), bytes).ok());
    }
    [[nodiscard]] Bytes kept(const char *name) const {
        return readFile(in(name).toStdString(), largestTransaction).value();
    }
    // Its exit status; and what it said.
    int ran(const QStringList &words) {
        QProcess node;
        node.setProcessChannelMode(QProcess::MergedChannels);
        node.start(QStringLiteral(APRICOT_BIN_DIR "/apricot-node"), words);
        node.closeWriteChannel();
        if (!node.waitForFinished()) qFatal("apricot-node does not end");
        m_said = node.readAll();
        return node.exitCode();
    }
    int sign() {
        return ran({QStringLiteral("--sign"), in("proposal"), QStringLiteral("--validator-key"),
                    in("key"), QStringLiteral("--yes")});
    }
    // As CometBFT writes it.
    void writeKey(const SigningKey &key) const {
        Bytes both;
        append(both, key.view());
        append(both, verifyKeyOf(key).view());
        std::string text = "{\"address\":\"00\",\"pub_key\":{\"type\":\"x\",\"value\":\"AA==\"},\n"
                           "  \"priv_key\": {\"type\": \"x\",\n  \"value\": \"";
        text += toBase64(both);
        text += "\"}}";
        write("key", viewOf(text));
    }

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void whoJoinsSignsWithItsKey() {
        const SigningKey joining = m_parties.key();
        writeKey(joining);
        write("proposal",
              m_parties.signedBy(m_parties.admin, ChangeValidators{{{verifyKeyOf(joining), 10}}}));
        for (int i = 0; i < 2; ++i) { // twice is once
            QCOMPARE(sign(), 0);
            const CheckedTransaction checked = checkTransaction(kept("proposal"));
            QVERIFY(checked.allVerified);
            QCOMPARE(checked.signers.size(), std::size_t{2});
            QVERIFY(std::ranges::find(checked.signers, verifyKeyOf(joining))
                    != checked.signers.end());
        }
    }

    // The same change may put every other validator off.
    void whatItDoesIsShownAndAskedFirst() {
        const SigningKey joining = m_parties.key();
        writeKey(joining);
        std::vector<ChainValidator> changes{{verifyKeyOf(joining), 10},
                                            {verifyKeyOf(m_parties.stranger), 0}};
        std::ranges::sort(changes, {}, &ChainValidator::key);
        const Bytes before = m_parties.signedBy(m_parties.admin, ChangeValidators{changes});
        write("proposal", before);
        const QStringList words{QStringLiteral("--validator-key"), in("key"),
                                QStringLiteral("--sign"), in("proposal")}; // in any order
        QCOMPARE(ran(words), 1);
        QVERIFY2(m_said.contains("ProposalNotAgreed"), m_said.constData());
        const auto hex = [](const SigningKey &key) {
            return QByteArray::fromStdString(toHex(verifyKeyOf(key).view()));
        };
        for (const QByteArray &word :
             {hex(joining) + " has power 10", hex(m_parties.stranger) + " makes no blocks any more",
              QByteArray("不再出块"), QByteArray("was not looked up")})
            QVERIFY2(m_said.contains(word), m_said.constData());
        QCOMPARE(kept("proposal"), before);
        QCOMPARE(ran(QStringList{QStringLiteral("--yes")} + words), 0);
        QVERIFY2(m_said.contains("makes no blocks any more"), m_said.constData());
        QCOMPARE(checkTransaction(kept("proposal")).signers.size(), std::size_t{2});
        for (const QStringList &unclear : {words.mid(2), words + words.mid(0, 1),
                                           words + QStringList{QStringLiteral("--other")}})
            QCOMPARE(ran(unclear), 2);
        QVERIFY2(m_said.contains("NodeOptionsUnclear"), m_said.constData());
    }

    void nothingElseIsSigned() {
        const SigningKey joining = m_parties.key();
        writeKey(joining);
        const ChangeValidators off{{{verifyKeyOf(joining), 0}}};
        const ChangeValidators another{{{verifyKeyOf(m_parties.stranger), 10}}};
        const ChangeConsortium admin{{verifyKeyOf(joining)}, 1, 9};
        for (const Action &action : {Action(off), Action(another), Action(admin)}) {
            const Bytes before = m_parties.signedBy(m_parties.admin, action);
            write("proposal", before);
            QCOMPARE(sign(), 1);
            QVERIFY2(m_said.contains("ProposalUnclear"), m_said.constData());
            QCOMPARE(kept("proposal"), before);
        }
        write("proposal", Bytes{1, 2, 3});
        QCOMPARE(sign(), 1);
        QVERIFY2(m_said.contains("TransactionMalformed"), m_said.constData());
        const Bytes good =
            m_parties.signedBy(m_parties.admin, ChangeValidators{{{verifyKeyOf(joining), 10}}});
        write("proposal", good);
        for (const char *bad : {"", "{}", "{\"priv_key\"", "{\"priv_key\":{\"value\":\"AAAA\"}}"}) {
            write("key", viewOf(bad));
            QCOMPARE(sign(), 2);
            QVERIFY2(m_said.contains("no validator's key"), m_said.constData());
        }
        QCOMPARE(kept("proposal"), good);
    }
};

APRICOT_TEST(TestSignProposal)
#include "test_sign_proposal.moc"
