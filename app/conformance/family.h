// SPDX-License-Identifier: GPL-3.0-or-later
// A family of outside files, and how one of them is judged.
#pragma once

#include "base/bytes.h"

#include <filesystem>
#include <optional>
#include <span>

namespace apricot::conformance {

enum class Kind : std::uint8_t {
    Ok,      // taken, as it should be
    Refused, // with a reason, as it may be
    Wrong,   // taken or refused against what the file says of itself, or not given back the same
    Crash,
    Hang
};
struct Verdict {
    Kind kind = Kind::Ok;
    std::string reason;
};

struct Family {
    const char *name;
    const char *help;
    // Whether a file is an input at all (expected results beside the inputs are not).
    bool (*concerns)(const std::filesystem::path &file);
    Verdict (*judge)(const std::filesystem::path &file, ByteView content);
};

[[nodiscard]] std::span<const Family> families();

extern const Family fhirFamily, jsonFamily, coseFamily, qrFamily, lightClientFamily,
    headerHashFamily, rpcFamily, ics23Family;

} // namespace apricot::conformance
