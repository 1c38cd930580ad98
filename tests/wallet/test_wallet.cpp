// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "crypto/crypto.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "program/test_program.h"
#include "wallet/wallet.h"
#include "wallet/word_list.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace apricot;

namespace {

using Words = std::vector<std::string>;

std::vector<std::string> split(std::string_view phrase) {
    std::vector<std::string> out(1);
    for (const char c : phrase)
        if (c == ' ')
            out.emplace_back();
        else
            out.back() += c;
    return out;
}

std::string joined(const std::vector<std::string> &words, const std::string &by = " ") {
    std::string out;
    for (const auto &word : words) out += (out.empty() ? "" : by) + word;
    return out;
}

// "1. abandon 2. ability", as on paper.
std::string numbered(const std::vector<std::string> &words, const std::string &dot,
                     const std::string &between) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i)
        out += (i > 0 ? between : "") + std::to_string(i + 1) + dot + words[i];
    return out;
}

std::string fullWidth(const std::string &ascii) {
    std::string out;
    for (const char c : ascii)
        out += c == ' ' ? "\u3000"
                        : std::string{'\xef', '\xbc', static_cast<char>(c + 0x60)}; // A to Z
    return out;
}

Wallet walletOf(std::uint8_t fill) {
    return Wallet::fromSeed(Bytes(32, fill)).value();
}

} // namespace

class TestWallet : public QObject {
    Q_OBJECT
    Words m_english, m_chinese;

