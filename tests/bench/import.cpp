// SPDX-License-Identifier: GPL-3.0-or-later
// Resources a second from a FHIR file into the encrypted, indexed, searchable vault, against a bare
// SQLCipher insert of the same bytes under the same settings. bench_import [RESOURCES ...].
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "flows/patient/import_records.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sqlcipher/sqlite3.h>

using namespace apricot;

namespace {

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

// As hospitals write them: about 1.2 kB, two languages, codes, a value, references.
std::string observation(std::size_t i) {
    const std::string number = std::to_string(i);
    return R"({"resourceType":"Observation","id":"o)" + number
           + R"(","meta":{"versionId":"1","lastUpdated":"2026-03-01T10:00:00+08:00"},"status":"final",)"
             R"("category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category",)"
             R"("code":"laboratory","display":"Laboratory"}],"text":"化验"}],"code":{"coding":[{"system":)"
             R"("http://loinc.org","code":"1558-6","display":"Fasting glucose [Moles/volume] in Serum or Plasma"}],)"
             R"("text":"空腹血糖 Fasting glucose"},"subject":{"reference":"Patient/p","display":"林桂芳"},)"
             R"("encounter":{"reference":"Encounter/visit-)"
           + std::to_string(i / 8) + R"("},"effectiveDateTime":"20)" + std::to_string(10 + i % 16)
           + R"(-03-01T08:30:00+08:00","issued":"2026-03-01T10:00:00+08:00","performer":[{"reference":)"
             R"("Organization/wujin","display":"武进河畔医院"}],"valueQuantity":{"value":)"
           + std::to_string(3 + i % 9) + "." + std::to_string(10 + i % 90)
           + R"(,"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"},"interpretation":[{)"
             R"("coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",)"
             R"("code":"H","display":"High"}]}],"note":[{"text":"空腹八小时后采血，标本编号 )"
           + number
           + R"("}],"referenceRange":[{"low":{"value":3.90,"unit":"mmol/L"},"high":{"value":6.10,)"
             R"("unit":"mmol/L"},"text":"3.90-6.10"}]})";
}

void must(bool good, const char *what) {
    if (good) return;
    std::fprintf(stderr, "import: %s\n", what);
    std::exit(1);
}

double importOnce(const std::filesystem::path &folder, const std::filesystem::path &bundle,
                  std::size_t count) {
    SystemRandom random;
    const SystemClock clock;
    std::string words = "bench";
    const SecretBytes passphrase =
        SecretBytes::take({reinterpret_cast<std::uint8_t *>(words.data()), words.size()});
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto vault =
        Vault::create(folder / "vault", passphrase, leastPasswordCost, random, clock);
    must(vault.ok(), "no vault");
    const double start = seconds();
    const auto report = importRecords(**vault, bundle);
    const double taken = seconds() - start;
    must(report.ok() && report->added == count + 1, "not everything came in");
    return taken;
}

double insertOnce(const std::filesystem::path &folder, const std::vector<std::string> &resources) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    sqlite3 *raw = nullptr;
    must(sqlite3_open((folder / "bare").c_str(), &raw) == SQLITE_OK, "no database");
    const Database database(raw, sqlite3_close);
    const auto run = [raw](const char *sql) {
        must(sqlite3_exec(raw, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
    };
    run("PRAGMA key = \"x'0101010101010101010101010101010101010101010101010101010101010101'\"");
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("CREATE TABLE resource (number INTEGER PRIMARY KEY, json BLOB NOT NULL)");
    sqlite3_stmt *insert = nullptr;
    must(sqlite3_prepare_v2(raw, "INSERT INTO resource (json) VALUES (?)", -1, &insert, nullptr)
             == SQLITE_OK,
         "no statement");
    const double start = seconds();
    run("BEGIN IMMEDIATE");
    for (const std::string &json : resources) {
        sqlite3_bind_blob(insert, 1, json.data(), static_cast<int>(json.size()), SQLITE_STATIC);
        must(sqlite3_step(insert) == SQLITE_DONE, "no insert");
        sqlite3_reset(insert);
    }
    run("COMMIT");
    const double taken = seconds() - start;
    sqlite3_finalize(insert);
    return taken;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void measure(const std::filesystem::path &folder, std::size_t count) {
    std::vector<std::string> resources;
    std::filesystem::create_directories(folder);
    std::ofstream file(folder / "bundle.json", std::ios::binary);
    file << R"({"resourceType":"Bundle","type":"collection","entry":[)"
         << R"({"resource":{"resourceType":"Patient","id":"p"}})";
    for (std::size_t i = 0; i < count; ++i) {
        resources.push_back(observation(i));
        file << ",\n{\"resource\":" << resources.back() << "}";
    }
    file << "]}";
    file.close();
    std::vector<double> ours, peer;
    const int rounds = count > 5000 ? 3 : 7;
    for (int round = 0; round < rounds; ++round) {
        ours.push_back(importOnce(folder / "ours", folder / "bundle.json", count));
        peer.push_back(insertOnce(folder / "peer", resources));
    }
    const double n = static_cast<double>(count), own = median(ours), bare = median(peer);
    std::printf(
        "import of %zu resources / bare insert of the same bytes | %.0f/s | %.0f/s | %.3f | "
        ">= 0.5\n",
        count, n / own, n / bare, bare / own);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv) {
    if (!startCrypto()) return 1;
    std::vector<std::size_t> counts;
    for (int i = 1; i < argc; ++i) counts.push_back(std::strtoull(argv[i], nullptr, 10));
    if (counts.empty()) counts = {300, 40'000}; // the large one is about 60 MB
    std::string pattern = std::filesystem::temp_directory_path() / "apricot-import-XXXXXX";
    must(mkdtemp(pattern.data()) != nullptr, "no folder");
    for (const std::size_t count : counts) measure(pattern, count);
    std::filesystem::remove_all(pattern);
    return 0;
}
