// SPDX-License-Identifier: GPL-3.0-or-later
// What FHIR's data types say to a person, read off them (R4 datatypes.html).
#pragma once

#include "records/json_tree.h"

namespace apricot::fhir {

// Of a CodeableConcept, a Coding, a plain text, or the first of several: its text, else what its
// codes are called, else a code. Empty: it says nothing.
[[nodiscard]] std::string conceptText(JsonTree::Value concept_);
// Of a HumanName, a plain text, or the first of several that says something: "Lin Guifang",
// "林桂芳". Empty: none.
[[nodiscard]] std::string humanName(JsonTree::Value name);
// Whether meta.tag of the resource has it.
[[nodiscard]] bool hasTag(JsonTree::Value resource, std::string_view system, std::string_view code);

} // namespace apricot::fhir
