// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/fhir/writing.h"

namespace apricot::fhir {

std::string jsonString(std::string_view text) {
    static constexpr std::string_view hex = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += c == '\n' ? std::string("\\n")
                             : std::string("\\u00") + hex[byte >> 4U] + hex[byte & 15U];
        } else {
            out += c;
        }
    }
    return out + "\"";
}

Object &Object::raw(std::string_view name, const std::string &json) {
    m_out += (m_out.empty() ? "{" : ",") + jsonString(name) + ":" + json;
    return *this;
}

Object &Object::text(std::string_view name, std::string_view value) {
    return value.empty() ? *this : raw(name, jsonString(value));
}

std::string listOf(const std::string &json) {
    return "[" + json + "]";
}

std::string conceptOf(std::string_view text) {
    return Object().text("text", text).done();
}

std::string coded(std::string_view system, std::string_view code, std::string_view display,
                  std::string_view text) {
    const std::string coding =
        Object().text("system", system).text("code", code).text("display", display).done();
    return Object().raw("coding", listOf(coding)).text("text", text).done();
}

std::string reference(std::string_view to, std::string_view display) {
    return Object().text("reference", to).text("display", display).done();
}

} // namespace apricot::fhir
