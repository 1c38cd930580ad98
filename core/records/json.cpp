// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/json.h"

#include "records/json_tree.h"

#include <simdjson.h>

#include <algorithm>

namespace apricot {

namespace {

constexpr std::size_t parserKept = 1U << 20U; // bytes of text that a parser is kept for

// At least as many as there are, counted without parsing: right for every text that is JSON.
std::size_t valuesIn(std::string_view text) {
    std::size_t out = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            for (++i; i < text.size() && text[i] != '"'; ++i)
                if (text[i] == '\\') ++i;
        } else if (c == '{' || c == '[' || c == ',') {
            ++out;
        }
    }
    return out;
}

} // namespace

Result<std::size_t> checkJson(ByteView text) {
    if (!simdjson::validate_utf8(textOf(text))) return fail(ErrorCode::TextNotUtf8);
    const std::size_t values = valuesIn(textOf(text));
    if (values > jsonValueLimit)
        return fail(ErrorCode::JsonTooLarge, std::to_string(values) + " values");
    thread_local simdjson::dom::parser kept;
    simdjson::dom::parser large; // its memory goes with it
    simdjson::dom::parser &parser = text.size() > parserKept ? large : kept;
    auto error = simdjson::SUCCESS;
    if (parser.max_depth() != jsonDepthLimit || parser.capacity() < text.size())
        error = parser.allocate(std::max<std::size_t>(text.size(), 65536), jsonDepthLimit);
    if (!error) error = parser.parse(text.data(), text.size(), true).error();
    if (error == simdjson::DEPTH_ERROR) return fail(ErrorCode::JsonTooDeep);
    if (error) return fail(ErrorCode::JsonMalformed, simdjson::error_message(error));
    return values;
}

namespace {

void putUtf8(std::string &to, std::uint32_t c) {
    const auto byte = [&to](std::uint32_t b) { to.push_back(static_cast<char>(b)); };
    if (c < 0x80) return byte(c);
    if (c < 0x800) {
        byte(0xC0 | (c >> 6U));
    } else {
        if (c < 0x10000) {
            byte(0xE0 | (c >> 12U));
        } else {
            byte(0xF0 | (c >> 18U));
            byte(0x80 | ((c >> 12U) & 0x3FU));
        }
        byte(0x80 | ((c >> 6U) & 0x3FU));
    }
    byte(0x80 | (c & 0x3FU));
}

std::uint32_t hex4(std::string_view s) {
    std::uint32_t out = 0;
    for (const char c : s.substr(0, 4))
        out = out * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    return out;
}

std::string unescaped(std::string_view s) {
    std::string out;
    out.reserve(s.size());
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] != '\\' || i + 1 >= s.size()) {
            out.push_back(s[i]);
            continue;
        }
        const char c = s[++i];
        if (c == 'u') {
            std::uint32_t code = hex4(s.substr(std::min(i + 1, s.size())));
            i += 4;
            if (code >= 0xD800 && code < 0xDC00 && i + 6 < s.size() && s[i + 1] == '\\') {
                code = 0x10000 + ((code - 0xD800) << 10U) + (hex4(s.substr(i + 3)) - 0xDC00);
                i += 6;
            }
            putUtf8(out, code);
        } else {
            constexpr std::string_view from = "bfnrt", to = "\b\f\n\r\t";
            const auto at = from.find(c);
            out.push_back(at == from.npos ? c : to[at]);
        }
    }
    return out;
}

bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// Where the quote stands that ends the text begun before `from`.
std::size_t endOfText(std::string_view json, std::size_t from) {
    for (;;) {
        from = nextMark(json, from);
        if (from >= json.size() || json[from] == '"') return from;
        from += 2;
    }
}

// Few are compared with each other: most differ in size already.
bool anyTwice(std::vector<std::string_view> &keys) {
    if (keys.size() <= 16) {
        for (std::size_t i = 0; i < keys.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (keys[i] == keys[j]) return true;
        return false;
    }
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
}

} // namespace

