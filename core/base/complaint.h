// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a value, for whoever must mend it; nothing: it is within its limits. A check
// answers with it, and who asks raises the error of its own.
#pragma once

#include <optional>
#include <string>

namespace apricot {

using Complaint = std::optional<std::string>;

} // namespace apricot
