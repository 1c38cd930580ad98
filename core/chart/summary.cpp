// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/summary.h"

#include "records/fhir/words.h"
#include "records/validity.h"
#include "vault/each_record.h"

#include <algorithm>
#include <map>

namespace apricot {
namespace {

using Value = JsonTree::Value;

constexpr std::size_t mostVisits = 5;

void join(std::string &to, const std::string &what) {
    if (what.empty() || to.find(what) != std::string::npos) return;
    to += (to.empty() ? "" : ", ") + what;
}

std::string noteOf(Value root) {
    std::string out;
    for (Value r = root["reaction"].first(); r; r = r.next()) {
        for (Value m = r["manifestation"].first(); m; m = m.next()) join(out, fhir::conceptText(m));
        join(out, r["description"].text());
    }
    for (const char *key : {"dosageInstruction", "dosage"})
        for (Value d = root[key].first(); d; d = d.next()) join(out, d["text"].text());
    return out;
}

// "Metformin  500 MG" is "metformin 500 mg".
std::string plainName(std::string_view title) {
    std::string out;
    for (const char c : title) {
        const bool blank = c == ' ' || c == '\t' || c == '\n';
        if (blank && (out.empty() || out.back() == ' ')) continue;
        out += blank ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

bool isSerious(Value root) {
    const std::string severity = root["severity"]["coding"].first()["code"].text();
    if (root["criticality"].text() == "high" || severity == "24484000" || severity == "severe")
        return true;
    for (Value r = root["reaction"].first(); r; r = r.next())
        if (r["severity"].text() == "severe") return true;
    return false;
}

Result<std::vector<SummaryRow>> current(Vault &vault, Kind kind, UnixTime now) {
    std::vector<SummaryRow> out;
    APRICOT_TRY(eachRecord(vault, ofKinds({kind}), [&](const RecordRow &row) -> Result<bool> {
        APRICOT_TRY_ASSIGN(record, vault.record(row.id));
        if (validityOf(record, now) != Validity::Current) return true;
        const auto tree = JsonTree::of(record.json);
        if (!tree) return true;
        SummaryRow found{row, noteOf(tree->root()), isSerious(tree->root()), {}, {}};
        const std::string intent = tree->root()["intent"].text();
        const bool planned = intent == "proposal" || intent == "plan" || intent == "option";
        if (row.type == "MedicationRequest" && !planned) found.prescribed = found.note;
        if (row.type == "MedicationStatement" && tree->root()["status"].text() == "active")
            found.taken = found.note;
        const std::string name = plainName(found.title);
        const auto same = std::ranges::find_if(
            out, [&](const SummaryRow &have) { return plainName(have.title) == name; });
        if (same == out.end()) {
            out.push_back(std::move(found));
        } else {
            if (same->note.empty()) same->note = found.note;
            same->serious = same->serious || found.serious;
            if (!same->prescribed) same->prescribed = std::move(found.prescribed);
            if (!same->taken) same->taken = std::move(found.taken);
        }
        return true;
    }));
    return out;
}

} // namespace

Result<Summary> summaryOf(Vault &vault, UnixTime now) {
    Summary out;
    APRICOT_TRY_ASSIGN(allergies, current(vault, Kind::Allergy, now));
    APRICOT_TRY_ASSIGN(medicines, current(vault, Kind::Medication, now));
    APRICOT_TRY_ASSIGN(conditions, current(vault, Kind::Condition, now));
    out.allergies = std::move(allergies);
    out.medicines = std::move(medicines);
    out.conditions = std::move(conditions);
    std::stable_partition(out.allergies.begin(), out.allergies.end(),
                          [](const SummaryRow &row) { return row.serious; });
    // A planned visit is none yet.
    Filter visits = ofKinds({Kind::Visit});
    visits.until = now + 1;
    APRICOT_TRY(eachRecord(vault, visits, [&](const RecordRow &row) -> Result<bool> {
        if (row.type != "Encounter") return true;
        APRICOT_TRY_ASSIGN(record, vault.record(row.id));
        if (validityOf(record, now) == Validity::Mistaken) return true;
        out.latest.push_back({row, {}, false, {}, {}});
        return out.latest.size() < mostVisits;
    }));
    return out;
}

Result<std::vector<TestDone>> testsWithin(Vault &vault, UnixTime since) {
    std::vector<TestDone> out;
    std::map<std::string, std::size_t> known; // code or name -> place in `out`
    Filter filter = ofKinds({Kind::LabResult, Kind::Imaging});
    filter.from = since;
    APRICOT_TRY(eachRecord(vault, filter, [&](const RecordRow &row) -> Result<bool> {
        if (row.type == "Specimen") return true;
        APRICOT_TRY_ASSIGN(record, vault.record(row.id));
        if (validityOf(record, since) == Validity::Mistaken) return true;
        std::string key = row.title;
        for (const Coding &coding : record.codes)
            if (coding.system.find("loinc.org") != std::string::npos) {
                key = coding.system + "|" + coding.code;
                break;
            }
        const auto [at, fresh] = known.emplace(std::move(key), out.size());
        if (fresh)
            out.push_back({row.title,
                           row.value,
                           row.unit,
                           row.dateText,
                           row.performer,
                           row.date,
                           row.id,
                           {}});
        out[at->second].records.push_back(row.id);
        return true;
    }));
    return out;
}

} // namespace apricot
