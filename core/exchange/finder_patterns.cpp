// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/finder_patterns.h"

#include <array>
#include <cmath>
#include <numeric>

namespace apricot {
namespace {

constexpr int blockSide = 8, around = 2; // pixels; blocks on each side
constexpr int everyRow = 3;              // the core of the smallest is as high

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
            const std::uint8_t *at = &picture.grey[place(picture.width, 0, y)];
            std::size_t block = place(across, 0, y / blockSide);
            for (int left = picture.width; left > 0; left -= blockSide, ++block) {
                const int wide = std::min(left, blockSide);
                sums[block] = std::accumulate(at, at + wide, sums[block]);
                counts[block] += static_cast<std::uint32_t>(wide);
                at += wide;
            }
        }
        of.resize(sums.size());
        for (int y = 0; y < down; ++y)
            for (int x = 0; x < across; ++x) {
                std::uint32_t sum = 0, count = 0;
                for (int v = std::max(0, y - around); v <= std::min(down - 1, y + around); ++v)
                    for (int u = std::max(0, x - around); u <= std::min(across - 1, x + around);
                         ++u) {
                        sum += sums[place(across, u, v)];
                        count += counts[place(across, u, v)];
                    }
                of[place(across, x, y)] = static_cast<std::uint8_t>(sum / count);
            }
    }
    static std::size_t place(int width, int x, int y) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width)
               + static_cast<std::size_t>(x);
    }
    [[nodiscard]] bool isDark(const Picture &picture, int x, int y) const {
        return picture.grey[place(picture.width, x, y)]
               <= of[place(across, x / blockSide, y / blockSide)];
    }
};

// 1 : 1 : 3 : 1 : 1, within half of each and half a pixel; in fourteenths.
bool isCorner(const std::array<int, 5> &runs) {
    const int whole = runs[0] + runs[1] + runs[2] + runs[3] + runs[4]; // seven modules
    const auto near = [whole](int run, int modules) {
        return std::abs(14 * run - 2 * modules * whole) < modules * whole + 7;
    };
    return whole >= 7 && near(runs[2], 3) && near(runs[0], 1) && near(runs[1], 1)
           && near(runs[3], 1) && near(runs[4], 1);
}

// The five runs on the line through a core, in steps; what is not met before the edge is short.
std::array<int, 5> runsThrough(const Picture &picture, const Thresholds &thresholds, int x, int y,
                               int dx, int dy) {
    std::array<int, 5> runs{};
    const auto go = [&](int way, std::size_t first, std::size_t next) {
        bool dark = true;
        std::size_t run = 2;
        for (int u = x, v = y; u >= 0 && u < picture.width && v >= 0 && v < picture.height;
             u += way * dx, v += way * dy) {
            if (thresholds.isDark(picture, u, v) != dark) {
                if (run == next) break;
                run = run == 2 ? first : next;
                dark = !dark;
            }
            ++runs[run];
        }
    };
    go(-1, 1, 0);
    go(1, 3, 4);
    --runs[2]; // its own place was met twice
    return runs;
}

// How high the core is at that place, when it is one on every line through it and in the row above
// or below; else 0. In noise there are many that are so on some lines.
int coreAt(const Picture &picture, const Thresholds &thresholds, int x, int y) {
    const auto isOne = [&](int row, int dx, int dy) {
        return isCorner(runsThrough(picture, thresholds, x, row, dx, dy));
    };
    const auto upright = runsThrough(picture, thresholds, x, y, 0, 1);
    const bool one = isCorner(upright) && isOne(y, 1, 1) && isOne(y, 1, -1)
                     && (isOne(y - 1, 1, 0) || isOne(y + 1, 1, 0));
    return one ? upright[2] : 0;
}

} // namespace

std::size_t finderPatternsIn(const Picture &picture) {
    if (picture.width < 7 || picture.height < 7) return 0;
    const Thresholds thresholds(picture);
    double found = 0;
    for (int y = 0; y < picture.height; y += everyRow) {
        const std::uint8_t *row = &picture.grey[Thresholds::place(picture.width, 0, y)];
        const std::uint8_t *limits =
            &thresholds.of[Thresholds::place(thresholds.across, 0, y / blockSide)];
        std::array<int, 5> runs{}; // the last five; a dark one ends at x
        bool dark = false;
        for (int x = 0; x <= picture.width; ++x) {
            const bool now = x < picture.width && row[x] <= limits[x / blockSide];
            if (now == dark && x < picture.width) {
                ++runs[4];
                continue;
            }
            if (dark && isCorner(runs)) {
                const int middle = x - runs[4] - runs[3] - (runs[2] + 1) / 2;
                // Each is met in the rows that its core has.
                const int high = coreAt(picture, thresholds, middle, y);
                if (2 * high > runs[2] && high < 2 * runs[2]) found += double{everyRow} / high;
            }
            std::rotate(runs.begin(), runs.begin() + 1, runs.end());
            runs[4] = 1;
            dark = now;
        }
    }
    return static_cast<std::size_t>(std::lround(found));
}

} // namespace apricot
