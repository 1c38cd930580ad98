// SPDX-License-Identifier: GPL-3.0-or-later
// FHIR resources in the making, as JSON text: numbers keep the digits they were written with.
#pragma once

#include <string>
#include <string_view>

namespace apricot::fhir {

inline constexpr std::string_view loinc = "http://loinc.org";
inline constexpr std::string_view ucum = "http://unitsofmeasure.org";
inline constexpr std::string_view observationCategory =
    "http://terminology.hl7.org/CodeSystem/observation-category";

// A JSON string (RFC 8259 section 7) of valid UTF-8.
[[nodiscard]] std::string jsonString(std::string_view text);

// A JSON object in the making; empty texts are left out, as FHIR wants.
class Object {
  public:
    Object &raw(std::string_view name, const std::string &json);
    Object &text(std::string_view name, std::string_view value);
    [[nodiscard]] std::string done() const { return m_out.empty() ? "{}" : m_out + "}"; }

  private:
    std::string m_out;
};

[[nodiscard]] std::string listOf(const std::string &json);
// CodeableConcepts: of words alone, and of a code.
[[nodiscard]] std::string conceptOf(std::string_view text);
[[nodiscard]] std::string coded(std::string_view system, std::string_view code,
                                std::string_view display, std::string_view text = {});
[[nodiscard]] std::string reference(std::string_view to, std::string_view display = {});

} // namespace apricot::fhir
