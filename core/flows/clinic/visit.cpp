// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/clinic/visit.h"

#include "formats/fhir_json.h"

#include <algorithm>
#include <set>

namespace apricot {
namespace {

std::string idOf(const Grant &grant) {
    return toHex(grant.open.id.view());
}

class VisitSink final : public RecordSink {
  public:
    explicit VisitSink(ImportBatch &batch) : m_batch(batch) {}
    Result<> take(Record &&record, const Origin &) override {
        APRICOT_TRY_ASSIGN(added, m_batch.add(record));
        m_count += added == Added::New ? 1U : 0U;
        return {};
    }
    [[nodiscard]] std::uint64_t count() const { return m_count; }

  private:
    ImportBatch &m_batch;
    std::uint64_t m_count = 0;
};

// The bundle that the resources would make, piece by piece: they are not held a second time.
class ResourcesAsBundle final : public Source {
  public:
    explicit ResourcesAsBundle(const std::vector<std::string> &resources)
        : m_resources(resources) {}
    Result<std::size_t> read(std::span<std::uint8_t> into) override {
        std::size_t done = 0;
        while (done < into.size()) {
            const std::string_view piece = pieceAt(m_piece).substr(m_at);
            if (piece.empty() && m_piece > 2 * m_resources.size()) break;
            const std::size_t n = std::min(piece.size(), into.size() - done);
            std::copy_n(piece.begin(), n, into.begin() + static_cast<std::ptrdiff_t>(done));
            done += n;
            m_at += n;
            if (n == piece.size()) {
                ++m_piece;
                m_at = 0;
            }
        }
        m_given += done;
        return done;
    }
    Result<> rewind() override {
        m_piece = m_at = 0;
        m_given = 0;
        return {};
    }
    [[nodiscard]] std::uint64_t size() const override { return 0; }
    [[nodiscard]] std::uint64_t position() const override { return m_given; }

  private:
    // Text, resource, text, resource ... text.
    [[nodiscard]] std::string_view pieceAt(std::size_t piece) const {
        if (piece > 2 * m_resources.size()) return {};
        if (piece % 2 == 1) return m_resources[piece / 2];
        if (piece == 0)
            return m_resources.empty()
                       ? R"({"resourceType":"Bundle","type":"collection","entry":[]})"
                       : R"({"resourceType":"Bundle","type":"collection","entry":[{"resource":)";
        return piece == 2 * m_resources.size() ? "}]}" : R"(},{"resource":)";
    }

    const std::vector<std::string> &m_resources;
    std::size_t m_piece = 0, m_at = 0;
    std::uint64_t m_given = 0;
};

// Through the reader of bundles, which finds out who is who among them.
struct Filled {
    std::uint64_t count = 0;
    std::vector<Candidate> people;
};
Result<Filled> fill(Vault &records, const std::vector<std::string> &resources) {
    std::uint64_t size = 0;
    for (const std::string &resource : resources) size += resource.size();
    if (size > largestVisit) return fail(ErrorCode::VisitTooLarge, std::to_string(size));
    ResourcesAsBundle source(resources);
    APRICOT_TRY_ASSIGN(batch, records.beginImport());
    VisitSink sink(*batch);
    APRICOT_TRY_ASSIGN(read, readFhirJson(source, sink));
    APRICOT_TRY(batch->commit());
    return Filled{sink.count(), std::move(read.people)};
}

std::string_view wordOf(Erasure why) {
    switch (why) {
    case Erasure::Finished:
        return "finished";
    case Erasure::Due:
        return "due";
    case Erasure::Locked:
        return "locked";
    case Erasure::Stopped:
        break;
    }
    return "stopped";
}

} // namespace

bool isStillShown(const VisitRow &row) {
    return row.place == Place::Screen && row.opened != 0 && row.erased == 0;
}

Coverage coverageOf(const Scope &scope, Kind kind) {
    if (!scope.has(kind)) return scope.records.empty() ? Coverage::Nothing : Coverage::Part;
    return scope.hasAlways(kind) && scope.struckOut.empty() && scope.level == highestLevel
               ? Coverage::All
               : Coverage::Part;
}

Result<> roomForVisit(std::size_t open) {
    if (open >= mostVisits) return fail(ErrorCode::TooManyVisits, std::to_string(open));
    return {};
}

Result<Visit> beginVisit(Vault &clinic, const Inspection &inspection, const Desk &desk,
                         std::string staff, bool spend, Ledger &ledger, Mailbox &mailbox,
                         const Clock &clock, Random &random) {
    Bytes package;
    if (spend) {
        APRICOT_TRY_ASSIGN(
            spent, spendUse(clinic, inspection, desk, staff, ledger, mailbox, clock, random));
        package = std::move(spent.package);
    }
    APRICOT_TRY_ASSIGN(resources, openAtDesk(clinic, inspection, desk, staff, {Place::Screen, {}},
                                             mailbox, clock, random, std::move(package)));
    Visit out;
    out.seen = inspection;
    out.staff = std::move(staff);
    out.eraseBy = eraseByOf(inspection.grant);
    APRICOT_TRY_ASSIGN(records, Vault::inMemory(random, clock));
    out.records = std::move(records);
    auto filled = fill(*out.records, resources);
    if (!filled) {
        APRICOT_TRY(noteErased(clinic, idOf(inspection.grant), wordOf(Erasure::Stopped)));
        return filled.error();
    }
    out.count = filled->count;
    out.people = std::move(filled->people);
    return out;
}

Result<> endVisit(Vault &clinic, Visit visit, Erasure why) {
    const std::string id = idOf(visit.seen.grant);
    visit.records.reset();
    if (why == Erasure::Finished || why == Erasure::Due) APRICOT_TRY(forgetCode(clinic, id));
    return noteErased(clinic, id, wordOf(why));
}

Result<> settleVisits(Vault &clinic, const Clock &clock) {
    // The longest a grant asks for is far less than what is looked back.
    APRICOT_TRY_ASSIGN(rows, clinic.visitsSince(clock.now() - longestGrant));
    for (const VisitRow &row : rows)
        if (isStillShown(row)) APRICOT_TRY(noteErased(clinic, row.grant, wordOf(Erasure::Stopped)));
    return forgetDueCodes(clinic, clock);
}

Result<std::vector<VisitEntry>> visitsSince(Vault &clinic, UnixTime since) {
    APRICOT_TRY_ASSIGN(rows, clinic.visitsSince(since));
    APRICOT_TRY_ASSIGN(kept, keptCodes(clinic));
    std::vector<VisitEntry> out;
    std::set<std::string, std::less<>> later;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        const bool last = later.insert(row->grant).second; // an earlier opening of it is past
        const bool again =
            last && !isStillShown(*row) && std::ranges::find(kept, row->grant) != kept.end();
        out.push_back({std::move(*row), again});
    }
    std::ranges::reverse(out);
    return out;
}

} // namespace apricot
