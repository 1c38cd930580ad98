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

    [[nodiscard]] QString in(const char *name) const {
        return m_folder.filePath(QLatin1String(name));
    }
    void write(const char *name, ByteView bytes) const {
        QVERIFY(writeFile(in(name).toStdString(), bytes).ok());
    }
    [[nodiscard]] Bytes kept(const char *name) const {
        return readFile(in(name).toStdString(), largestTransaction).value();
    }
    [[nodiscard]] int sign() const {
        return QProcess::execute(QStringLiteral(APRICOT_BIN_DIR "/apricot-node"),
                                 {QStringLiteral("--sign"), in("proposal"),
                                  QStringLiteral("--validator-key"), in("key")});
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
            QCOMPARE(kept("proposal"), before);
        }
        write("proposal", Bytes{1, 2, 3});
        QCOMPARE(sign(), 1);
        const Bytes good =
            m_parties.signedBy(m_parties.admin, ChangeValidators{{{verifyKeyOf(joining), 10}}});
        write("proposal", good);
        for (const char *bad : {"", "{}", "{\"priv_key\"", "{\"priv_key\":{\"value\":\"AAAA\"}}"}) {
            write("key", viewOf(bad));
            QCOMPARE(sign(), 1);
        }
        QCOMPARE(kept("proposal"), good);
    }
};

APRICOT_TEST(TestSignProposal)
#include "test_sign_proposal.moc"
