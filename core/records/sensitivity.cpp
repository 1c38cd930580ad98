// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/sensitivity.h"

#include "records/coded_words.h"

#include <algorithm>

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
        for (const Rule &rule : rules) out.push_back(lowerCase(rule.text));
        return out;
    }();
    const std::string text = lowerCase(facts.text);
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
