// SPDX-License-Identifier: GPL-3.0-or-later
// A valid JSON text (checkJson) as a flat tree that knows where each value stands in the text:
// decimals keep their digits, attachments can be cut out.
#pragma once

#include "base/result.h"

#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

namespace apricot {

class JsonTree {
  public:
    struct Node {
        std::size_t start = 0, end = 0;  // the raw value, strings with their quotes
        std::size_t next = 0, child = 0; // 0: none (node 0 is the root)
        std::string_view key;            // unescaped; empty in arrays
    };
    // JsonDuplicateKey. The tree looks into `text`, which must outlive it. `most`: how many values
    // it may hold, where that is known (checkJson).
    [[nodiscard]] static Result<JsonTree> of(std::string_view text, std::size_t most = 0);

    class Value {
      public:
        Value() = default;
        Value(const JsonTree *tree, std::size_t node) : m_tree(tree), m_node(node) {}
        explicit operator bool() const { return m_tree != nullptr; }
        [[nodiscard]] char type() const; // first character of the raw text; 0 when absent
        [[nodiscard]] std::string_view raw() const;
        [[nodiscard]] std::size_t start() const { return node().start; }
        [[nodiscard]] std::string_view key() const { return node().key; }
        [[nodiscard]] std::string text() const; // a string unescaped; a number as written
        [[nodiscard]] Value operator[](std::string_view key) const;
        [[nodiscard]] Value first() const; // child
        [[nodiscard]] Value next() const;  // sibling

      private:
        [[nodiscard]] const Node &node() const { return m_tree->m_nodes[m_node]; }
        const JsonTree *m_tree = nullptr;
        std::size_t m_node = 0;
    };
    [[nodiscard]] Value root() const { return {this, 0}; }

  private:
    std::string_view m_text;
    std::vector<Node> m_nodes;
    std::forward_list<std::string> m_unescaped; // keys that are written with escapes
};

} // namespace apricot
