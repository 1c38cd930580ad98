// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer in ordinary builds: runs a fuzz target over every file of its corpus and
// over mutations of them, the same ones every time.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using Input = std::vector<std::uint8_t>;

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
    std::vector<Input> corpus = {{}};
    if (argc > 1 && std::filesystem::is_directory(argv[1])) {
        std::vector<std::filesystem::path> files;
        for (const auto &entry : std::filesystem::directory_iterator(argv[1]))
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
    for (const Input &input : corpus) LLVMFuzzerTestOneInput(input.data(), input.size());
    for (int i = 0; i < rounds; ++i) {
        const Input input = mutated(corpus[random() % corpus.size()], random);
        LLVMFuzzerTestOneInput(input.data(), input.size());
    }
    std::printf("%zu files and %d mutations: no crash\n", corpus.size() - 1, rounds);
    return 0;
}
