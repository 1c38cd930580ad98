// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/import_records.h"

namespace apricot {
namespace {

class BatchSink final : public RecordSink {
  public:
    BatchSink(ImportBatch &batch, std::string_view person, ImportReport &report)
        : m_batch(batch), m_person(person), m_report(report) {}

    Result<> take(Record &&record) override {
        const std::string &owner = record.type == "Patient" ? record.logicalId : record.person;
        if (!m_person.empty() && !owner.empty() && owner != m_person) return {};
        APRICOT_TRY_ASSIGN(added, m_batch.add(record));
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
    ImportBatch &m_batch;
    std::string_view m_person;
    ImportReport &m_report;
};

} // namespace

Result<ImportReport> importRecords(Vault &vault, const std::filesystem::path &file,
                                   std::string_view person, const Progress &progress) {
    APRICOT_TRY_ASSIGN(source, openFile(file));
    APRICOT_TRY_ASSIGN(batch, vault.beginImport());
    ImportReport report;
    BatchSink sink(*batch, person, report);
    APRICOT_TRY_ASSIGN(result, readFhir(*source, sink, progress));
    if (person.empty() && result.people.size() > 1) {
        std::string names;
        for (const Candidate &c : result.people) names += (names.empty() ? "" : ", ") + c.logicalId;
        return fail(Code::PersonChoiceNeeded, names);
    }
    // The shell is the whole file's; with one person of several it could not be filled again.
    if (result.people.size() <= 1) {
        APRICOT_TRY_ASSIGN(number, batch->addSource(file.filename().string(), result.shell));
        (void)number;
    }
    APRICOT_TRY(vault.appendLog("import", "{\"added\":" + std::to_string(report.added)
                                              + ",\"newer\":" + std::to_string(report.newer)
                                              + "}"));
    APRICOT_TRY(batch->commit());
    report.read = std::move(result.report);
    report.people = std::move(result.people);
    return report;
}

} // namespace apricot
