// SPDX-License-Identifier: GPL-3.0-or-later
// The file about a ledger that somebody hands to a phone: what a hostile one costs.
#include "gateway/consortium_file.h"
#include "program/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <ctime>
#include <fstream>

using namespace apricot;
using namespace apricot::gateway;

namespace {

std::string nodes(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\"";
    return out;
}

} // namespace

class TestConsortiumFile : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    Result<ConsortiumFile> read(const std::string &listed) {
        const std::string at = m_folder.path().toStdString() + "/ledger.json";
        const std::string key(64, 'a');
        std::ofstream(at, std::ios::binary)
            << "{\"chain\":\"c\",\"ledger_key\":\"" << key << "\",\"nodes\":[" << listed << "]}";
        return readConsortiumFile(at);
    }

  private Q_SLOTS:
    void itNamesThirtyTwoNodesAtMost() {
        QCOMPARE(read(nodes(32))->nodes.size(), std::size_t{32});
        QCOMPARE(read(nodes(33)).error().detail, std::string("number of nodes"));
        QCOMPARE(read("").error().detail, std::string("number of nodes"));
        QCOMPARE(read(nodes(2) + ",\"1\"").error().detail, std::string("a node twice"));
    }

    void millionsOfNodesCostLittle() {
        const std::string many = nodes(450'000); // 4 MiB
        const std::clock_t before = std::clock();
        QCOMPARE(read(many).error().detail, std::string("number of nodes"));
        const double took = double(std::clock() - before) / CLOCKS_PER_SEC;
        qInfo("%zu bytes: %.3f s", many.size(), took);
        QVERIFY(took < 0.25); // ten times what it takes
    }
};

APRICOT_TEST(TestConsortiumFile)
#include "test_consortium_file.moc"
