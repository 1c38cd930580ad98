// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever CometBFT, or somebody in its place, asks of the application, in whatever order: it
// answers, and its state is a whole block. The bytes are requests with a length byte before each.
#include "comet/abci.pb.h"
#include "comet/application.h"
#include "crypto/crypto.h"

#include <cstdlib>
#include <unistd.h>

using namespace apricot;
using namespace apricot::comet;

namespace {

// A folder that goes when the process ends.
struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path()
                                 / ("apricot-fuzz-abci-" + std::to_string(::getpid()));
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    static const FixedClock clock(1'800'000'000);
    static const Folder folder;
    static const std::unique_ptr<Application> application = [] {
        ApplicationOptions options;
        options.folder = folder.path;
        options.store.firstMapSize = 1U << 26U;
        options.snapshotEvery = 0;
        auto opened = Application::open(options, clock);
        if (!opened) std::abort();
        return std::move(*opened);
    }();
    if (!started) std::abort();
    ByteView rest(data, size);
    while (rest.size() > 1) {
        const std::size_t length = std::min<std::size_t>(rest[0], rest.size() - 1);
        wire::Request request;
        if (request.ParseFromArray(rest.data() + 1, static_cast<int>(length))) {
            const Height before = application->committed().height;
            const wire::Response response = application->answer(request);
            if (response.value_case() == wire::Response::VALUE_NOT_SET) std::abort();
            if (application->committed().height != before && !response.has_commit()
                && !response.has_apply_snapshot_chunk())
                std::abort();
        }
        rest = rest.subspan(1 + length);
    }
    return 0;
}
