// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/topics.h"

#include "records/coded_words.h"
#include "vault/each_record.h"

#include <algorithm>
#include <set>

#define QT_TRANSLATE_NOOP(context, text) text

namespace apricot {
namespace {

struct Rule {
    enum class Of : std::uint8_t { Icd, Code, Word } of;
    Topic topic;
    std::string_view first, second; // first and last category; system and code; word
};
constexpr Rule rules[] = {
#define TOPIC(topic, words)
#define ICD(topic, first, last) {Rule::Of::Icd, Topic::topic, first, last},
#define CODE(topic, system, code) {Rule::Of::Code, Topic::topic, system, code},
#define WORD(topic, word) {Rule::Of::Word, Topic::topic, word, {}},
#include "chart/topic_rules.def"
#undef TOPIC
#undef ICD
#undef CODE
#undef WORD
};

struct Known {
    std::string system, code;
};

bool fits(const Rule &rule, const std::vector<Known> &codes, std::string_view text) {
    switch (rule.of) {
    case Rule::Of::Word:
        return says(text, lowerCase(rule.first));
    case Rule::Of::Code:
        // LOINC and SNOMED CT codes are whole, ICD and ATC codes begin so.
        return std::ranges::any_of(codes, [&](const Known &c) {
            const bool whole = rule.first == "loinc.org" || rule.first == "snomed.info";
            return c.system.find(rule.first) != std::string::npos
                   && (whole ? c.code == rule.second : c.code.starts_with(rule.second));
        });
    case Rule::Of::Icd:
        return std::ranges::any_of(codes, [&](const Known &c) {
            const std::string_view category = std::string_view(c.code).substr(0, 3);
            return c.system.find("icd-10") != std::string::npos && category >= rule.first
                   && category <= rule.second;
        });
    }
    return false;
}

// What to look for in the index; isAbout() then judges.
std::set<std::string> searchesFor(Topic topic) {
    std::set<std::string> out;
    for (const Rule &rule : rules) {
        if (rule.topic != topic) continue;
        if (rule.of == Rule::Of::Word) out.emplace(rule.first);
        if (rule.of == Rule::Of::Code) out.emplace(rule.second);
        if (rule.of != Rule::Of::Icd) continue;
        const int first = std::stoi(std::string(rule.first.substr(1)));
        const int last = std::stoi(std::string(rule.second.substr(1)));
        for (int n = first; n <= last; ++n)
            out.insert(std::string(1, rule.first[0]) + static_cast<char>('0' + n / 10)
                       + static_cast<char>('0' + n % 10));
    }
    return out;
}

} // namespace

std::string_view wordsFor(Topic topic) {
    switch (topic) {
#define TOPIC(name, words)                                                                         \
    case Topic::name:                                                                              \
        return words;
#define ICD(topic, first, last)
#define CODE(topic, system, code)
#define WORD(topic, word)
#include "chart/topic_rules.def"
#undef TOPIC
#undef ICD
#undef CODE
#undef WORD
    }
    return {};
}

bool isAbout(const Record &record, Topic topic) {
    if (record.kind == Kind::Person) return false;
    std::vector<Known> codes;
    for (const Coding &coding : record.codes)
        codes.push_back({systemName(coding.system), coding.code});
    const std::string text = lowerCase(record.title + "\n" + record.searchText);
    return std::ranges::any_of(
        rules, [&](const Rule &rule) { return rule.topic == topic && fits(rule, codes, text); });
}

Result<std::vector<RecordId>> recordsAbout(Vault &vault, Topic topic) {
    std::set<std::int64_t> seen;
    std::vector<std::pair<std::int64_t, RecordId>> found; // cursor: newest first is the greatest
    for (const std::string &search : searchesFor(topic)) {
        Filter filter;
        filter.text = search;
        APRICOT_TRY(eachRecord(vault, filter, [&](const RecordRow &row) -> Result<bool> {
            if (!seen.insert(row.cursor).second) return true;
            APRICOT_TRY_ASSIGN(record, vault.record(row.id));
            if (isAbout(record, topic)) found.emplace_back(row.cursor, row.id);
            return true;
        }));
    }
    std::ranges::sort(found, std::greater{}, [](const auto &one) { return one.first; });
    std::vector<RecordId> out;
    out.reserve(found.size());
    for (const auto &[cursor, id] : found) out.push_back(id);
    return out;
}

} // namespace apricot
