// SPDX-License-Identifier: GPL-3.0-or-later
// Timeline pages and searches over a million records (or as many as the first argument says), and
// unlocking beyond Argon2id. ours = p99 in milliseconds, peer = p50, ratio = p99 / goal.
#include "base/file.h"
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/system_random.h"
#include "vault/key_file.h"
#include "vault/vault.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace apricot;

namespace {

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

SecretBytes passphrase() {
    std::string text = "bench";
    return SecretBytes::take({reinterpret_cast<std::uint8_t *>(text.data()), text.size()});
}

Record made(int i, std::uint64_t dice) {
    static constexpr std::array texts = {"空腹血糖 Fasting glucose", "血压 Blood pressure",
                                         "糖化血红蛋白 HbA1c", "心电图 ECG report",
                                         "二甲双胍 Metformin 500 mg"};
    Record r;
    r.type = "Observation";
    r.logicalId = "r" + std::to_string(i);
    r.id = *RecordId::from(sha256(viewOf("Observation/" + r.logicalId)).view().first(16));
    r.kind = static_cast<Kind>(1 + dice % kindCount);
    r.level = static_cast<std::uint8_t>(1 + dice / 16 % 5);
    r.date = {ClinicalDate::Precision::Second, static_cast<UnixTime>(1000000000 + dice % 700000000),
              "2010-01-01"};
    r.title = texts[dice / 97 % texts.size()];
    r.searchText =
        r.title + (dice % 10007 == 0 ? " 罕见 rare" : "") + " note " + std::to_string(dice % 5000);
    r.value = std::to_string(dice % 90) + ".1";
    r.unit = "mmol/L";
    r.json = R"({"resourceType":"Observation","id":")" + r.logicalId + R"(","note":[{"text":")"
             + r.searchText + R"("}],"status":"final"})";
    return r;
}

bool measure(const char *name, Vault &vault, const Filter &filter, double goal) {
    std::vector<double> times;
    std::optional<std::int64_t> after;
    for (int i = 0; i < 200; ++i) {
        const double start = seconds();
        const auto rows = vault.list(filter, {50, after});
        times.push_back((seconds() - start) * 1000);
        if (!rows) return false;
        // On through the years, then from the newest again.
        after = rows->size() < 50 ? std::nullopt : std::optional(rows->back().cursor);
    }
    std::sort(times.begin(), times.end());
    std::printf("%s, p99 ms (peer: p50) | %.2f | %.2f | %.2f | <= %.0f ms\n", name, times[197],
                times[100], times[197] / goal, goal);
    return true;
}

int run(const std::filesystem::path &file, int count) {
    SystemRandom random;
    SeededRandom dice(1);
    const SystemClock clock;
    {
        auto vault = Vault::create(file, passphrase(), {}, random, clock);
        if (!vault) return 1;
        const double start = seconds();
        for (int i = 0; i < count;) {
            auto batch = (*vault)->beginImport();
            if (!batch) return 1;
            for (const int end = std::min(count, i + 100000); i < end; ++i) {
                std::array<std::uint8_t, 4> four{};
                dice.fill(four);
                std::uint64_t number = 0;
                for (const std::uint8_t byte : four) number = number << 8U | byte;
                if (!(*batch)->add(made(i, number))) return 1;
            }
            if (!(*batch)->commit()) return 1;
        }
        std::printf("%d records added, %.0f a second\n", count, count / (seconds() - start));
    }
    const auto keyFile = readFile(file.string() + ".key", keyFileSize);
    double start = seconds();
    if (!keyFile || !unwrapDataKey(*keyFile, passphrase())) return 1;
    const double argon = seconds() - start;
    start = seconds();
    auto vault = Vault::open(file, passphrase(), random, clock);
    const double whole = seconds() - start;
    if (!vault) return 1;
    std::printf("unlock beyond Argon2id, ms (peer: Argon2id) | %.1f | %.1f | %.2f | <= 50 ms\n",
                (whole - argon) * 1000, argon * 1000, (whole - argon) * 20);
    const auto with = [](const char *text, std::uint16_t kinds = 0) {
        Filter f;
        f.text = text;
        f.kinds = kinds;
        return f;
    };
    Filter level = with("");
    level.maxLevel = 3;
    bool done = measure("timeline page", **vault, {}, 16);
    done = done && measure("timeline of one kind", **vault, with("", 1), 16);
    done = done && measure("timeline of two kinds", **vault, with("", 5), 16);
    done = done && measure("timeline to level 3", **vault, level, 16);
    done = done && measure("search 血糖", **vault, with("血糖"), 50);
    done = done && measure("search 糖", **vault, with("糖"), 50);
    done = done && measure("search metformin", **vault, with("metformin"), 50);
    done = done && measure("search glu (prefix)", **vault, with("glu"), 50);
    done = done && measure("search rare", **vault, with("罕见"), 50);
    done = done && measure("search glucose 罕见, one kind", **vault, with("glucose 罕见", 1), 50);
    return done ? 0 : 1;
}

} // namespace

int main(int argc, char **argv) {
    if (!startCrypto()) return 1;
    std::string folder = (std::filesystem::temp_directory_path() / "apricot-bench-XXXXXX").string();
    if (!::mkdtemp(folder.data())) return 1;
    const int result =
        run(std::filesystem::path(folder) / "v", argc > 1 ? std::atoi(argv[1]) : 1000000);
    std::filesystem::remove_all(folder);
    return result;
}
