// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the index and for a query. Latin and other alphabetic words are folded (compatibility
// forms, case, accents); a run of Chinese or Japanese characters gives every one, two and three
// characters that stand together, because such text has no spaces and a word may be one character
// (SQLite's unicode61 sees a run as one word; trigram finds nothing shorter than three).
//
// Filters are words too ("_k3" kind 3, "_l1" level 1, "_p..." person): text never gives a word with
// an underscore, and the index then answers kind, level and words together, newest first.
#pragma once

#include "records/record.h"

#include <unordered_map>

namespace apricot {

// Lines met before, with their words: records of one file say the same things again and again.
class WordMemory {
  public:
    void nextRecord(); // also keeps the memory bounded
    // Adds those of the line's words that this record does not have yet, separated by spaces.
    void addWords(std::string_view line, std::string &to);
    void addWord(std::string_view word, std::string &to);

  private:
    using Words =
        std::unordered_map<std::string, std::uint64_t>; // with the last record that had it
    struct Line {
        std::vector<Words::pointer> words;
        std::uint64_t record = 0; // the last one that had it
    };
    Words::pointer known(std::string word);
    void add(Words::reference word, std::string &to) const;

    Words m_words;
    std::unordered_map<std::string, Line> m_lines;
    std::size_t m_bytes = 0;
    std::uint64_t m_record = 0;
};

// The distinct words of a record, separated by spaces.
[[nodiscard]] std::string wordsOf(const Record &record, std::uint8_t level, WordMemory &memory);

struct TextFilter {
    std::uint16_t kinds = 0; // bit (Kind - 1); 0 = all
    std::uint8_t maxLevel = 5;
    std::string text, person;
};
// An FTS5 query (sqlite.org/fts5.html section 3), or nothing when it would not filter. A Latin word
// of 3 to 12 letters also finds longer words that begin with it.
[[nodiscard]] std::optional<std::string> ftsQuery(const TextFilter &filter);

} // namespace apricot
