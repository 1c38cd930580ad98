// SPDX-License-Identifier: GPL-3.0-or-later
// Error codes: every failure has one code, one place that raises it, and one remedy.
// The codes stand in errors/*.def, a file a library. packaging/lint/error_codes.py fails when a
// code is raised in two places, in none, or by another library than its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace apricot {

enum class ErrorCode : std::uint16_t {
    None = 0,
#ifndef Q_MOC_RUN // moc cannot read an #include inside an enum
#define APRICOT_ERROR(name, number, what, remedy) name = number,
#include "base/errors/all.def"
#undef APRICOT_ERROR
#endif
};

struct Error {
    ErrorCode code = ErrorCode::None;
    std::string where;  // "file.cpp:line" of the place that raised it
    std::string detail; // facts for a log or a bug report; never a secret, never a record's content
};

// "GrantExpired".
[[nodiscard]] std::string_view nameOf(ErrorCode code);
// What happened and what the user can do, in English; the translation context is "Error".
[[nodiscard]] std::string_view whatHappened(ErrorCode code);
[[nodiscard]] std::string_view remedyFor(ErrorCode code);
// The code with that name, or ErrorCode::None.
[[nodiscard]] ErrorCode codeNamed(std::string_view name);

// Raises a code: `return fail(ErrorCode::GrantExpired, "now 12, expiry 10");`
[[nodiscard]] Error fail(ErrorCode code, std::string detail = {},
                         const char *file = __builtin_FILE(), int line = __builtin_LINE());

} // namespace apricot
