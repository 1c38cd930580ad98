// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/fhir/words.h"

namespace apricot::fhir {

using Value = JsonTree::Value;

std::string conceptText(Value c) {
    if (c.type() == '[') c = c.first();
    if (c.type() == '"') return c.text();
    if (auto t = c["text"].text(); !t.empty()) return t;
    if (auto t = c["display"].text(); !t.empty()) return t;
    for (Value k = c["coding"].first(); k; k = k.next())
        if (auto t = k["display"].text(); !t.empty()) return t;
    if (auto t = c["code"].text(); !t.empty()) return t;
    return c["coding"].first()["code"].text();
}

std::string humanName(Value name) {
    if (name.type() == '[') {
        for (Value one = name.first(); one; one = one.next())
            if (auto out = humanName(one); !out.empty()) return out;
        return {};
    }
    if (auto text = name.type() == '"' ? name.text() : name["text"].text(); !text.empty())
        return text;
    const std::string family = name["family"].text();
    std::string given;
    for (Value g = name["given"].first(); g; g = g.next())
        given += (given.empty() ? "" : " ") + g.text();
    const bool chinese = !family.empty() && family[0] < 0;
    if (chinese) return family + given;
    return given + (given.empty() || family.empty() ? "" : " ") + family;
}

bool hasTag(Value resource, std::string_view system, std::string_view code) {
    for (Value tag = resource["meta"]["tag"].first(); tag; tag = tag.next())
        if (tag["system"].text() == system && tag["code"].text() == code) return true;
    return false;
}

} // namespace apricot::fhir
