// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/reading.h"

#include "records/json_tree.h"

#include <charconv>
#include <cmath>

namespace apricot {
namespace {

using Value = JsonTree::Value;

std::optional<double> numberIn(std::string_view text) {
    double out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()
        || !std::isfinite(out))
        return std::nullopt;
    return out;
}

// v3-ObservationInterpretation, and the older v2-0078, which has the same letters.
Flag interpretationOf(Value holder) {
    static constexpr std::pair<std::string_view, Flag> table[] = {
        {"N", Flag::Normal},     {"L", Flag::Low},       {"H", Flag::High},
        {"LL", Flag::VeryLow},   {"HH", Flag::VeryHigh}, {"LU", Flag::VeryLow},
        {"HU", Flag::VeryHigh},  {"A", Flag::Abnormal},  {"AA", Flag::Abnormal},
        {"<", Flag::Low},        {">", Flag::High},      {"POS", Flag::Abnormal},
        {"DET", Flag::Abnormal}, {"R", Flag::Abnormal},  {"NEG", Flag::Normal},
        {"ND", Flag::Normal},    {"S", Flag::Normal}};
    for (Value i = holder["interpretation"].first(); i; i = i.next())
        for (Value c = i["coding"].first(); c; c = c.next())
            for (const auto &[code, flag] : table)
                if (c["code"].text() == code) return flag;
    return Flag::None;
}

struct Range {
    std::optional<double> low, high;
    std::string lowText, highText, text;
};

// The usual one; ranges of another meaning (therapeutic, desired ...) do not judge a value.
Range rangeOf(Value holder) {
    for (Value r = holder["referenceRange"].first(); r; r = r.next()) {
        const Value type = r["type"]["coding"].first();
        if (type && type["code"].text() != "normal") continue;
        Range out{{}, {}, r["low"]["value"].text(), r["high"]["value"].text(), r["text"].text()};
        out.low = numberIn(out.lowText);
        out.high = numberIn(out.highText);
        if (out.low || out.high || !out.text.empty()) return out;
    }
    return {};
}

Flag judged(std::string_view comparator, double number, const Range &range) {
    if (!range.low && !range.high) return Flag::None;
    const bool under = comparator.starts_with('<'), over = comparator.starts_with('>');
    if (range.high && !under && (number > *range.high || (over && number == *range.high)))
        return Flag::High;
    if (range.low && !over && (number < *range.low || (under && number == *range.low)))
        return Flag::Low;
    // "<5" against 3 to 8 says nothing.
    if ((under && range.low) || (over && range.high)) return Flag::None;
    return Flag::Normal;
}

std::string nameIn(Value code) {
    if (auto text = code["text"].text(); !text.empty()) return text;
    for (Value c = code["coding"].first(); c; c = c.next())
        if (auto text = c["display"].text(); !text.empty()) return text;
    return code["coding"].first()["code"].text();
}

void readValue(Value holder, std::vector<Reading> &into) {
    std::string number = holder["valueQuantity"]["value"].text();
    const bool whole = number.empty() && holder["valueInteger"].type() != 0;
    if (whole) number = holder["valueInteger"].text();
    const auto parsed = numberIn(number);
    if (!parsed) return;
    const Value quantity = holder["valueQuantity"];
    Reading out;
    out.name = nameIn(holder["code"]);
    for (Value c = holder["code"]["coding"].first(); c; c = c.next())
        out.codes.push_back({c["system"].text(), c["code"].text(), c["display"].text()});
    const std::string comparator = quantity["comparator"].text();
    out.text = comparator + number;
    out.unitCode = quantity["code"].text();
    out.unit = quantity["unit"] ? quantity["unit"].text() : out.unitCode;
    out.number = *parsed;
    Range range = rangeOf(holder);
    out.flag = interpretationOf(holder);
    if (out.flag == Flag::None) out.flag = judged(comparator, *parsed, range);
    out.low = range.low;
    out.high = range.high;
    out.lowText = std::move(range.lowText);
    out.highText = std::move(range.highText);
    out.rangeText = std::move(range.text);
    into.push_back(std::move(out));
}

int gravityOf(Flag flag) {
    switch (flag) {
    case Flag::None:
        return 0;
    case Flag::Normal:
        return 1;
    case Flag::Low:
    case Flag::High:
    case Flag::Abnormal:
        return 2;
    default:
        return 3;
    }
}

} // namespace

std::vector<Reading> readingsOf(const Record &record) {
    std::vector<Reading> out;
    if (record.type != "Observation") return out;
    const auto tree = JsonTree::of(record.json);
    if (!tree) return out;
    const Value root = tree->root();
    readValue(root, out);
    for (Value c = root["component"].first(); c; c = c.next()) readValue(c, out);
    return out;
}

Flag flagOf(const Record &record) {
    Flag out = Flag::None;
    if (record.type != "Observation") return out;
    for (const Reading &reading : readingsOf(record))
        if (gravityOf(reading.flag) > gravityOf(out)) out = reading.flag;
    if (out != Flag::None) return out;
    const auto tree = JsonTree::of(record.json);
    return tree ? interpretationOf(tree->root()) : out;
}

} // namespace apricot
