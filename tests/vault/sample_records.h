// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up records for the tests of the vault.
#pragma once

#include "crypto/hash.h"
#include "vault/vault.h"

namespace apricot::sample {

inline SecretBytes passphrase(std::string text) {
    return SecretBytes::take({reinterpret_cast<std::uint8_t *>(text.data()), text.size()});
}

inline RecordId idOf(std::string_view name) {
    return *RecordId::from(sha256(viewOf(name)).view().first(RecordId::size));
}

inline Record record(const std::string &id, UnixTime date, const std::string &text,
                     Kind kind = Kind::LabResult) {
    Record out;
    out.id = idOf("Observation/" + id);
    out.type = "Observation";
    out.logicalId = id;
    out.kind = kind;
    out.date = {ClinicalDate::Precision::Second, date, toRfc3339(date)};
    out.title = text;
    out.codes = {{"http://loinc.org", "15074-8", "Glucose"}};
    out.value = "6.10";
    out.unit = "mmol/L";
    out.person = "p1";
    out.references = {"Patient/p1"};
    out.searchText = text;
    out.json = R"({"resourceType":"Observation","id":")" + id + R"(","note":")" + text + "\"}";
    return out;
}

} // namespace apricot::sample
