// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/sensitivity.h"

#include <algorithm>
#include <cctype>

namespace apricot {

namespace {

struct Rule {
    enum class Of : std::uint8_t { Label, Code, Word } of;
    std::string_view system, text;
    std::uint8_t level;
};
constexpr Rule rules[] = {
#define LABEL(code, level) {Rule::Of::Label, "", code, level},
#define CODE(system, prefix, level) {Rule::Of::Code, system, prefix, level},
#define WORD(word, level) {Rule::Of::Word, "", word, level},
#include "records/sensitivity_rules.def"
#undef LABEL
#undef CODE
#undef WORD
};

std::string lower(std::string_view s) {
    std::string out(s);
    for (char &c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

// What the systems are also called: ATC and ICD-10 go by OIDs as well.
std::string systemName(std::string_view system) {
    std::string name = lower(system);
    if (name.find("whocc.no") != name.npos || name.find("2.16.840.1.113883.6.73") != name.npos)
        name += " atc";
    if (name.find("2.16.840.1.113883.6.3") != name.npos
        || name.find("2.16.840.1.113883.6.90") != name.npos)
        name += " icd-10";
    return name;
}

bool isLetter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 && c >= 0;
}

bool says(std::string_view text, std::string_view word) {
    const bool chinese = word.front() < 0;
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if (chinese
            || ((at == 0 || !isLetter(text[at - 1]))
                && (end == text.size() || !isLetter(text[end]))))
            return true;
    }
    return false;
}

} // namespace

std::uint8_t routineLevel(Kind kind) {
    switch (kind) {
    case Kind::Immunisation:
        return 1;
    case Kind::VitalSign:
    case Kind::Allergy:
    case Kind::Other:
        return 2;
    default:
        return 3;
    }
}

std::uint8_t sensitivityOf(const SensitivityFacts &facts) {
    std::uint8_t level = routineLevel(facts.kind);
    static const std::vector<std::string> words = [] {
        std::vector<std::string> out;
        for (const Rule &rule : rules) out.push_back(lower(rule.text));
        return out;
    }();
    const std::string text = lower(facts.text);
    std::vector<std::string> systems;
    for (const Coding &coding : facts.codes) systems.push_back(systemName(coding.system));
    for (std::size_t r = 0; r < std::size(rules); ++r) {
        const Rule &rule = rules[r];
        if (rule.level <= level) continue;
        bool match = false;
        if (rule.of == Rule::Of::Label) {
            match = std::any_of(facts.labels.begin(), facts.labels.end(),
                                [&](const Coding &label) { return label.code == rule.text; });
        } else if (rule.of == Rule::Of::Code) {
            for (std::size_t i = 0; i < systems.size() && !match; ++i)
                match = systems[i].find(rule.system) != std::string::npos
                        && facts.codes[i].code.starts_with(rule.text);
        } else {
            match = says(text, words[r]);
        }
        if (match) level = rule.level;
    }
    return level;
}

} // namespace apricot
