// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/import_records.h"

#include "vault/events.h"
#include "vault/origins.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace apricot {
namespace {

class BatchSink final : public RecordSink {
  public:
    BatchSink(Vault &vault, ImportBatch &batch, std::string_view person, ImportReport &report)
        : m_vault(vault), m_batch(batch), m_person(person), m_report(report) {}

    Result<> take(Record &&record, const Origin &origin) override {
        const std::string &owner = record.type == "Patient" ? record.logicalId : record.person;
        if (!m_person.empty() && !owner.empty() && owner != m_person) return {};
        APRICOT_TRY_ASSIGN(added, m_batch.add(record));
        if (origin.state != OriginState::Unknown)
            APRICOT_TRY(m_vault.vouch(record.id, contentOf(record), origin));
        switch (added) {
        case Added::New:
            ++m_report.added;
            break;
        case Added::Unchanged:
            ++m_report.unchanged;
            break;
        case Added::Newer:
            ++m_report.newer;
            break;
        case Added::Older:
            ++m_report.older;
            break;
        }
        return {};
    }

  private:
    Vault &m_vault;
    ImportBatch &m_batch;
    std::string_view m_person;
    ImportReport &m_report;
};

// Reading a file and writing the vault cost about the same: this lets them run side by side, the
// vault in a thread of its own until finish() or the end of this object.
class ParallelSink final : public RecordSink {
  public:
    explicit ParallelSink(RecordSink &to) : m_to(to), m_thread([this] { work(); }) {}
    ParallelSink(const ParallelSink &) = delete;
    ParallelSink &operator=(const ParallelSink &) = delete;
    ~ParallelSink() override { (void)finish(); }

    Result<> take(Record &&record, const Origin &origin) override {
        m_gatheredBytes += record.json.size();
        for (const Attachment &attachment : record.attachments)
            m_gatheredBytes += attachment.content.size();
        m_gathered.emplace_back(std::move(record), origin);
        if (m_gathered.size() < 64 && m_gatheredBytes < mostWaiting / 8) return {};
        return handOver();
    }

    // Returns when all is taken, with the first error.
    Result<> finish() {
        auto last = handOver();
        {
            const std::scoped_lock lock(m_mutex);
            m_ended = true;
            m_changed.notify_all();
        }
        if (m_thread.joinable()) m_thread.join();
        if (m_error) return *m_error;
        return last;
    }

  private:
    static constexpr std::size_t mostWaiting = 8U << 20U; // bytes

    using Records = std::vector<std::pair<Record, Origin>>;

    // Many at once: a hand-over costs more than a record.
    Result<> handOver() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_bytes < mostWaiting || m_error; });
        if (m_error) return *m_error;
        m_bytes += m_gatheredBytes;
        m_waiting.emplace_back(std::exchange(m_gathered, {}), std::exchange(m_gatheredBytes, 0));
        m_changed.notify_all();
        return {};
    }

    void work() {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [this] { return !m_waiting.empty() || m_ended; });
            if (m_waiting.empty()) return;
            auto [records, bytes] = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            Result<> taken;
            for (auto &[record, origin] : records)
                if (taken.ok()) taken = m_to.take(std::move(record), origin);
            records.clear();
            lock.lock();
            m_bytes -= bytes;
            if (!taken) m_error = taken.error();
            m_changed.notify_all();
            if (m_error) return;
        }
    }

    RecordSink &m_to;
    Records m_gathered;
    std::size_t m_gatheredBytes = 0;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::pair<Records, std::size_t>> m_waiting;
    std::size_t m_bytes = 0; // waiting or just being taken
    bool m_ended = false;
    std::optional<Error> m_error;
    std::thread m_thread; // last: it uses what stands above
};

} // namespace

Result<ImportReport> importRecords(Vault &vault, const std::filesystem::path &file,
                                   std::string_view person, const Progress &progress,
                                   std::span<const Reader> formats) {
    APRICOT_TRY_ASSIGN(source, openFile(file));
    APRICOT_TRY_ASSIGN(batch, vault.beginImport());
    ImportReport report;
    BatchSink sink(vault, *batch, person, report);
    ParallelSink parallel(sink);
    auto read = readRecords(*source, parallel, progress, formats);
    const auto taken = parallel.finish();
    if (!read) return read.error();
    if (!taken) return taken.error();
    ReadResult result = std::move(read).value();
    if (person.empty() && result.people.size() > 1) {
        constexpr std::size_t named = 10; // of perhaps a hospital's all
        std::string names;
        for (std::size_t i = 0; i < std::min(named, result.people.size()); ++i)
            names += (i == 0 ? "" : ", ") + result.people[i].logicalId;
        if (result.people.size() > named)
            names += " and " + std::to_string(result.people.size() - named) + " more";
        return fail(ErrorCode::PersonChoiceNeeded, names);
    }
    // The shell is the whole file's; with one person of several it could not be filled again.
    if (result.people.size() <= 1) {
        APRICOT_TRY_ASSIGN(number, batch->addSource(file.filename().string(), result.shell));
        (void)number;
    }
    APRICOT_TRY(note<events::import>(vault, report.added, report.newer));
    APRICOT_TRY(batch->commit());
    report.read = std::move(result.report);
    report.people = std::move(result.people);
    return report;
}

Result<std::vector<Candidate>> peopleIn(const std::filesystem::path &file,
                                        const Progress &progress) {
    struct Nothing final : RecordSink {
        Result<> take(Record &&, const Origin &) override { return {}; }
    } nowhere;
    APRICOT_TRY_ASSIGN(source, openFile(file));
    APRICOT_TRY_ASSIGN(read, readRecords(*source, nowhere, progress));
    return read.people;
}

} // namespace apricot