Result<JsonTree> JsonTree::of(std::string_view text, std::size_t most) {
    JsonTree tree;
    tree.m_text = text;
    auto &nodes = tree.m_nodes;
    // Once and for all: growing would hold them twice. Texts that were checked have no more.
    nodes.reserve(std::min(most > 0 ? most : valuesIn(text), jsonValueLimit));
    struct Open {
        std::size_t node, last;
    };
    std::vector<Open> open;
    std::vector<std::string_view> keys;
    std::string_view key;
    bool haveKey = false;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (isSpace(c) || c == ',' || c == ':') {
            ++i;
            continue;
        }
        if (c == '}' || c == ']') {
            if (open.empty()) break;
            const std::size_t node = open.back().node;
            nodes[node].end = ++i;
            open.pop_back();
            if (c == ']') continue;
            keys.clear();
            for (std::size_t n = nodes[node].child; n != 0; n = nodes[n].next)
                keys.push_back(nodes[n].key);
            if (anyTwice(keys))
                return fail(ErrorCode::JsonDuplicateKey,
                            "at byte " + std::to_string(nodes[node].start));
            continue;
        }
        std::size_t end = i + 1;
        if (c == '"') {
            while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
            end = std::min(end + 1, text.size());
            if (!haveKey && !open.empty() && text[nodes[open.back().node].start] == '{') {
                key = text.substr(i + 1, end - i - 2);
                if (key.find('\\') != key.npos)
                    key = tree.m_unescaped.emplace_front(unescaped(key));
                haveKey = true;
                i = end;
                continue;
            }
        } else if (c != '{' && c != '[') {
            while (end < text.size() && !isSpace(text[end]) && text[end] != ',' && text[end] != '}'
                   && text[end] != ']')
                ++end;
        }
        const std::size_t index = nodes.size();
        nodes.push_back({i, end, 0, 0, haveKey ? key : std::string_view()});
        haveKey = false;
        if (!open.empty()) {
            Open &parent = open.back();
            (parent.last == 0 ? nodes[parent.node].child : nodes[parent.last].next) = index;
            parent.last = index;
        }
        if (c == '{' || c == '[') {
            open.push_back({index, 0});
            ++i;
        } else {
            i = end;
        }
    }
    if (nodes.empty()) nodes.emplace_back();
    return tree;
}

std::size_t nextMark(std::string_view json, std::size_t from) {
    while (from < json.size() && json[from] != '"' && json[from] != '\\') ++from;
    return from;
}

void findMembers(std::string_view object, std::span<JsonMember> wanted) {
    int depth = 0;
    std::size_t start = 0; // of the member's value, while it is a wanted one
    JsonMember *member = nullptr;
    bool isKey = false;
    const auto close = [&](std::size_t end) {
        if (!member) return;
        while (end > start && isSpace(object[end - 1])) --end;
        while (start < end && isSpace(object[start])) ++start;
        member->value = object.substr(start, end - start);
        member = nullptr;
    };
    for (std::size_t i = 0; i < object.size(); ++i) {
        const char c = object[i];
        if (c == '"') {
            const std::size_t from = i + 1;
            i = endOfText(object, from);
            if (depth == 1 && isKey) {
                for (JsonMember &m : wanted)
                    if (object.substr(from, i - from) == m.key) member = &m;
                if (member) ++member->count;
                isKey = false;
            }
        } else if (c == '{' || c == '[') {
            isKey = ++depth == 1;
        } else if (c == '}' || c == ']') {
            if (--depth == 0) close(i);
        } else if (depth == 1 && c == ',') {
            close(i);
            isKey = true;
        } else if (depth == 1 && c == ':') {
            start = i + 1;
        }
    }
}

std::string_view unquoted(std::string_view raw) {
    return raw.size() >= 2 && raw.front() == '"' ? raw.substr(1, raw.size() - 2)
                                                 : std::string_view();
}

char JsonTree::Value::type() const {
    return m_tree && !raw().empty() ? raw().front() : '\0';
}
std::string_view JsonTree::Value::raw() const {
    return m_tree ? m_tree->m_text.substr(node().start, node().end - node().start)
                  : std::string_view();
}
std::string JsonTree::Value::text() const {
    const char t = type();
    if (t == '"') return unescaped(raw().substr(1, raw().size() - 2));
    if (t == '{' || t == '[' || t == 'n') return {};
    return std::string(raw());
}
JsonTree::Value JsonTree::Value::first() const {
    return m_tree && node().child != 0 ? Value(m_tree, node().child) : Value();
}
JsonTree::Value JsonTree::Value::next() const {
    return m_tree && node().next != 0 ? Value(m_tree, node().next) : Value();
}
JsonTree::Value JsonTree::Value::operator[](std::string_view key) const {
    if (type() != '{') return {};
    for (Value v = first(); v; v = v.next())
        if (v.key() == key) return v;
    return {};
}

std::string indented(std::string_view json) {
    std::string out;
    std::size_t depth = 0;
    bool text = false;
    const auto line = [&] {
        out += '\n';
        out.append(2 * depth, ' ');
    };
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (text) {
            out += c;
            if (c == '\\' && i + 1 < json.size()) out += json[++i];
            if (c == '"') text = false;
            continue;
        }
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
        if (c == '{' || c == '[') {
            out += c;
            const auto next = json.find_first_not_of(" \n\r\t", i + 1);
            if (next != json.npos && (json[next] == '}' || json[next] == ']')) {
                out += json[next]; // nothing in it
                i = next;
                continue;
            }
            ++depth;
            line();
        } else if (c == '}' || c == ']') {
            depth -= depth > 0;
            line();
            out += c;
        } else if (c == ',') {
            out += c;
            line();
        } else {
            out += c == ':' ? std::string(": ") : std::string(1, c);
            text = c == '"';
        }
    }
    return out;
}

} // namespace apricot
