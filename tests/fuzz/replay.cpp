// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer in ordinary builds: fuzz_replay TARGET [CORPUS] runs a fuzz target over
// every file of its corpus and over mutations of them, the same ones every time. CMake renames each
// target's entry and lists them in targets.inc (apricot_fuzz in tests/CMakeLists.txt).
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string_view>
#include <vector>

#define APRICOT_FUZZ_TARGET(name, entry)                                                           \
    extern "C" int entry(const std::uint8_t *data, std::size_t size);
#include "targets.inc"
#undef APRICOT_FUZZ_TARGET

namespace {

using Input = std::vector<std::uint8_t>;
using Target = int (*)(const std::uint8_t *data, std::size_t size);

Target named(std::string_view wanted) {
#define APRICOT_FUZZ_TARGET(name, entry)                                                           \
    if (wanted == #name) return entry;
#include "targets.inc"
#undef APRICOT_FUZZ_TARGET
    return nullptr;
}

Input mutated(Input input, std::mt19937_64 &random) {
    const std::size_t changes = 1 + random() % 4;
    for (std::size_t i = 0; i < changes; ++i) {
        const std::size_t at = input.empty() ? 0 : random() % input.size();
        const auto where = input.begin() + static_cast<std::ptrdiff_t>(at);
        switch (random() % 5) {
        case 0:
            if (!input.empty()) input[at] = static_cast<std::uint8_t>(random());
            break;
        case 1:
            if (!input.empty()) input[at] ^= static_cast<std::uint8_t>(1U << (random() % 8));
            break;
        case 2:
            input.insert(where, static_cast<std::uint8_t>(random()));
            break;
        case 3:
            if (!input.empty()) input.erase(where);
            break;
        default:
            input.resize(at);
            break;
        }
    }
    return input;
}

} // namespace

int main(int argc, char **argv) {
    const Target target = argc > 1 ? named(argv[1]) : nullptr;
    if (target == nullptr) {
        std::fprintf(stderr, "fuzz_replay: no such target\n");
        return 2;
    }
    std::vector<Input> corpus = {{}};
    if (argc > 2 && std::filesystem::is_directory(argv[2])) {
        std::vector<std::filesystem::path> files;
        for (const auto &entry : std::filesystem::directory_iterator(argv[2]))
            files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto &file : files) {
            std::ifstream in(file, std::ios::binary);
            corpus.emplace_back(std::istreambuf_iterator<char>(in),
                                std::istreambuf_iterator<char>());
        }
    }
    std::mt19937_64 random(20260101); // NOLINT(cert-msc51-cpp): the same inputs every time
    constexpr int rounds = 4000;
    for (const Input &input : corpus) target(input.data(), input.size());
    for (int i = 0; i < rounds; ++i) {
        const Input input = mutated(corpus[random() % corpus.size()], random);
        target(input.data(), input.size());
    }
    std::printf("%zu files and %d mutations: no crash\n", corpus.size() - 1, rounds);
    return 0;
}
