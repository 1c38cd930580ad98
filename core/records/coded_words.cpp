// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/coded_words.h"

#include <array>
#include <utility>

namespace apricot {
namespace {

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

} // namespace

std::string lowerCase(std::string_view text) {
    std::string out(text);
    for (char &c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

std::string systemName(std::string_view system) {
    // HL7's OIDs of code systems begin alike.
    static constexpr std::string_view hl7 = "2.16.840.1.113883.6.";
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> numbered = {{
        {"1", "loinc.org"},
        {"3", "icd-10"},
        {"73", "atc"},
        {"90", "icd-10"},
        {"96", "snomed.info"},
    }};
    std::string name = lowerCase(system);
    if (const auto at = name.find(hl7); at != std::string::npos) {
        const std::string number = name.substr(at + hl7.size());
        for (const auto &[of, known] : numbered)
            if (number == of) name += ' ' + std::string(known);
    }
    if (name.find("whocc.no") != std::string::npos) name += " atc";
    if (name.find("icd10") != std::string::npos) name += " icd-10";
    return name;
}

bool says(std::string_view text, std::string_view word) {
    if (word.empty()) return false;
    const bool chinese = static_cast<unsigned char>(word.front()) >= 0x80;
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if (chinese
            || ((at == 0 || !isLetter(text[at - 1]))
                && (end == text.size() || !isLetter(text[end]))))
            return true;
    }
    return false;
}

} // namespace apricot
