// SPDX-License-Identifier: GPL-3.0-or-later
// Lines as parts of codes, as a camera might read them: what is put together has parts that are put
// together to the same again.
#include "exchange/frames.h"

#include <cstdlib>

using namespace apricot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    FrameCollector collector;
    std::string_view rest = textOf({data, size});
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const auto whole = collector.take(line);
        if (collector.here() > collector.of() || collector.of() > mostFrames) std::abort();
        if (!whole || !*whole) continue;
        const auto frames = framesOf(**whole);
        if (!frames) std::abort();
        const auto again = joinFrames(*frames);
        if (!again || again->front() != **whole) std::abort();
    }
    return 0;
}
