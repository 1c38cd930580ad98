// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is read without a rejection is written again byte for byte.
#include "crypto/hash.h"
#include "formats/file_shell.h"
#include "formats/reader.h"

#include <cstdlib>
#include <map>

using namespace apricot;

namespace {

struct Sink final : RecordSink {
    std::map<Digest, std::string> originals;
    Result<> take(Record &&record, const Origin &) override {
        std::string json = originalJson(record);
        originals[contentHash(record)] = std::move(json);
        return {};
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const ByteView input(data, size);
    if (size >= 2 && data[0] == 0x1f && data[1] == 0x8b) return 0; // packed: not the same bytes
    Sink sink;
    const auto source = openMemory(input);
    const auto result = readRecords(*source, sink);
    if (!result.ok()) return 0;
    const auto lookup = [&sink](const RecordId &, const Digest &digest) {
        return Result<std::string>(sink.originals[digest]);
    };
    const auto back = rebuild(result->shell, lookup);
    if (!back.ok() || *back != textOf(input)) std::abort();
    return 0;
}
