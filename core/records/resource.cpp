// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/resource.h"

#include "codec/base64.h"
#include "codec/cbor.h"
#include "crypto/hash.h"
#include "records/fhir/words.h"
#include "records/json.h"
#include "records/json_tree.h"
#include "records/sensitivity.h"

#include <algorithm>
#include <array>
#include <set>

namespace apricot {

namespace {

using fhir::conceptText;
using fhir::humanName;
using Value = JsonTree::Value;

constexpr std::size_t attachmentFrom = 1024; // shorter base64 stays in the JSON
// Of one record. More than a record needs, and few enough to be compared with each other.
constexpr std::size_t mostCodings = 2000, mostReferences = 20'000, mostActors = 100;

bool isTypeName(std::string_view s) {
    return s.size() >= 3 && s.size() <= 64 && s[0] >= 'A' && s[0] <= 'Z'
           && std::all_of(s.begin(), s.end(),
                          [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
}
bool isId(std::string_view s) { // R4 datatypes.html#id
    return !s.empty() && s.size() <= 64 && std::all_of(s.begin(), s.end(), [](char c) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-'
               || c == '.';
    });
}

// Of a type that anybody may make up, its id, or what the Bundle calls it.
std::string idOr(std::string id, std::string_view fullUrl) {
    if (id.empty() && fullUrl.starts_with("urn:uuid:") && isId(fullUrl.substr(9)))
        id = fullUrl.substr(9);
    return id;
}

void addCodings(Value v, std::vector<Coding> &to) {
    if (v.type() == '[') {
        for (Value item = v.first(); item; item = item.next()) addCodings(item, to);
    } else if (v["coding"]) {
        addCodings(v["coding"], to);
    } else if (v["code"].type() == '"') {
        Coding coding{v["system"].text(), v["code"].text(), v["display"].text()};
        if (to.size() < mostCodings && std::find(to.begin(), to.end(), coding) == to.end())
            to.push_back(std::move(coding));
    }
}

std::string nameFrom(Value name) {
    return name.type() == '[' ? humanName(name) : name.text();
}

std::string nameOfResource(Value root) {
    return nameFrom(root["name"]);
}

std::string resolve(std::string_view ref, const ReferenceIndex &index) {
    if (ref.empty() || ref[0] == '#') return {};
    if (const auto at = index.targets.find(ref); at != index.targets.end()) return at->second;
    if (const auto version = ref.find("/_history/"); version != ref.npos)
        ref = ref.substr(0, version);
    if (const auto at = index.targets.find(ref); at != index.targets.end()) return at->second;
    const auto slash = ref.rfind('/');
    if (slash == ref.npos || !isId(ref.substr(slash + 1))) return {};
    const auto before = ref.rfind('/', slash - 1);
    const std::size_t start = slash == 0 || before == ref.npos ? 0 : before + 1;
    const std::string_view type = ref.substr(start, slash - start);
    return isTypeName(type) ? std::string(ref.substr(start)) : std::string();
}

struct Collected {
    std::vector<std::string> references;
    std::set<std::string> seen; // those references
    std::string text;
    std::vector<Coding> labels, inner;
};

std::string withoutTags(std::string_view html) {
    std::string out;
    bool tag = false;
    for (const char c : html) {
        if (c == '<')
            tag = true;
        else if (c == '>')
            tag = false, out.push_back(' ');
        else if (!tag)
            out.push_back(c);
    }
    return out;
}

// Everything that may stand anywhere in the resource: references, text, codings, big base64.
void collect(Value v, const ReferenceIndex &index, Collected &to,
             std::vector<std::pair<Value, Value>> &base64) {
    for (Value c = v.first(); c; c = c.next()) {
        const char type = c.type();
        const std::string_view key = c.key();
        if (type == '{' || type == '[') {
            if (key == "security") addCodings(c, to.labels);
            if (type == '{' && c["code"].type() == '"') addCodings(c, to.inner);
            collect(c, index, to, base64);
        } else if (type == '"') {
            const std::string_view raw = c.raw();
            if (key == "data" && raw.size() > attachmentFrom) {
                base64.emplace_back(v, c);
            } else if (key == "reference") {
                std::string target = resolve(c.text(), index);
                if (!target.empty() && to.references.size() < mostReferences
                    && to.seen.insert(target).second)
                    to.references.push_back(std::move(target));
            } else if (key == "div") {
                to.text += withoutTags(c.text()) + '\n';
            } else if (key == "text" || key == "display" || key == "title" || key == "valueString"
                       || key == "content" || key == "description" || key == "comment"
                       || key == "conclusion" || key == "patientInstruction" || key == "name"
                       || key == "family" || key == "note" || key == "summary") {
                to.text += c.text() + '\n';
            }
        }
    }
}

Kind observationKind(Value root, const std::vector<Coding> &codes) {
    std::vector<Coding> categories;
    addCodings(root["category"], categories);
    for (const Coding &c : categories) {
        if (c.code == "laboratory") return Kind::LabResult;
        if (c.code == "vital-signs") return Kind::VitalSign;
        if (c.code == "imaging") return Kind::Imaging;
        if (c.code == "procedure") return Kind::Procedure;
    }
    // LOINC vital signs (R4 observation-vitalsigns.html)
    static constexpr std::string_view vital[] = {
        "85353-1", "9279-1",  "8867-4",  "2708-6", "8310-5", "8302-2", "9843-4",
        "29463-7", "39156-5", "85354-9", "8480-6", "8462-4", "8478-0", "59408-5"};
    for (const Coding &c : codes)
        if (c.system.find("loinc.org") != std::string::npos
            && std::find(std::begin(vital), std::end(vital), c.code) != std::end(vital))
            return Kind::VitalSign;
    return categories.empty() ? Kind::LabResult : Kind::Other;
}

Kind kindOf(std::string_view type, Value root, const std::vector<Coding> &codes) {
    if (type == "Observation") return observationKind(root, codes);
    if (type == "DiagnosticReport") {
        std::vector<Coding> categories;
        addCodings(root["category"], categories);
        for (const Coding &c : categories)
            if (c.code == "RAD" || c.code == "imaging" || c.code == "LP29684-5" || c.code == "CT"
                || c.code == "NMR" || c.code == "RUS")
                return Kind::Imaging;
        return Kind::LabResult;
    }
    struct Row {
        std::string_view type;
        Kind kind;
    };
    static constexpr Row table[] = {{"MedicationRequest", Kind::Medication},
                                    {"MedicationStatement", Kind::Medication},
                                    {"MedicationDispense", Kind::Medication},
                                    {"MedicationAdministration", Kind::Medication},
                                    {"Medication", Kind::Medication},
                                    {"AllergyIntolerance", Kind::Allergy},
                                    {"Condition", Kind::Condition},
                                    {"Immunization", Kind::Immunisation},
                                    {"Procedure", Kind::Procedure},
                                    {"Encounter", Kind::Visit},
                                    {"ImagingStudy", Kind::Imaging},
                                    {"Media", Kind::Imaging},
                                    {"DocumentReference", Kind::Document},
                                    {"Composition", Kind::Document},
                                    {"Binary", Kind::Document},
                                    {"Bundle", Kind::Document},
                                    {"CarePlan", Kind::CarePlan},
                                    {"CareTeam", Kind::CarePlan},
                                    {"Goal", Kind::CarePlan},
                                    {"Patient", Kind::Person},
                                    {"Practitioner", Kind::Person},
                                    {"PractitionerRole", Kind::Person},
                                    {"Organization", Kind::Person},
                                    {"RelatedPerson", Kind::Person},
                                    {"Specimen", Kind::LabResult},
                                    {"ImmunizationRecommendation", Kind::Immunisation}};
    for (const Row &row : table)
        if (row.type == type) return row.kind;
    return Kind::Other;
}

ClinicalDate dateOf(std::string_view type, Value root) {
    if (type == "Patient") return {};
    // In order of preference: when it happened, then when it was written down.
    for (const char *key : {"effectiveDateTime",
                            "effectivePeriod",
                            "effectiveInstant",
                            "onsetDateTime",
                            "onsetPeriod",
                            "occurrenceDateTime",
                            "occurrencePeriod",
                            "performedDateTime",
                            "performedPeriod",
                            "recordedDate",
                            "authoredOn",
                            "whenHandedOver",
                            "whenPrepared",
                            "period",
                            "started",
                            "createdDateTime",
                            "billablePeriod",
                            "startDate",
                            "date",
                            "created",
                            "dateAsserted",
                            "issued",
                            "assertedDate",
                            "recorded",
                            "timestamp"}) {
        const Value v = root[key];
        if (!v) continue;
        ClinicalDate out = parseDate(v.type() == '{' ? v["start"].text() : v.text());
        if (out.precision != ClinicalDate::Precision::None) return out;
        out = parseDate(v["end"].text());
        if (out.precision != ClinicalDate::Precision::None) return out;
    }
    return {};
}

void valueOf(Value root, std::string &value, std::string &unit) {
    if (const Value q = root["valueQuantity"]) {
        value = q["comparator"].text() + q["value"].text(); // digits as written
        unit = q["unit"] ? q["unit"].text() : q["code"].text();
        return;
    }
    for (const char *key : {"valueString", "valueInteger", "valueBoolean", "valueDateTime",
                            "valueTime", "valueCodeableConcept"})
        if (const Value v = root[key]) {
            value = v.type() == '{' ? conceptText(v) : v.text();
            return;
        }
    for (Value c = root["component"].first(); c; c = c.next()) { // blood pressure: 120/80
        std::string part, partUnit;
        valueOf(c, part, partUnit);
        if (part.empty()) continue;
        value += (value.empty() ? "" : "/") + part;
        if (unit.empty()) unit = partUnit;
    }
}

std::string performerOf(Value root, const ReferenceIndex &index) {
    for (const char *key : {"performer", "author", "asserter", "recorder", "requester",
                            "participant", "serviceProvider", "custodian", "informationSource"}) {
        const Value v = root[key];
        std::size_t actors = 0;
        for (Value p = v.type() == '[' ? v.first() : v; p && actors < mostActors; p = p.next()) {
            ++actors;
            Value actor = p;
            for (const char *inner : {"actor", "individual", "member"})
                if (p[inner]) actor = p[inner];
            if (auto name = actor["display"].text(); !name.empty()) return name;
            const std::string ref = actor["reference"].text();
            if (ref.starts_with('#'))
                for (Value c = root["contained"].first(); c; c = c.next())
                    if (c["id"].text() == ref.substr(1)) return nameOfResource(c);
            const auto known = index.names.find(resolve(ref, index));
            if (known != index.names.end()) return known->second;
            if (v.type() != '[') break;
        }
    }
    return {};
}

// Cuts base64 out of the JSON where encoding it again gives exactly the same text.
void cutAttachments(std::vector<std::pair<Value, Value>> &found, std::string_view json,
                    Record &record) {
    std::sort(found.begin(), found.end(),
              [](const auto &a, const auto &b) { return a.second.start() < b.second.start(); });
    std::size_t from = 0;
    for (const auto &[holder, data] : found) {
        const std::string_view text = data.raw().substr(1, data.raw().size() - 2);
        auto content = fromBase64(text);
        if (!content || toBase64(*content) != text) continue;
        record.json += json.substr(from, data.start() + 1 - from);
        from = data.start() + 1 + text.size();
        record.attachments.push_back({holder["contentType"].text(),
                                      holder["title"].text(),
                                      record.json.size(),
                                      std::move(*content),
                                      {}});
        record.attachments.back().digest = sha256(record.attachments.back().content);
    }
    record.json += json.substr(from);
}

} // namespace

void ReferenceIndex::learn(std::string_view fullUrl, std::string_view json) {
    std::array<JsonMember, 4> members{
        {{"resourceType", {}}, {"id", {}}, {"identifier", {}}, {"name", {}}}};
    findMembers(json, members);
    if (std::ranges::any_of(members, [](const JsonMember &m) { return m.count > 1; })) return;
    const std::string type(unquoted(members[0].value));
    const std::string id = idOr(std::string(unquoted(members[1].value)), fullUrl);
    if (!isTypeName(type) || !isId(id)) return;
    const std::string target = type + "/" + id;
    if (!fullUrl.empty()) targets.emplace(fullUrl, target);
    const auto look = [](const JsonMember &member, const auto &at) {
        if (member.count == 0) return;
        const auto values = checkJson(viewOf(member.value));
        if (!values) return;
        if (const auto tree = JsonTree::of(member.value, *values)) at(tree->root());
    };
    look(members[2], [&](Value identifiers) {
        for (Value i = identifiers.first(); i; i = i.next()) {
            const std::string value = i["value"].text();
            if (value.empty()) continue;
            std::string condition = type + "?identifier=";
            if (i["system"]) condition += i["system"].text() + "|";
            condition += value;
            const auto [at, fresh] = targets.emplace(condition, target);
            if (!fresh && at->second != target) at->second.clear(); // two have it: nobody is meant
        }
    });
    if (kindOf(type, {}, {}) == Kind::Person || type == "Location")
        look(members[3], [&](Value name) {
            if (auto said = nameFrom(name); !said.empty()) names[target] = std::move(said);
        });
}

Result<Record> makeRecord(std::string_view json, std::string_view fullUrl,
                          const ReferenceIndex &index, std::size_t most) {
    APRICOT_TRY_ASSIGN(tree, JsonTree::of(json, most));
    const Value root = tree.root();
    Record out;
    if (root["resourceType"].type() != '"') return fail(ErrorCode::ResourceTypeMissing);
    out.type = root["resourceType"].text();
    if (!isTypeName(out.type)) return fail(ErrorCode::ResourceTypeUnknown);
    out.logicalId = idOr(root["id"].text(), fullUrl);
    if (root["id"] && (root["id"].type() != '"' || !isId(out.logicalId)))
        return fail(ErrorCode::ResourceIdInvalid);
    out.version = root["meta"]["versionId"].text();
    out.updated = root["meta"]["lastUpdated"].text();

    const std::string name = out.type + "/" + out.logicalId;
    const Digest digest = sha256(viewOf(out.logicalId.empty() ? json : std::string_view(name)));
    out.id = *RecordId::from(digest.view().first(RecordId::size));

    for (const char *key : {"code", "medicationCodeableConcept", "vaccineCode", "type",
                            "reasonCode", "class", "category", "modality", "bodySite"})
        addCodings(root[key], out.codes);
    for (Value c = root["component"].first(); c; c = c.next()) addCodings(c["code"], out.codes);
    addCodings(root["valueCodeableConcept"], out.codes);
    for (Value c = root["contained"].first(); c; c = c.next()) addCodings(c["code"], out.codes);

    out.kind = kindOf(out.type, root, out.codes);
    out.date = dateOf(out.type, root);
    if (out.kind == Kind::Person) out.title = nameOfResource(root);
    for (const char *key : {"code", "medicationCodeableConcept", "vaccineCode", "title", "type",
                            "description", "name", "category", "procedureCode", "class"}) {
        if (!out.title.empty()) break;
        out.title = conceptText(root[key]);
    }
    const Value medicine = root["medicationReference"];
    if (out.title.empty()) out.title = medicine["display"].text();
    for (Value c = root["contained"].first(); c && out.title.empty(); c = c.next())
        if (medicine["reference"].text() == "#" + c["id"].text())
            out.title = conceptText(c["code"]);
    if (out.title.empty()) out.title = out.type;
    valueOf(root, out.value, out.unit);
    out.performer = performerOf(root, index);

    Collected found;
    std::vector<std::pair<Value, Value>> base64;
    collect(root, index, found, base64);
    out.references = std::move(found.references);
    out.searchText = std::move(found.text);
    if (out.type == "Patient") out.person = out.logicalId;
    for (const char *key : {"subject", "patient", "beneficiary", "individual"}) {
        if (!out.person.empty()) break;
        const std::string target = resolve(root[key]["reference"].text(), index);
        if (target.starts_with("Patient/")) out.person = target.substr(8);
    }
    std::vector<Coding> codes = out.codes;
    codes.insert(codes.end(), found.inner.begin(), found.inner.end());
    out.level = sensitivityOf({out.kind, out.type, found.labels, codes, out.searchText});
    cutAttachments(base64, json, out);
    out.hash = contentHash(out);
    return out;
}

Error resourceTooLarge() {
    return fail(ErrorCode::FhirTooLarge, "more than 64 MiB");
}

Result<Record> readResource(std::string_view json) {
    if (json.size() > resourceLimit) return resourceTooLarge();
    APRICOT_TRY_ASSIGN(values, checkJson(viewOf(json)));
    return makeRecord(json, {}, {}, values);
}

Digest contentHash(const Record &record) {
    if (record.hash) return *record.hash;
    cbor::Writer attached;
    attached.array(2 * record.attachments.size());
    for (const Attachment &attachment : record.attachments)
        attached.unsignedInteger(attachment.jsonOffset).bytes(digestOf(attachment).view());
    return blake2b({attached.written(), viewOf(record.json)});
}

Digest digestOf(const Attachment &attachment) {
    return attachment.digest ? *attachment.digest : sha256(attachment.content);
}

std::string originalJson(const Record &record) {
    std::string out;
    std::size_t from = 0;
    for (const Attachment &attachment : record.attachments) {
        const std::size_t to = std::clamp(attachment.jsonOffset, from, record.json.size());
        out.append(record.json, from, to - from);
        out += toBase64(attachment.content);
        from = to;
    }
    out.append(record.json, from, std::string::npos);
    return out;
}

} // namespace apricot
