// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/search_text.h"

#include <QString>

#include <algorithm>
#include <array>

namespace apricot {
namespace {

constexpr std::size_t gram = 3;         // the longest run of characters indexed as one word
constexpr std::size_t longestWord = 64; // bytes; what is longer is cut, here and in a query
constexpr std::size_t mostRemembered = 16U << 20U;   // bytes, of a WordMemory
constexpr std::size_t mostQueryWords = 32;           // a pasted page is no query
constexpr std::size_t prefixFrom = 3, prefixTo = 12; // letters

// Scripts written without spaces.
bool isRunTogether(char32_t c) {
    return (c >= 0x3400 && c <= 0x9fff) || (c >= 0x3005 && c <= 0x3007)
           || (c >= 0x3040 && c <= 0x30ff) || (c >= 0x2e80 && c <= 0x2fdf)
           || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

// One word, or one run of characters written together.
struct Piece {
    std::string text;
    bool runTogether;
};

std::string utf8Of(const QString &text) {
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

bool isAsciiWord(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void splitAscii(std::string_view text, std::vector<Piece> &out) {
    std::string word;
    for (const char c : text) {
        if (isAsciiWord(static_cast<unsigned char>(c))) {
            word += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        } else if (!word.empty()) {
            out.push_back({std::move(word), false});
            word.clear();
        }
    }
    if (!word.empty()) out.push_back({std::move(word), false});
}

// NFKD takes full-width letters to plain ones and accents off their letters.
void splitUnicode(std::string_view text, std::vector<Piece> &out) {
    const QString folded = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                               .normalized(QString::NormalizationForm_KD)
                               .toCaseFolded();
    QString piece;
    bool together = false;
    const auto end = [&] {
        if (!piece.isEmpty()) out.push_back({utf8Of(piece), together});
        piece.clear();
    };
    for (qsizetype i = 0; i < folded.size(); ++i) {
        char32_t c = folded[i].unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < folded.size() && folded[i + 1].isLowSurrogate()) {
            ++i;
            c = QChar::surrogateToUcs4(folded[i - 1], folded[i]);
        }
        if (QChar::isMark(c)) continue;
        if (!QChar::isLetterOrNumber(c)) {
            end();
            continue;
        }
        if (isRunTogether(c) != together) end();
        together = isRunTogether(c);
        piece += QChar::fromUcs4(c);
    }
    end();
}

std::vector<Piece> piecesOf(std::string_view text) {
    std::vector<Piece> out;
    const bool ascii = std::none_of(text.begin(), text.end(),
                                    [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (ascii)
        splitAscii(text, out);
    else
        splitUnicode(text, out);
    return out;
}

// Where each character begins, and the end.
std::vector<std::size_t> bounds(std::string_view text) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xc0U) != 0x80) out.push_back(i);
    out.push_back(text.size());
    return out;
}

std::string_view cut(std::string_view word) {
    if (word.size() <= longestWord) return word;
    std::size_t end = longestWord;
    while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xc0U) == 0x80) --end;
    return word.substr(0, end);
}

void wordsIn(std::string_view text, std::vector<std::string> &out) {
    for (Piece &piece : piecesOf(text)) {
        if (!piece.runTogether) {
            const std::string_view word = cut(piece.text);
            out.emplace_back(word);
            // Beginnings are words of their own: FTS5 would gather all rows of all longer words
            // before the first could be shown.
            const auto ends = bounds(word);
            for (std::size_t n = prefixFrom; n <= prefixTo && n + 1 < ends.size(); ++n)
                out.emplace_back(word.substr(0, ends[n]));
            continue;
        }
        const auto at = bounds(piece.text);
        for (std::size_t i = 0; i + 1 < at.size(); ++i)
            for (std::size_t n = 1; n <= gram && i + n < at.size(); ++n)
                out.push_back(piece.text.substr(at[i], at[i + n] - at[i]));
    }
}

std::string kindWord(unsigned kind) {
    return "_k" + std::to_string(kind);
}
std::string levelWord(unsigned level) {
    return "_l" + std::to_string(level);
}
std::string personWord(std::string_view person) {
    return "_p" + toHex(viewOf(person));
}

// Words never hold a quote, but a string in quotes is never read as an operator.
std::string quotedWord(std::string_view word) {
    return '"' + std::string(word) + '"';
}

std::string anyOf(const std::vector<std::string> &words) {
    std::string out = "(";
    for (const std::string &word : words) out += (out.size() > 1 ? " OR " : "") + quotedWord(word);
    return out + ")";
}

} // namespace