    ErrorCode refusal(std::string_view phrase) const {
        const auto wallet = Wallet::fromPhrase(phrase, m_english);
        return wallet ? ErrorCode::None : wallet.error().code;
    }

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startCrypto().ok());
        auto english = loadWordList(wordListPath(WordLanguage::English));
        auto chinese = loadWordList(wordListPath(WordLanguage::Chinese));
        QVERIFY(english.ok() && chinese.ok());
        m_english = std::move(*english);
        m_chinese = std::move(*chinese);
    }

    void aSeedHas32Bytes() {
        for (const std::size_t size : {0U, 31U, 33U}) {
            const auto wallet = Wallet::fromSeed(Bytes(size));
            QVERIFY(!wallet.ok());
            QCOMPARE(wallet.error().code, ErrorCode::SeedWrongLength);
        }
    }

    void everyPhraseLeadsBackToItsSeed() {
        SeededRandom random(1);
        for (int i = 0; i < 50; ++i) {
            const Wallet wallet = Wallet::create(random);
            for (const Words &words : {m_english, m_chinese}) {
                const SecretBytes phrase = wallet.phrase(words);
                QCOMPARE(split(textOf(phrase.view())).size(), std::size_t(24));
                const auto back = Wallet::fromPhrase(textOf(phrase.view()), words);
                QVERIFY(back.ok());
                QVERIFY(std::ranges::equal(back->seed().view(), wallet.seed().view()));
            }
        }
    }

    void agreesWithThePublishedVectors() {
        const QString folder = qEnvironmentVariable(
            "APRICOT_SHARED_DATA", QStringLiteral(APRICOT_SOURCE_DIR "/../shared/data"));
        QFile file(folder + QStringLiteral("/secret-sharing/bip39-vectors-english.json"));
        if (!file.open(QIODevice::ReadOnly)) QSKIP("no BIP-39 vectors: set APRICOT_SHARED_DATA");
        const auto vectors = QJsonDocument::fromJson(file.readAll())
                                 .object()
                                 .value(QStringLiteral("english"))
                                 .toArray();
        int checked = 0;
        for (const auto &entry : vectors) {
            const auto entropy = fromHex(entry[0].toString().toStdString());
            const std::string phrase = entry[1].toString().toStdString();
            if (!entropy || entropy->size() != 32) continue;
            const auto fromPhrase = Wallet::fromPhrase(phrase, m_english);
            QVERIFY(fromPhrase.ok());
            QVERIFY(std::ranges::equal(fromPhrase->seed().view(), *entropy));
            QCOMPARE(std::string(textOf(Wallet::fromSeed(*entropy)->phrase(m_english).view())),
                     phrase);
            ++checked;
        }
        QVERIFY(checked >= 8);
    }

    void aPhraseMayBeTypedCarelessly() {
        const Wallet wallet = walletOf(7);
        const SecretBytes phrase = wallet.phrase(m_english);
        const auto words = split(textOf(phrase.view()));
        std::string upper(textOf(phrase.view()));
        for (char &c : upper)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        for (const std::string &typed :
             {upper, "  " + joined(words, "   ") + "\n", joined(words, "\r\n"), joined(words, "\t"),
              joined(words, "\u3000"), joined(words, ", "), joined(words, "、"),
              joined(words, "，"), joined(words, "\u00a0"), joined(words, " - "),
              "\ufeff" + joined(words, "; ") + ".", numbered(words, ". ", " "),
              numbered(words, ".", "\n"), numbered(words, "、", "\r\n"),
              numbered(words, ") ", ", "), numbered(words, "．", "\u3000"), fullWidth(upper)}) {
            const auto back = Wallet::fromPhrase(typed, m_english);
            QVERIFY2(back.ok(), typed.c_str());
            QVERIFY(std::ranges::equal(back->seed().view(), wallet.seed().view()));
        }
    }

    // A phrase written down in one language is a phrase: its script says in which.
    void eitherLanguageBringsBackTheSameKeys() {
        const Wallet wallet = walletOf(7);
        const auto back = [&](std::string_view typed) -> Result<Wallet> {
            return Wallet::fromPhrase(
                typed, wordLanguageOf(typed) == WordLanguage::Chinese ? m_chinese : m_english);
        };
        const std::string english(textOf(wallet.phrase(m_english).view()));
        const std::string chinese(textOf(wallet.phrase(m_chinese).view()));
        const auto characters = split(chinese);
        for (const std::string &typed :
             {english, joined(split(english), "\u3000"), chinese, joined(characters, ""),
              joined(characters, "\u3000"), joined(characters, "\n"), "\u3000" + chinese,
              joined(characters, "、"), joined(characters, "，") + "。",
              numbered(characters, "、", ""), numbered(characters, ". ", "\n"),
              numbered(characters, "．", "\u3000"), numbered(split(english), "、", "，")}) {
            const auto found = back(typed);
            QVERIFY2(found.ok(), typed.c_str());
            QVERIFY(std::ranges::equal(found->seed().view(), wallet.seed().view()));
        }
        // Half of one and half of the other is neither.
        auto mixed = characters;
        for (std::size_t i = 0; i < 12; ++i) mixed[i] = split(english)[i];
        QCOMPARE(back(joined(mixed)).error().code, ErrorCode::PhraseUnknownWord);
        QCOMPARE(back(joined(characters, "") + "的").error().code, ErrorCode::PhraseWrongCount);
        QCOMPARE(back(joined(characters, "").substr(1)).error().code, ErrorCode::PhraseUnknownWord);
        for (const std::string &word : m_chinese) {
            QCOMPARE(word.size(), std::size_t{3}); // one character
            QVERIFY(wordLanguageOf(word) == WordLanguage::Chinese);
        }
        for (const std::string &word : m_english)
            QVERIFY(wordLanguageOf(word) == WordLanguage::English);
    }

    void aWrongPhraseIsRefusedWithItsReason() {
        auto words = split(textOf(walletOf(7).phrase(m_english).view()));
        QCOMPARE(refusal(""), ErrorCode::PhraseWrongCount);
        QCOMPARE(refusal(joined({words.begin(), words.end() - 1})), ErrorCode::PhraseWrongCount);
        QCOMPARE(refusal(joined(words) + " " + words[0]), ErrorCode::PhraseWrongCount);

        auto unknown = words;
        unknown[6] = "apricotx";
        const auto refused = Wallet::fromPhrase(joined(unknown), m_english);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::PhraseUnknownWord);
        QCOMPARE(refused.error().detail, std::string("word 7"));

        auto swapped = words;
        swapped[23] = words[23] == m_english[0] ? m_english[1] : m_english[0];
        QCOMPARE(refusal(joined(swapped)), ErrorCode::PhraseWrongChecksum);
        QCOMPARE(refusal(std::string(300, '\xff')), ErrorCode::PhraseWrongCount);
    }

    // 8 bits of checksum: of 2048 last words exactly 8 fit.
    void theChecksumIsChecked() {
        auto words = split(textOf(walletOf(9).phrase(m_english).view()));
        int accepted = 0;
        for (const std::string &last : m_english) {
            words[23] = last;
            accepted += refusal(joined(words)) == ErrorCode::None ? 1 : 0;
        }
        QCOMPARE(accepted, 8);
    }

    void aRelationshipHasItsOwnLastingKeys() {
        const Wallet wallet = walletOf(1);
        std::set<VerifyKey> signing;
        std::set<SealKey> inboxes;
        for (std::uint8_t i = 0; i < 100; ++i) {
            const Bytes relationship = {'c', i};
            const Pseudonym one = wallet.pseudonymFor(relationship);
            const Pseudonym again = walletOf(1).pseudonymFor(relationship);
            QVERIFY(one.verifying == again.verifying && one.inbox == again.inbox);
            signing.insert(one.verifying);
            inboxes.insert(one.inbox);
            signing.insert(walletOf(2).pseudonymFor(relationship).verifying);
        }
        QCOMPARE(signing.size(), std::size_t(200));
        QCOMPARE(inboxes.size(), std::size_t(100));
    }

    void thePublicKeysBelongToTheSecretOnes() {
        const Pseudonym p = walletOf(3).pseudonymFor(viewOf("clinic"));
        const Bytes message = {1, 2, 3};
        QVERIFY(verify(p.verifying, message, sign(p.signing, message)));
        const auto opened = openSealed(p.opening, seal(p.inbox, message));
        QVERIFY(opened.ok());
        QVERIFY(std::ranges::equal(opened->view(), message));
        QVERIFY(!std::ranges::equal(p.signing.view(), p.opening.view()));
    }

    void onlyAWholeWordListIsUsed() {
        QTemporaryDir dir;
        const std::filesystem::path path = dir.filePath(QStringLiteral("list")).toStdString();
        const auto load = [&](const std::string &content) {
            if (!writeFile(path, viewOf(content))) return ErrorCode::FileUnwritable;
            const auto list = loadWordList(path);
            return list ? ErrorCode::None : list.error().code;
        };
        std::string whole;
        for (int i = 0; i < 2048; ++i) whole += "w" + std::to_string(i) + "\n";
        QCOMPARE(load(whole), ErrorCode::None);
        QCOMPARE(load(whole.substr(3)), ErrorCode::WordListUnusable);
        QCOMPARE(load(whole + "more\n"), ErrorCode::WordListUnusable);
        QCOMPARE(load("w1" + whole.substr(2)), ErrorCode::WordListUnusable);
        QCOMPARE(load("a b" + whole.substr(2)), ErrorCode::WordListUnusable);
        QCOMPARE(load("\n" + whole), ErrorCode::WordListUnusable);
        QCOMPARE(load(""), ErrorCode::WordListUnusable);
        const auto missing = loadWordList(path.string() + "none");
        QVERIFY(!missing.ok());
        QCOMPARE(missing.error().code, ErrorCode::FileUnreadable);
        QVERIFY(walletOf(1).phrase({"too", "short"}).empty());
    }
};

APRICOT_TEST(TestWallet)
#include "test_wallet.moc"
