// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/details.h"

#include "records/fhir/words.h"
#include "records/json_tree.h"
#include "records/reading.h"

#include <algorithm>

#define QT_TRANSLATE_NOOP(context, text) text

namespace apricot {
namespace {

using fhir::conceptText;
using Value = JsonTree::Value;
using Form = Detail::Form;

constexpr std::size_t mostDetails = 200;
constexpr std::size_t mostText = 4000; // bytes of one field; the original has the rest

// How a field is written in FHIR.
enum class Shape : std::uint8_t {
    Plain,     // string, number, code without words of ours
    Coded,     // a code with words of ours (detail_words.def), as a code or a CodeableConcept
    Concept,   // CodeableConcept or Coding, as its maker words it
    Quantity,  // Quantity, Age, Duration, Money
    Range,     // Range, or a referenceRange
    Reference, // what it calls itself
    Date,      // date, dateTime, instant
    Period,
    Dosage,
    Name,
    Address,
    Contact,
    Markup, // Narrative
};

// `types`: which resources, between spaces; empty: all. `path`: names with dots; every item of an
// array on the way is read.
struct Field {
    std::string_view types, path;
    Shape shape;
    std::string_view label;
};

constexpr Field fields[] = {
#define FIELD(types, path, shape, label) {types, path, Shape::shape, label},
#include "records/detail_fields.def"
#undef FIELD
};

struct Word {
    std::string_view code, english;
};
constexpr Word words[] = {
#define WORD(code, english) {code, english},
#include "records/detail_words.def"
#undef WORD
};

std::string_view wordFor(std::string_view code) {
    for (const Word &word : words)
        if (word.code == code) return word.english;
    return {};
}

void join(std::string &to, std::string_view what, std::string_view with = ", ") {
    if (what.empty()) return;
    if (!to.empty()) to += with;
    to += what;
}

// At a character's border.
std::string shortened(std::string text) {
    if (text.size() <= mostText) return text;
    std::size_t end = mostText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80) --end;
    return text.substr(0, end) + "…";
}

std::string plainMarkup(std::string_view html) {
    std::string out, name;
    bool tag = false;
    for (const char c : html) {
        if (c == '<') {
            tag = true;
            name.clear();
        } else if (c == '>') {
            tag = false;
            const bool line = name.starts_with("br") || name == "/p" || name == "/tr"
                              || name == "/li" || name == "/div";
            if (!out.empty() && out.back() != '\n') out += line ? '\n' : ' ';
        } else if (tag) {
            name += c;
        } else if (!out.empty() || static_cast<unsigned char>(c) > ' ') {
            const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
            if (!space) out += c;
            if (space && out.back() != ' ' && out.back() != '\n') out += ' ';
        }
    }
    for (const auto &[entity, plain] : {std::pair<std::string_view, std::string_view>{"&lt;", "<"},
                                        {"&gt;", ">"},
                                        {"&quot;", "\""},
                                        {"&#39;", "'"},
                                        {"&nbsp;", " "},
                                        {"&amp;", "&"}})
        for (auto at = out.find(entity); at != out.npos; at = out.find(entity, at + plain.size()))
            out.replace(at, entity.size(), plain);
    while (!out.empty() && static_cast<unsigned char>(out.back()) <= ' ') out.pop_back();
    return out;
}

std::string quantityText(Value q) {
    if (q.type() != '{') return q.text();
    std::string out = q["comparator"].text() + q["value"].text();
    if (out.empty()) return out;
    for (const char *unit : {"unit", "code", "currency"})
        if (auto text = q[unit].text(); !text.empty() && text != "1")
            return out.append(" ").append(text);
    return out;
}

std::string rangeText(Value r) {
    if (auto text = r["text"].text(); !text.empty()) return text;
    const std::string low = r["low"]["value"].text(), high = r["high"]["value"].text();
    if (low.empty() && high.empty()) return {};
    const Value end = r["high"] ? r["high"] : r["low"];
    const std::string unit = end["unit"] ? end["unit"].text() : end["code"].text();
    const std::string out = low.empty()    ? "≤ " + high
                            : high.empty() ? "≥ " + low
                                           : low + "–" + high;
    return unit.empty() ? out : out + " " + unit;
}

std::string timingText(Value timing) {
    if (auto text = conceptText(timing["code"]); !text.empty()) return text;
    const Value repeat = timing["repeat"];
    const std::string often = repeat["frequency"].text(), period = repeat["period"].text();
    if (often.empty() || period.empty()) return {};
    return often + " × / " + (period == "1" ? "" : period + " ") + repeat["periodUnit"].text();
}

std::string dosageText(Value d) {
    std::string out = d["text"].text();
    if (out.empty()) {
        const Value rate = d["doseAndRate"].first();
        join(out, quantityText(rate["doseQuantity"]));
        join(out, rangeText(rate["doseRange"]));
        join(out, timingText(d["timing"]));
        join(out, conceptText(d["route"]));
        if (d["asNeededBoolean"].raw() == "true") join(out, "PRN");
        join(out, conceptText(d["asNeededCodeableConcept"]));
    }
    join(out, d["patientInstruction"].text(), "\n");
    return out;
}

std::string addressText(Value a) {
    if (auto text = a["text"].text(); !text.empty()) return text;
    std::string out;
    for (Value line = a["line"].first(); line; line = line.next()) join(out, line.text());
    for (const char *key : {"district", "city", "state", "postalCode", "country"})
        join(out, a[key].text());
    return out;
}

std::string periodText(Value p) {
    const std::string start = p["start"].text(), end = p["end"].text();
    return start.empty() && end.empty() ? std::string() : start + "/" + end;
}

std::string referenceText(Value r) {
    if (auto text = r["display"].text(); !text.empty()) return text;
    return r["identifier"]["value"].text();
}

Detail read(Value v, Shape shape) {
    Detail out;
    switch (shape) {
    case Shape::Coded: {
        const std::string code =
            v.type() == '{' && v["coding"] ? v["coding"].first()["code"].text() : v.text();
        const std::string_view word = wordFor(code);
        out.form = word.empty() ? Form::Text : Form::Word;
        out.text = word.empty() ? conceptText(v) : std::string(word);
        break;
    }
    case Shape::Concept:
        out.text = conceptText(v);
        break;
    case Shape::Quantity:
        out.text = quantityText(v);
        break;
    case Shape::Range:
        out.text = rangeText(v);
        break;
    case Shape::Reference:
        out.text = referenceText(v);
        break;
    case Shape::Date:
        out.form = Form::Date;
        out.text = v.text();
        break;
    case Shape::Period:
        out.form = Form::Period;
        out.text = periodText(v);
        break;
    case Shape::Dosage:
        out.text = dosageText(v);
        break;
    case Shape::Name:
        out.text = fhir::humanName(v);
        break;
    case Shape::Address:
        out.text = addressText(v);
        break;
    case Shape::Contact:
        out.text = v["value"].text();
        break;
    case Shape::Markup:
        out.text = plainMarkup(v.text());
        break;
    case Shape::Plain:
        out.text = v.type() == '{' || v.type() == '[' ? std::string() : v.text();
        break;
    }
    return out;
}

// Every value at the path, arrays unfolded.
void walk(Value at, std::string_view path, Shape shape, std::vector<Detail> &into) {
    if (!at || into.size() > mostDetails) return;
    if (at.type() == '[') {
        for (Value item = at.first(); item; item = item.next()) walk(item, path, shape, into);
        return;
    }
    if (path.empty()) {
        Detail detail = read(at, shape);
        if (!detail.text.empty()) into.push_back(std::move(detail));
        return;
    }
    const auto dot = path.find('.');
    walk(at[path.substr(0, dot)], dot == path.npos ? std::string_view() : path.substr(dot + 1),
         shape, into);
}

bool isFor(std::string_view types, const std::string &type) {
    return types.empty() || (" " + std::string(types) + " ").find(" " + type + " ") != types.npos;
}

// Several words or texts under one label are one line, or a line each.
void add(std::vector<Detail> found, std::string_view label, std::vector<Detail> &to) {
    const bool texts = std::all_of(found.begin(), found.end(),
                                   [](const Detail &d) { return d.form == Form::Text; });
    if (texts && found.size() > 1) {
        std::vector<std::string> seen;
        std::size_t longest = 0;
        for (Detail &d : found) {
            if (std::find(seen.begin(), seen.end(), d.text) != seen.end()) continue;
            longest = std::max(longest, d.text.size());
            seen.push_back(std::move(d.text));
        }
        std::string text;
        for (const std::string &one : seen) join(text, one, longest > 40 ? "\n" : ", ");
        found = {Detail{{}, false, std::move(text), Form::Text}};
    }
    for (Detail &detail : found) {
        const bool known = std::any_of(to.begin(), to.end(), [&](const Detail &have) {
            return have.label == label && have.text == detail.text;
        });
        if (known || to.size() >= mostDetails) continue;
        detail.label = label;
        detail.text = shortened(std::move(detail.text));
        to.push_back(std::move(detail));
    }
}

// The parts of a measurement under their own names.
void addComponents(Value root, std::vector<Detail> &to) {
    for (Value c = root["component"].first(); c; c = c.next()) {
        Detail out;
        out.label = conceptText(c["code"]);
        out.own = true;
        out.text = quantityText(c["valueQuantity"]);
        if (out.text.empty()) out.text = conceptText(c["valueCodeableConcept"]);
        for (const char *key : {"valueString", "valueInteger", "valueBoolean", "valueDateTime"})
            if (out.text.empty()) out.text = c[key].text();
        if (out.label.empty() || out.text.empty() || to.size() >= mostDetails) continue;
        if (auto range = rangeText(c["referenceRange"].first()); !range.empty())
            out.text += " (" + range + ")";
        out.text = shortened(std::move(out.text));
        to.push_back(std::move(out));
    }
}

} // namespace

std::vector<Detail> detailsOf(const Record &record) {
    std::vector<Detail> out;
    const auto tree = JsonTree::of(record.json);
    if (!tree) return out;
    const Value root = tree->root();
    addComponents(root, out);
    for (const Field &field : fields) {
        if (!isFor(field.types, record.type)) continue;
        // The narrative repeats what the fields say.
        if (field.shape == Shape::Markup && out.size() >= 3) continue;
        std::vector<Detail> found;
        walk(root, field.path, field.shape, found);
        add(std::move(found), field.label, out);
    }
    return out;
}

} // namespace apricot