void WordMemory::nextRecord() {
    ++m_record;
    if (m_bytes <= mostRemembered) return;
    m_lines.clear();
    m_words.clear();
    m_bytes = 0;
}

WordMemory::Words::pointer WordMemory::known(std::string word) {
    const auto [at, fresh] = m_words.try_emplace(std::move(word), 0);
    if (fresh) m_bytes += at->first.size() + sizeof(Words::value_type);
    return &*at;
}

void WordMemory::add(Words::reference word, std::string &to) const {
    if (std::exchange(word.second, m_record) == m_record) return;
    if (!to.empty()) to += ' ';
    to += word.first;
}

void WordMemory::addWords(std::string_view line, std::string &to) {
    const auto [at, fresh] = m_lines.try_emplace(std::string(line));
    Line &found = at->second;
    if (fresh) {
        std::vector<std::string> words;
        wordsIn(line, words);
        for (std::string &word : words) found.words.push_back(known(std::move(word)));
        m_bytes += line.size() + found.words.size() * sizeof(Words::pointer);
    }
    if (std::exchange(found.record, m_record) == m_record) return;
    for (const auto word : found.words) add(*word, to);
}

void WordMemory::addWord(std::string_view word, std::string &to) {
    add(*known(std::string(word)), to);
}

std::string wordsOf(const Record &record, std::uint8_t level, WordMemory &memory) {
    memory.nextRecord();
    std::string out;
    const auto add = [&](std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            memory.addWords(text.substr(0, end), out);
            text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        }
    };
    for (const std::string *text : {&record.searchText, &record.title, &record.value, &record.unit,
                                    &record.performer, &record.date.text})
        add(*text);
    for (const Coding &coding : record.codes) {
        add(coding.code);
        add(coding.display);
    }
    memory.addWord(kindWord(static_cast<unsigned>(record.kind)), out);
    memory.addWord(levelWord(level), out);
    if (!record.person.empty()) memory.addWord(personWord(record.person), out);
    return out;
}

std::optional<std::string> ftsQuery(const TextFilter &filter) {
    std::vector<std::string> terms;
    for (const Piece &piece : piecesOf(filter.text)) {
        if (!piece.runTogether) {
            terms.push_back(quotedWord(cut(piece.text)));
            continue;
        }
        const auto at = bounds(piece.text);
        const std::size_t count = at.size() - 1;
        for (std::size_t i = 0; i == 0 || i + gram <= count; ++i)
            terms.push_back(quotedWord(
                std::string_view(piece.text).substr(at[i], at[std::min(i + gram, count)] - at[i])));
    }
    if (terms.size() > mostQueryWords) terms.resize(mostQueryWords);
    // Text without a single word (punctuation) finds nothing rather than everything.
    if (terms.empty() && !filter.text.empty()
        && filter.text.find_first_not_of(" \t\r\n") != std::string::npos)
        terms.push_back(quotedWord("_none"));

    if ((filter.kinds & allKinds) != 0 && (filter.kinds & allKinds) != allKinds) {
        std::vector<std::string> kinds;
        for (unsigned kind = 1; kind <= kindCount; ++kind)
            if ((filter.kinds >> (kind - 1) & 1U) != 0) kinds.push_back(kindWord(kind));
        terms.push_back(anyOf(kinds));
    }
    if (filter.maxLevel < 5) {
        std::vector<std::string> levels;
        for (unsigned level = 0; level <= filter.maxLevel; ++level)
            levels.push_back(levelWord(level));
        terms.push_back(anyOf(levels));
    }
    if (!filter.person.empty()) terms.push_back(quotedWord(personWord(filter.person)));
    if (terms.empty()) return std::nullopt;
    std::string out;
    for (const std::string &term : terms) {
        if (!out.empty()) out += " AND ";
        out += term;
    }
    return out;
}

} // namespace apricot
