// SPDX-License-Identifier: GPL-3.0-or-later
// A light block that reads is written to the same values; one that verifies against validators that
// signed nothing does not exist. Checkpoints and genesis files are read from the same bytes.
#include "comet/checkpoint.h"
#include "comet/light_client.h"
#include "crypto/crypto.h"

#include <cstdlib>

using namespace apricot;
using namespace apricot::comet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    const std::string_view text = textOf({data, size});
    if (const auto block = readLightBlock(text)) {
        const auto again = readLightBlock(toJson(*block));
        if (!again || toJson(*again) != toJson(*block)) std::abort();
        const Trusted nobody{block->header.chainId, 0, {}, {}, {{VerifyKey{}, 1}}};
        if (verifyStep(nobody, *block, {UnixTime{1} << 50U, 10, {UnixTime{1} << 40U, 0}}).ok())
            std::abort();
        static_cast<void>(trustByHash(*block, block->commit.block.hash).ok());
        static_cast<void>(trustedBy(*block, checkpointOf(*block)).ok());
    }
    if (const auto blocks = readLightBlocks(text)) {
        const auto again = readLightBlocks(toJson(*blocks));
        if (!again || toJson(*again) != toJson(*blocks)) std::abort();
    }
    if (const auto header = readHeader(text)) { // the header's own time and chain as they were
        LightBlock block;
        block.header = *header;
        block.validators = {{VerifyKey{}, 1}};
        const auto again = readLightBlock(toJson(block));
        if (!again || hashOf(again->header) != hashOf(*header)) std::abort();
    }
    static_cast<void>(readGenesis(text).ok());
    if (const auto checkpoint = readCheckpoint(text))
        if (readCheckpoint(toText(*checkpoint)).value() != *checkpoint) std::abort();
    if (const auto time = readTime(text))
        if (readTime(toText(*time)) != time) std::abort();
    return 0;
}
