// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/clinic/visit_documents.h"

#include "base/bytes.h"
#include "crypto/system_random.h"
#include "flows/clinic/visit.h"
#include "records/fhir/writing.h"
#include "records/local_stamp.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <charconv>

namespace apricot {
namespace {

using fhir::coded;
using fhir::conceptOf;
using fhir::listOf;
using fhir::Object;

Error incomplete(std::string field) {
    return fail(ErrorCode::FormIncomplete, std::move(field));
}

std::string trimmed(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
        .trimmed()
        .toStdString();
}

Result<std::string> needed(std::string_view text, std::string_view field,
                           std::size_t longest = longestField) {
    std::string out = trimmed(text);
    if (out.empty() || out.size() > longest) return incomplete(std::string(field));
    return out;
}

// FHIR's decimal, as it was written; nothing when it is none.
std::optional<double> numberIn(std::string_view text) {
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    const bool plain = !digits.empty() && digits.size() <= 16 && digits.front() != '.'
                       && digits.back() != '.'
                       && digits.find_first_not_of("0123456789.") == std::string_view::npos
                       && (digits.size() < 2 || digits[0] != '0' || digits[1] == '.');
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (!plain || read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return value;
}

// An empty one is none.
Result<std::optional<double>> limitIn(const std::string &text, std::string_view field) {
    if (text.empty()) return std::optional<double>();
    const auto value = numberIn(text);
    if (!value) return incomplete(std::string(field));
    return value;
}

Result<unsigned> countIn(std::string_view text, std::string_view field, unsigned most) {
    const std::string digits = trimmed(text);
    unsigned value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || value == 0
        || value > most)
        return incomplete(std::string(field));
    return value;
}

std::string quantity(const std::string &number, std::string_view unit) {
    return Object().raw("value", number).text("unit", unit).done();
}

Object begin(std::string_view type, const Author &author, Random &random) {
    Object out;
    out.text("resourceType", type);
    out.text("id", toHex(randomFixed<FixedBytes<struct ResourceTag, 16>>(random).view()));
    out.raw("meta", Object().text("lastUpdated", toRfc3339(author.time)).done());
    return out;
}

std::string writer(const Author &author) {
    const std::string name =
        author.staff.empty() ? author.organisation : author.staff + ", " + author.organisation;
    return Object().text("display", name).done();
}

void addSubject(Object &to, const Author &author) {
    if (!author.subject.empty()) to.raw("subject", fhir::reference("Patient/" + author.subject));
}

} // namespace

Result<std::string> resultDocument(const ResultForm &form, const Author &author, Random &random) {
    APRICOT_TRY_ASSIGN(test, needed(form.test, "test"));
    APRICOT_TRY_ASSIGN(value, needed(form.value, "value"));
    const std::string unit = trimmed(form.unit);
    const std::string lowText = trimmed(form.low);
    const std::string highText = trimmed(form.high);
    if (unit.size() > longestField) return incomplete("unit");
    APRICOT_TRY_ASSIGN(low, limitIn(lowText, "low"));
    APRICOT_TRY_ASSIGN(high, limitIn(highText, "high"));
    if (low && high && *low > *high) return incomplete("high");
    const auto number = numberIn(value);

    Object out = begin("Observation", author, random);
    out.text("status", "final");
    out.raw("category", listOf(coded(fhir::observationCategory, "laboratory", "Laboratory")));
    out.raw("code", conceptOf(test));
    addSubject(out, author);
    out.text("effectiveDateTime", localStamp(author.time, author.utcOffsetMinutes));
    out.raw("performer", listOf(writer(author)));
    if (number)
        out.raw("valueQuantity", quantity(value, unit));
    else
        out.text("valueString", unit.empty() ? value : value + " " + unit);
    if (number && (low || high)) {
        const bool isLow = low && *number < *low;
        const bool isHigh = high && *number > *high;
        out.raw("interpretation",
                listOf(coded("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
                             isLow    ? "L"
                             : isHigh ? "H"
                                      : "N",
                             isLow    ? "Low"
                             : isHigh ? "High"
                                      : "Normal")));
    }
    if (low || high) {
        Object range;
        if (low) range.raw("low", quantity(lowText, unit));
        if (high) range.raw("high", quantity(highText, unit));
        out.raw("referenceRange", listOf(range.done()));
    }
    return out.done();
}

Result<std::string> prescriptionDocument(const PrescriptionForm &form, const Author &author,
                                         Random &random) {
    APRICOT_TRY_ASSIGN(medicine, needed(form.medicine, "medicine"));
    APRICOT_TRY_ASSIGN(dose, needed(form.dose, "dose"));
    APRICOT_TRY_ASSIGN(times, countIn(form.timesADay, "timesADay", 24));
    APRICOT_TRY_ASSIGN(days, countIn(form.days, "days", 366));
    const std::string advice = trimmed(form.advice);
    if (advice.size() > longestField) return incomplete("advice");

    Object out = begin("MedicationRequest", author, random);
    out.text("status", "active").text("intent", "order");
    out.raw("medicationCodeableConcept", conceptOf(medicine));
    addSubject(out, author);
    out.text("authoredOn", localStamp(author.time, author.utcOffsetMinutes));
    out.raw("requester", writer(author));
    const std::string bounds = Object()
                                   .raw("value", std::to_string(days))
                                   .text("unit", "d")
                                   .text("system", fhir::ucum)
                                   .text("code", "d")
                                   .done();
    const std::string repeat = Object()
                                   .raw("boundsDuration", bounds)
                                   .raw("frequency", std::to_string(times))
                                   .raw("period", "1")
                                   .text("periodUnit", "d")
                                   .done();
    Object dosage;
    dosage.text("text",
                dose + " × " + std::to_string(times) + "/d, " + std::to_string(days) + " d");
    dosage.text("patientInstruction", advice);
    dosage.raw("timing", Object().raw("repeat", repeat).done());
    out.raw("dosageInstruction", listOf(dosage.done()));
    return out.done();
}

Result<std::string> referralDocument(const ReferralForm &form, const Author &author,
                                     Random &random) {
    APRICOT_TRY_ASSIGN(to, needed(form.to, "to"));
    APRICOT_TRY_ASSIGN(reason, needed(form.reason, "reason", longestNote));
    Object out = begin("ServiceRequest", author, random);
    out.text("status", "active").text("intent", "order");
    out.raw("category", listOf(coded("http://snomed.info/sct", "3457005", "Patient referral")));
    out.raw("code", conceptOf(to));
    addSubject(out, author);
    out.text("authoredOn", localStamp(author.time, author.utcOffsetMinutes));
    out.raw("requester", writer(author));
    out.raw("performer", listOf(Object().text("display", to).done()));
    out.raw("reasonCode", listOf(conceptOf(reason)));
    return out.done();
}

Result<std::string> noteDocument(const NoteForm &form, const Author &author, Random &random) {
    APRICOT_TRY_ASSIGN(text, needed(form.text, "text", longestNote));
    const QByteArray bytes = QByteArray::fromStdString(text);
    const QString title =
        QString::fromUtf8(bytes).section(QLatin1Char('\n'), 0, 0).trimmed().left(120);
    Object out = begin("DocumentReference", author, random);
    out.text("status", "current");
    out.raw("type", coded(fhir::loinc, "11506-3", "Progress note"));
    addSubject(out, author);
    out.text("date", localStamp(author.time, author.utcOffsetMinutes));
    out.raw("author", listOf(writer(author)));
    // Short base64 is no attachment to many readers (ours too): a short note is said here as well.
    out.text("description", text.size() <= longestField ? text : title.toStdString());
    const std::string attachment = Object()
                                       .text("contentType", "text/plain")
                                       .text("data", bytes.toBase64().toStdString())
                                       .text("title", title.toStdString())
                                       .done();
    out.raw("content", listOf(Object().raw("attachment", attachment).done()));
    return out.done();
}

std::vector<std::string> withheldLists(const Grant &grant, const ConsentText &agreed) {
    struct Section {
        Kind kind;
        std::string_view loinc, title;
    };
    // The sections of a patient summary, by their LOINC codes.
    static constexpr std::array sections = {
        Section{Kind::Allergy, "48765-2", "Allergies"},
        Section{Kind::Medication, "10160-0", "Medicines"},
        Section{Kind::Condition, "11450-4", "Conditions"},
        Section{Kind::LabResult, "30954-2", "Lab results"},
        Section{Kind::Immunisation, "11369-6", "Vaccinations"},
        Section{Kind::Procedure, "47519-4", "Procedures"},
    };
    const auto list = [&](const std::string &title, std::string_view loinc) {
        Object out;
        out.text("resourceType", "List").text("status", "current").text("mode", "snapshot");
        out.text("title", title);
        if (!loinc.empty()) out.raw("code", coded(fhir::loinc, loinc, ""));
        out.text("date", toRfc3339(grant.open.notBefore));
        out.raw("note", listOf(Object().text("text", agreed.english).done() + ","
                               + Object().text("text", agreed.chinese).done()));
        out.raw("emptyReason", coded("http://terminology.hl7.org/CodeSystem/list-empty-reason",
                                     "withheld", "Information Withheld"));
        return out.done();
    };
    const Scope &scope = grant.closed.scope;
    std::vector<std::string> out;
    for (const Section &section : sections)
        if (coverageOf(scope, section.kind) == Coverage::Nothing)
            out.push_back(list(std::string(section.title)
                                   + ": not shown, the patient's permission leaves them out",
                               section.loinc));
    bool all = true;
    for (std::uint8_t kind = 1; kind <= kindCount; ++kind)
        all = all && coverageOf(scope, static_cast<Kind>(kind)) == Coverage::All;
    if (!all) out.push_back(list("Records that the patient's permission leaves out", ""));
    return out;
}

} // namespace apricot
