// SPDX-License-Identifier: GPL-3.0-or-later
#include "diary/own_entry.h"

#include "codec/base64.h"
#include "diary/photo.h"
#include "records/fhir/words.h"
#include "records/fhir/writing.h"
#include "records/json_tree.h"
#include "records/local_stamp.h"
#include "records/reading.h"
#include "records/resource.h"
#include "vault/each_record.h"
#include "vault/events.h"

#include <array>
#include <charconv>

namespace apricot {
namespace {

using fhir::Object;

struct Plan {
    Measure measure;
    std::string_view loinc, display, text, unit, ucum, category;
    double least, most;           // outside: no living person
    double usualLeast, usualMost; // outside: asked back
};
constexpr std::array<Plan, measureCount> plans = {{
    {Measure::BloodPressure, "85354-9", "Blood pressure panel with all children optional",
     "血压 Blood pressure", "mmHg", "mm[Hg]", "vital-signs", 40, 320, 80, 200},
    {Measure::Weight, "29463-7", "Body weight", "体重 Body weight", "kg", "kg", "vital-signs", 0.3,
     600, 25, 200},
    {Measure::BloodSugar, "14743-9", "Glucose [Moles/volume] in Capillary blood by Glucometer",
     "血糖 Blood sugar", "mmol/L", "mmol/L", "laboratory", 0.5, 80, 3, 25},
    {Measure::Temperature, "8310-5", "Body temperature", "体温 Body temperature", "°C", "Cel",
     "vital-signs", 20, 46, 35, 41},
    {Measure::Pulse, "8867-4", "Heart rate", "脉搏 Heart rate", "/min", "/min", "vital-signs", 15,
     350, 40, 150},
    {Measure::Oxygen, "59408-5", "Oxygen saturation in Arterial blood by Pulse oximetry",
     "血氧 Oxygen saturation", "%", "%", "vital-signs", 30, 100, 85, 100},
}};

const Plan &planOf(Measure measure) {
    return plans[std::min<std::size_t>(static_cast<std::size_t>(measure) - 1, plans.size() - 1)];
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

// As FHIR writes decimals; nothing when it is none. Full-width digits are what a Chinese keyboard
// gives.
std::optional<std::string> decimal(std::string_view typed) {
    static constexpr std::string_view wide = "０１２３４５６７８９";
    std::string out;
    for (std::size_t i = 0; i < typed.size();) {
        const std::string_view three = typed.substr(i, 3);
        const auto digit = three.size() == 3 && static_cast<unsigned char>(typed[i]) == 0xef
                               ? wide.find(three)
                               : wide.npos;
        if (digit != wide.npos && digit % 3 == 0) {
            out += static_cast<char>('0' + digit / 3);
            i += 3;
        } else if (three == "．" || three == "，" || three == "。") {
            out += '.';
            i += 3;
        } else {
            out += typed[i] == ',' ? '.' : typed[i];
            ++i;
        }
    }
    out = trimmed(out);
    const auto dot = out.find('.');
    const std::string whole = out.substr(0, dot),
                      rest = dot == out.npos ? "0" : out.substr(dot + 1);
    const auto digits = [](const std::string &s) {
        return !s.empty() && s.size() <= 6 && s.find_first_not_of("0123456789") == s.npos;
    };
    if (!digits(whole) || !digits(rest)) return std::nullopt;
    const auto zeros = std::min(out.find_first_not_of('0'), whole.size() - 1);
    return out.substr(zeros); // JSON knows no leading zeros
}

double numberOf(const std::string &text) {
    double out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

Error impossible(const Plan &plan) {
    return fail(ErrorCode::ReadingImpossible, std::string(plan.loinc));
}

Result<> inTime(UnixTime when, const Clock &clock) {
    // Clocks of two devices differ a little.
    if (when > clock.now() + 300) return fail(ErrorCode::EntryInFuture, std::to_string(when));
    return {};
}

struct Numbers {
    std::string first, second;
    bool unusual = false;
};

Result<Numbers> numbersIn(const OwnReading &reading) {
    const Plan &plan = planOf(reading.measure);
    const bool pair = reading.measure == Measure::BloodPressure;
    const auto first = decimal(reading.value);
    const auto second = pair ? decimal(reading.second) : std::optional<std::string>("");
    if (!first || !second) return fail(ErrorCode::ReadingNotANumber);
    Numbers out{*first, *second};
    const double upper = numberOf(out.first);
    if (upper < plan.least || upper > plan.most) return impossible(plan);
    out.unusual = upper < plan.usualLeast || upper > plan.usualMost;
    if (pair) {
        const double lower = numberOf(out.second);
        if (lower < 20 || lower > 220 || lower >= upper) return impossible(plan);
        out.unusual = out.unusual || lower < 45 || lower > 120 || upper - lower < 15;
    }
    return out;
}

// Whom the vault is about, as a Reference; without a Patient in it, in words alone.
Result<std::string> personOf(Vault &vault) {
    std::string out = fhir::reference({}, "本人 The patient");
    APRICOT_TRY(
        eachRecord(vault, ofKinds({Kind::Person}), [&](const RecordRow &row) -> Result<bool> {
            if (row.type != "Patient" || row.logicalId.empty()) return true;
            out =
                fhir::reference("Patient/" + row.logicalId, row.title == row.type ? "" : row.title);
            return false;
        }));
    return out;
}

struct Identity {
    std::string id;
    std::uint64_t version = 1;
};

Object begin(std::string_view type, const Identity &identity, const Clock &clock) {
    const std::string tag = Object().text("system", ownTagSystem).text("code", ownTag).done();
    const std::string meta = Object()
                                 .text("versionId", std::to_string(identity.version))
                                 .text("lastUpdated", toRfc3339(clock.now()))
                                 .raw("tag", fhir::listOf(tag))
                                 .done();
    Object out;
    out.text("resourceType", type).text("id", identity.id).raw("meta", meta);
    return out;
}

// An Observation of the person's own, up to what was observed.
Object beginObservation(std::string_view category, const std::string &code, UnixTime when,
                        int utcOffsetMinutes, const Identity &identity, const std::string &person,
                        const Clock &clock) {
    Object out = begin("Observation", identity, clock);
    out.text("status", "final")
        .raw("category", fhir::listOf(fhir::coded(fhir::observationCategory, category, {})));
    out.raw("code", code).raw("subject", person);
    out.text("effectiveDateTime", localStamp(when, utcOffsetMinutes));
    out.raw("performer", fhir::listOf(person));
    return out;
}

std::string quantity(const Plan &plan, const std::string &value) {
    return Object()
        .raw("value", value)
        .text("unit", plan.unit)
        .text("system", fhir::ucum)
        .text("code", plan.ucum)
        .done();
}

std::string component(std::string_view code, std::string_view display, std::string_view text,
                      const std::string &value) {
    return Object()
        .raw("code", fhir::coded(fhir::loinc, code, display, text))
        .raw("valueQuantity", value)
        .done();
}

std::string observation(const OwnReading &reading, const Numbers &numbers, const Identity &identity,
                        const std::string &person, const Clock &clock) {
    const Plan &plan = planOf(reading.measure);
    Object out = beginObservation(plan.category,
                                  fhir::coded(fhir::loinc, plan.loinc, plan.display, plan.text),
                                  reading.when, reading.utcOffsetMinutes, identity, person, clock);
    if (reading.measure == Measure::BloodPressure)
        out.raw("component",
                fhir::listOf(component("8480-6", "Systolic blood pressure", "收缩压 Systolic",
                                       quantity(plan, numbers.first))
                             + ","
                             + component("8462-4", "Diastolic blood pressure", "舒张压 Diastolic",
                                         quantity(plan, numbers.second))));
    else
        out.raw("valueQuantity", quantity(plan, numbers.first));
    if (const std::string note = trimmed(reading.note); !note.empty())
        out.raw("note", fhir::listOf(Object().text("text", note).done()));
    return out.done();
}

std::string freshId(Random &random) {
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    return toHex(bytes);
}

template <const Event &event>
Result<RecordId> keep(Vault &vault, const std::string &json) {
    APRICOT_TRY_ASSIGN(record, readResource(json));
    APRICOT_TRY_ASSIGN(batch, vault.beginImport());
    APRICOT_TRY_ASSIGN(added, batch->add(record));
    (void)added;
    APRICOT_TRY(note<event>(vault, toHex(record.id.view())));
    APRICOT_TRY(batch->commit());
    return record.id;
}

std::string_view contentTypeOf(ByteView content) {
    const std::string_view start = textOf(content.first(std::min<std::size_t>(content.size(), 16)));
    if (start.starts_with("%PDF-")) return "application/pdf";
    if (start.starts_with("\xff\xd8\xff")) return "image/jpeg";
    if (start.starts_with("\x89PNG\r\n\x1a\n")) return "image/png";
    if (start.starts_with("RIFF") && start.substr(8).starts_with("WEBP")) return "image/webp";
    return {};
}

Result<Record> ownRecord(Vault &vault, const RecordId &id) {
    APRICOT_TRY_ASSIGN(record, vault.record(id));
    if (!isOwnEntry(record)) return fail(ErrorCode::NotAnOwnEntry, toHex(id.view()));
    return record;
}

Identity nextOf(const Record &record) {
    std::uint64_t version = 1;
    std::from_chars(record.version.data(), record.version.data() + record.version.size(), version);
    return {record.logicalId, version + 1};
}

// Puts `text` in the place of the value, which stands in `json`.
void replace(std::string &json, JsonTree::Value value, const std::string &text) {
    json.replace(value.start(), value.raw().size(), text);
}

} // namespace

Result<bool> isUnusual(const OwnReading &reading, const Clock &clock) {
    APRICOT_TRY(inTime(reading.when, clock));
    APRICOT_TRY_ASSIGN(numbers, numbersIn(reading));
    return numbers.unusual;
}

Result<RecordId> addReading(Vault &vault, const OwnReading &reading, const Clock &clock,
                            Random &random) {
    APRICOT_TRY(inTime(reading.when, clock));
    APRICOT_TRY_ASSIGN(numbers, numbersIn(reading));
    APRICOT_TRY_ASSIGN(person, personOf(vault));
    return keep<events::entryAdded>(
        vault, observation(reading, numbers, {freshId(random)}, person, clock));
}

Result<RecordId> addNote(Vault &vault, const OwnNote &note, const Clock &clock, Random &random) {
    APRICOT_TRY(inTime(note.when, clock));
    const std::string text = trimmed(note.text);
    if (text.empty() || text.size() > noteLimit)
        return fail(ErrorCode::NoteRefused, std::to_string(text.size()));
    APRICOT_TRY_ASSIGN(person, personOf(vault));
    Object out = beginObservation(
        "survey", fhir::coded(fhir::loinc, "75325-1", "Symptom", "我的记录 My note"), note.when,
        note.utcOffsetMinutes, {freshId(random)}, person, clock);
    return keep<events::entryAdded>(vault, out.text("valueString", text).done());
}

Error documentRefused(std::uint64_t size) {
    return fail(ErrorCode::DocumentRefused, std::to_string(size) + " bytes");
}

Result<RecordId> addDocument(Vault &vault, const OwnDocument &document, const Clock &clock,
                             Random &random) {
    APRICOT_TRY(inTime(document.when, clock));
    const std::string_view type = contentTypeOf(document.content);
    if (document.content.size() > documentLimit || type.empty())
        return documentRefused(document.content.size());
    std::optional<Bytes> photo; // a PDF is kept as it is
    if (type != "application/pdf") {
        photo = withoutMetadata(document.content);
        if (!photo) return documentRefused(document.content.size());
    }
    APRICOT_TRY_ASSIGN(person, personOf(vault));
    std::string title = trimmed(document.title);
    if (title.empty())
        title = type == "application/pdf" ? "我的文件 My document" : "我的照片 My photo";
    const std::string attachment = Object()
                                       .text("contentType", type)
                                       .text("title", title)
                                       .text("data", toBase64(photo ? *photo : document.content))
                                       .done();
    Object out = begin("DocumentReference", {freshId(random)}, clock);
    out.text("status", "current").raw("type", fhir::conceptOf(title)).raw("subject", person);
    out.text("date", localStamp(document.when, document.utcOffsetMinutes));
    out.raw("author", fhir::listOf(person));
    out.raw("content", fhir::listOf(Object().raw("attachment", attachment).done()));
    return keep<events::entryAdded>(vault, out.done());
}

bool isOwnEntry(const Record &record) {
    const auto tree = JsonTree::of(record.json);
    if (!tree) return false;
    return fhir::hasTag(tree->root(), ownTagSystem, ownTag);
}

std::optional<OwnReading> readingIn(const Record &record) {
    if (!isOwnEntry(record)) return std::nullopt;
    const auto values = readingsOf(record);
    if (values.empty()) return std::nullopt;
    for (const Plan &plan : plans)
        for (const Coding &coding : record.codes)
            if (coding.code == plan.loinc) {
                OwnReading out{plan.measure, values.front().text, {}, record.date.start, 0, {}};
                if (values.size() > 1) out.second = values[1].text;
                if (const auto tree = JsonTree::of(record.json))
                    out.note = tree->root()["note"].first()["text"].text();
                return out;
            }
    return std::nullopt;
}

Result<> correctReading(Vault &vault, const RecordId &id, const OwnReading &reading,
                        const Clock &clock) {
    APRICOT_TRY(inTime(reading.when, clock));
    APRICOT_TRY_ASSIGN(numbers, numbersIn(reading));
    APRICOT_TRY_ASSIGN(record, ownRecord(vault, id));
    APRICOT_TRY_ASSIGN(person, personOf(vault));
    APRICOT_TRY(keep<events::entryCorrected>(
        vault, observation(reading, numbers, nextOf(record), person, clock)));
    return {};
}

Result<> markMistaken(Vault &vault, const RecordId &id, const Clock &clock) {
    APRICOT_TRY_ASSIGN(record, ownRecord(vault, id));
    std::string json = originalJson(record);
    // The places move with each change, so the tree is made anew.
    for (const std::string_view field : {"status", "lastUpdated", "versionId"}) {
        APRICOT_TRY_ASSIGN(tree, JsonTree::of(json));
        const auto root = tree.root();
        const auto value = field == "status" ? root[field] : root["meta"][field];
        const std::string text = field == "status"        ? "entered-in-error"
                                 : field == "lastUpdated" ? toRfc3339(clock.now())
                                                          : std::to_string(nextOf(record).version);
        if (value) replace(json, value, fhir::jsonString(text));
    }
    APRICOT_TRY(keep<events::entryWithdrawn>(vault, json));
    return {};
}

} // namespace apricot
