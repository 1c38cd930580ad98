// SPDX-License-Identifier: GPL-3.0-or-later
// What matters first: what a person is allergic to, takes, has, and the last visits; and which
// tests were done lately, so that they need not be done again.
#pragma once

#include "vault/vault.h"

namespace apricot {

struct SummaryRow : RecordRow {
    std::string note;     // an allergy's reaction, a medicine's dosage, as the record words it
    bool serious = false; // an allergy that could be dangerous, a severe condition
    // Of a medicine: its dosage by the newest prescription, and by the newest note that it is taken
    // (which may be empty words); nothing: there is none. The two may differ.
    std::optional<std::string> prescribed, taken;
};
struct Summary {
    std::vector<SummaryRow> allergies;  // that hold; the serious ones first
    std::vector<SummaryRow> medicines;  // taken now: active or intended, not stopped, not ended
    std::vector<SummaryRow> conditions; // that are there
    std::vector<SummaryRow> latest;     // visits, newest first, at most 5
};
// Each list newest first and without repetition: the prescription and the note that it is taken are
// one medicine, told apart by its name as written (capitals and spaces aside: a code seldom tells
// the strength), and what either says of the dosage is kept. The vault's errors.
[[nodiscard]] Result<Summary> summaryOf(Vault &vault, UnixTime now);

struct TestDone {
    std::string name;
    std::string value, unit; // of the newest; may be empty (a report, a picture)
    std::string dateText, performer;
    UnixTime date = 0;
    RecordId newest;
    std::vector<RecordId> records; // all of them since then, newest first
};
// Laboratory and imaging since then, one entry a test (by its code, else its name), newest first.
[[nodiscard]] Result<std::vector<TestDone>> testsWithin(Vault &vault, UnixTime since);

} // namespace apricot
