// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/finder_patterns.h"

#include <array>
#include <cmath>
#include <numeric>

namespace apricot {
namespace {

constexpr int blockSide = 8, around = 2; // pixels; blocks on each side

// Above what a pixel is light, block by block: the mean of the blocks around it.
struct Thresholds {
    int across = 0, down = 0;
    Bytes of;

    explicit Thresholds(const Picture &picture)
        : across((picture.width + blockSide - 1) / blockSide),
          down((picture.height + blockSide - 1) / blockSide) {
        std::vector<std::uint32_t> sums(static_cast<std::size_t>(across * down));
        std::vector<std::uint32_t> counts(sums.size());
        for (int y = 0; y < picture.height; ++y) {
            const std::uint8_t *row = &picture.grey[at(picture.width, 0, y)];
            for (int x = 0; x < picture.width; ++x) {
                const std::size_t block = at(across, x / blockSide, y / blockSide);
                sums[block] += row[x];
                ++counts[block];
            }
        }
        of.resize(sums.size());
        for (int y = 0; y < down; ++y)
            for (int x = 0; x < across; ++x) {
                std::uint32_t sum = 0, count = 0;
                for (int v = std::max(0, y - around); v <= std::min(down - 1, y + around); ++v)
                    for (int u = std::max(0, x - around); u <= std::min(across - 1, x + around);
                         ++u) {
                        sum += sums[at(across, u, v)];
                        count += counts[at(across, u, v)];
                    }
                of[at(across, x, y)] = static_cast<std::uint8_t>(sum / count);
            }
    }
    static std::size_t at(int width, int x, int y) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width)
               + static_cast<std::size_t>(x);
    }
    [[nodiscard]] bool isDark(const Picture &picture, int x, int y) const {
        return picture.grey[at(picture.width, x, y)]
               <= of[at(across, x / blockSide, y / blockSide)];
    }
};

// 1 : 1 : 3 : 1 : 1, within half a module each.
bool isCorner(const std::array<int, 5> &runs) {
    const double module = std::accumulate(runs.begin(), runs.end(), 0) / 7.0;
    const auto near = [module](int run, int modules) {
        return std::abs(run - modules * module) < modules * module * 0.5 + 0.5;
    };
    return module >= 1 && near(runs[0], 1) && near(runs[1], 1) && near(runs[2], 3)
           && near(runs[3], 1) && near(runs[4], 1);
}

// How high the core is at that place, when what is above and below it is a corner's, too; else 0.
int coreAt(const Picture &picture, const Thresholds &thresholds, int x, int y) {
    std::array<int, 5> runs{};
    const auto go = [&](int step, std::size_t first, std::size_t next) {
        bool dark = true;
        std::size_t run = 2;
        for (int v = y; v >= 0 && v < picture.height; v += step) {
            if (thresholds.isDark(picture, x, v) != dark) {
                if (run == next) break;
                run = run == 2 ? first : next;
                dark = !dark;
            }
            ++runs[run];
        }
    };
    go(-1, 1, 0);
    go(1, 3, 4);
    --runs[2]; // its own row was met twice
    return isCorner(runs) ? runs[2] : 0;
}

} // namespace

std::size_t finderPatternsIn(const Picture &picture) {
    if (picture.width < 7 || picture.height < 7) return 0;
    const Thresholds thresholds(picture);
    double found = 0;
    for (int y = 0; y < picture.height; ++y) {
        std::array<int, 5> runs{}; // the last five; a dark one ends at x
        bool dark = false;
        for (int x = 0; x <= picture.width; ++x) {
            const bool now = x < picture.width && thresholds.isDark(picture, x, y);
            if (now == dark && x < picture.width) {
                ++runs[4];
                continue;
            }
            if (dark && isCorner(runs)) {
                const int middle = x - runs[4] - runs[3] - (runs[2] + 1) / 2;
                // Each is met in as many rows as its core has.
                const int high = coreAt(picture, thresholds, middle, y);
                if (2 * high > runs[2] && high < 2 * runs[2]) found += 1.0 / high;
            }
            std::rotate(runs.begin(), runs.begin() + 1, runs.end());
            runs[4] = 1;
            dark = now;
        }
    }
    return static_cast<std::size_t>(std::lround(found));
}

} // namespace apricot
