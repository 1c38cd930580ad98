// SPDX-License-Identifier: GPL-3.0-or-later
// One file judged in a process of its own, so that a crash or a hang is a verdict like others.
#pragma once

#include "conformance/family.h"

#include <functional>

namespace apricot::conformance {

struct TrialLimits {
    int seconds = 10;
    std::uint64_t memoryBytes = 2ULL << 30U; // address space; not under a sanitizer
};

// Crash names the signal; Hang after the limit of time. A judge that throws has crashed.
[[nodiscard]] Verdict tryInChild(const std::function<Verdict()> &judge, TrialLimits limits);

} // namespace apricot::conformance
