// SPDX-License-Identifier: GPL-3.0-or-later
// The index of organisations: whatever comes and changes, its pages hold all of them, in order.
#include <QTest>

#include "ledger/directory_index.h"
#include "program/test_program.h"

using namespace apricot;

namespace {

class Kept final : public StateView {
  public:
    [[nodiscard]] Result<std::optional<Bytes>> value(ByteView key) const override {
        const auto at = m_values.find(Bytes(key.begin(), key.end()));
        return at == m_values.end() ? std::nullopt : std::optional(at->second);
    }
    void take(Writes writes) {
        for (auto &[key, value] : writes) m_values[key] = *value;
    }

  private:
    std::map<Bytes, Bytes> m_values;
};

Organisation organisation(std::uint32_t number, std::string name) {
    Organisation out;
    for (std::size_t i = 0; i < 4; ++i)
        out.id.bytes[i] = static_cast<std::uint8_t>((number * 2654435761U) >> (8 * i));
    out.name = std::move(name);
    out.purposes = {Purpose::Treatment, Purpose::Referral};
    return out;
}

DirectoryPages pagesIn(const StateView &state) {
    return decodePages(**state.value(directoryKey())).value();
}
DirectoryPage pageIn(const StateView &state, std::uint32_t number) {
    return decodePage(**state.value(directoryPageKey(number))).value();
}

std::vector<Listed> allIn(const StateView &state) {
    std::vector<Listed> out;
    for (const PageStart &start : pagesIn(state))
        for (const Listed &one : pageIn(state, start.page)) {
            if (directoryOrder(one.name, one.id) < start.from) qFatal("on the wrong page");
            out.push_back(one);
        }
    return out;
}

} // namespace

class TestDirectoryIndex : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void namesAreFolded() {
        QCOMPARE(foldedName("  Wu-Jin Hospital, No. 2 "), std::string("wujinhospitalno2"));
        QCOMPARE(foldedName("武进 医院"), std::string("武进医院"));
        QCOMPARE(foldedName("!?"), std::string());
    }

    void twoThousandComeInAnyOrderAndAreFoundOnOnePage() {
        Kept state;
        std::map<OrganisationId, Listed> expected;
        for (std::uint32_t i = 0; i < 2000; ++i) {
            const auto made = organisation(i, "Clinic " + std::to_string(i * 7919 % 2003));
            const auto writes = relist(state, std::nullopt, made);
            QVERIFY(writes.ok() && writes->size() <= 3); // a page; split: two, and where they begin
            state.take(*writes);
            expected[made.id] = listedFrom(made);
        }
        const auto all = allIn(state);
        QCOMPARE(all.size(), expected.size());
        const auto ordered = [](const Listed &a, const Listed &b) {
            return directoryOrder(a.name, a.id) < directoryOrder(b.name, b.id);
        };
        QVERIFY(std::ranges::is_sorted(all, ordered));
        const auto pages = pagesIn(state);
        for (const Listed &one : all) {
            QVERIFY(expected.at(one.id) == one);
            const auto at = pageOf(pages, directoryOrder(one.name, one.id));
            QVERIFY(std::ranges::count(pageIn(state, pages[at].page), one) == 1);
        }
        for (const PageStart &start : pages)
            QVERIFY(pageIn(state, start.page).size() >= mostListed / 2);
    }

    void whatChangesIsListedAnewAndWhatDoesNotIsLeft() {
        Kept state;
        for (std::uint32_t i = 0; i < 300; ++i)
            state.take(*relist(state, std::nullopt, organisation(i, "a" + std::to_string(i))));
        const auto before = organisation(17, "a17");
        QVERIFY(relist(state, before, before)->empty());
        Organisation after = before;
        after.desks = {{VerifyKey{}}}; // not listed
        QVERIFY(relist(state, before, after)->empty());
        after.status = OrganisationStatus::Suspended;
        after.name = "武进医院"; // on another page
        state.take(*relist(state, before, after));
        const auto all = allIn(state);
        QCOMPARE(all.size(), std::size_t{300});
        QVERIFY(all.back() == listedFrom(after));
    }

    void manyOfOneNameAreSplitToo() {
        Kept state;
        for (std::uint32_t i = 0; i < 700; ++i)
            state.take(*relist(state, std::nullopt, organisation(i, "Health Station")));
        QCOMPARE(allIn(state).size(), std::size_t{700});
    }

    void manyMayComeAtOnce() {
        for (const std::uint32_t count : {0U, 1U, 96U, 97U, 1000U}) {
            std::vector<Listed> all;
            for (std::uint32_t i = 0; i < count; ++i)
                all.push_back(listedFrom(organisation(i, "c" + std::to_string(i))));
            Kept state;
            state.take(*enterAll(state, all));
            QCOMPARE(allIn(state).size(), std::size_t{count});
            state.take(*relist(state, std::nullopt, organisation(count + 1, "c5b")));
            QCOMPARE(allIn(state).size(), std::size_t{count} + 1);
        }
    }

    void damagedPagesAreNamed() {
        Kept state;
        state.take(
            *enterAll(state, {listedFrom(organisation(1, "a")), listedFrom(organisation(2, "b"))}));
        for (const Bytes &key : {directoryKey(), directoryPageKey(0)}) {
            const Bytes whole = **state.value(key);
            for (std::size_t cut = 0; cut < whole.size(); ++cut) {
                QVERIFY(!decodePages(ByteView(whole).first(cut)).ok());
                QVERIFY(!decodePage(ByteView(whole).first(cut)).ok());
            }
        }
        DirectoryPage page = pageIn(state, 0);
        std::swap(page.front(), page.back());
        QVERIFY(!decodePage(encodePage(page)).ok());
        QVERIFY(!decodePages(encodePages({{{1}, 0}})).ok());
        QVERIFY(!decodePages(encodePages({})).ok());
    }
};

APRICOT_TEST(TestDirectoryIndex)
#include "test_directory_index.moc"
