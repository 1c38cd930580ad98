// SPDX-License-Identifier: GPL-3.0-or-later
// How long one 1080p frame of a camera takes to be looked at, against the 33 ms until the next one,
// and how many are read: our own codes as a hand holds them before a camera (turned, tilted, far,
// blurred, noisy, dim, unevenly lit), and frames with no code at all, which are what a camera sees
// most of the time. Then the hard pictures of the shared data, if there.
#include "base/file.h"
#include "crypto/system_random.h"
#include "exchange/qr.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>

using namespace apricot;

namespace {

constexpr int width = 1920, height = 1080;
constexpr double goal = 33; // milliseconds

struct Hand {        // how the code is held
    double size;     // its side with quiet zone, in parts of the frame's height
    double turned;   // degrees
    double tilt;     // 0 straight, 0.3 strongly away from the camera
    int blur;        // radius of the box, pixels
    int noise;       // greatest change of a pixel
    int dark, light; // grey of ink and paper
    double shade;    // how much darker the right edge is, 0 to 1
};

void blurRows(Picture &picture, int radius) {
    if (radius == 0) return;
    const auto w = static_cast<std::size_t>(picture.width);
    Bytes row(w);
    for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) {
        std::uint8_t *line = &picture.grey[y * w];
        std::copy_n(line, w, row.begin());
        for (int x = 0; x < picture.width; ++x) {
            int sum = 0, count = 0;
            for (int k = std::max(0, x - radius); k <= std::min(picture.width - 1, x + radius); ++k)
                sum += row[static_cast<std::size_t>(k)], ++count;
            line[x] = static_cast<std::uint8_t>(sum / count);
        }
    }
}

Picture turnedOver(const Picture &in) { // rows become columns
    Picture out{in.height, in.width, Bytes(in.grey.size())};
    const auto w = static_cast<std::size_t>(in.width), h = static_cast<std::size_t>(in.height);
    for (std::size_t y = 0; y < h; ++y)
        for (std::size_t x = 0; x < w; ++x) out.grey[x * h + y] = in.grey[y * w + x];
    return out;
}

// What the camera sees: each pixel is looked up, four times, where it lies on the code.
Picture photo(const QrCode *code, const Hand &hand, Random &random) {
    Picture out{width, height, Bytes(std::size_t{width} * height)};
    const double side = hand.size * height, angle = hand.turned * 3.14159265 / 180;
    const double c = std::cos(angle), s = std::sin(angle);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            int ink = 0, paper = 0;
            for (int k = 0; k < 4 && code; ++k) {
                const double px = x - width / 2.0 + 0.25 + 0.5 * (k % 2);
                const double py = y - height / 2.0 + 0.25 + 0.5 * (k / 2);
                const double depth = 1 - hand.tilt * py / (height / 2.0) * 0.5;
                const double u = (c * px + s * py) / (side * depth) + 0.5;
                const double v = (-s * px + c * py) / (side * depth) + 0.5;
                if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
                const int modules = code->side + 8;
                const int column = static_cast<int>(u * modules) - 4,
                          line = static_cast<int>(v * modules) - 4;
                const bool dark =
                    column >= 0 && line >= 0 && column < code->side && line < code->side
                    && code->dark[static_cast<std::size_t>(line * code->side + column)];
                ++(dark ? ink : paper);
            }
            const int around = 4 - ink - paper;
            // Around the code: something with edges of its own.
            const int table = (x / 37 + y / 53) % 3 == 0 ? 90 : 130;
            const double grey = (ink * hand.dark + paper * hand.light + around * table) / 4.0
                                * (1 - hand.shade * x / width);
            out.grey[static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)] =
                static_cast<std::uint8_t>(grey);
        }
    if (hand.blur > 0) {
        blurRows(out, hand.blur);
        Picture over = turnedOver(out);
        blurRows(over, hand.blur);
        out = turnedOver(over);
    }
    Bytes dice(out.grey.size());
    random.fill(dice);
    for (std::size_t i = 0; hand.noise > 0 && i < dice.size(); ++i)
        out.grey[i] = static_cast<std::uint8_t>(
            std::clamp(out.grey[i] + dice[i] % (2 * hand.noise + 1) - hand.noise, 0, 255));
    return out;
}

// Of the processor, so that other programs on the machine do not count.
double milliseconds(const std::function<void()> &work) {
    const std::clock_t start = std::clock();
    work();
    return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double at(std::vector<double> values, double part) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

std::string ownCode(std::size_t length, Random &random) {
    static constexpr std::string_view letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    Bytes dice(length);
    random.fill(dice);
    std::string out = "APRICOT:1:";
    for (const std::uint8_t d : dice) out += letters[d % letters.size()];
    return out + "Z";
}

void hardPictures() {
    const char *named = std::getenv("APRICOT_SHARED_DATA");
    const std::filesystem::path folder =
        std::filesystem::path(named ? named : "../shared/data") / "qr-images";
    if (!std::filesystem::exists(folder)) {
        std::printf("no hard pictures: %s is not there\n", folder.c_str());
        return;
    }
    int all = 0, read = 0, asFrames = 0;
    std::vector<double> thorough;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string kind = entry.path().extension();
        if (kind != ".png" && kind != ".jpg" && kind != ".webp") continue;
        ++all;
        const auto file = readFile(entry.path(), 64U << 20U);
        const auto picture = file ? decodePicture(*file) : Result<Picture>(file.error());
        if (!picture) continue;
        thorough.push_back(milliseconds([&] { read += decodeQr(*picture).ok() ? 1 : 0; }));
        bool found = false;
        for (unsigned turn = 0; turn < 8 && !found; ++turn)
            found = decodeFrame(*picture, turn).ok();
        asFrames += found ? 1 : 0;
    }
    std::printf("hard pictures read, as pictures | %d of %d | median %.1f ms, p99 %.1f ms\n", read,
                all, at(thorough, 0.5), at(thorough, 0.99));
    std::printf("hard pictures read, as at most 8 frames | %d of %d\n", asFrames, all);
}

} // namespace

int main() {
    SeededRandom random(11);
    struct Held {
        const char *name;
        std::size_t length; // of the code: 0 none, 1100 a whole permission
        Hand hand;
    };
    const std::vector<Held> all = {
        {"nothing to read", 0, {1, 0, 0, 0, 6, 0, 0, 0}},
        {"nothing, noisy", 0, {1, 0, 0, 1, 40, 0, 0, 0.5}},
        {"short, straight", 100, {0.6, 0, 0, 1, 8, 30, 230, 0}},
        {"short, far", 100, {0.25, 10, 0, 1, 8, 30, 230, 0}},
        {"permission, straight", 1100, {0.8, 0, 0, 1, 8, 30, 230, 0}},
        {"permission, turned", 1100, {0.75, 27, 0, 1, 8, 30, 230, 0}},
        {"permission, upside down", 1100, {0.8, 174, 0, 1, 8, 30, 230, 0}},
        {"permission, tilted", 1100, {0.75, 5, 0.25, 1, 8, 30, 230, 0}},
        {"permission, blurred", 1100, {0.9, 3, 0, 3, 8, 30, 230, 0}},
        {"permission, noisy", 1100, {0.8, 3, 0, 1, 60, 30, 230, 0}},
        {"permission, dim", 1100, {0.8, 3, 0, 1, 6, 12, 60, 0}},
        {"permission, shaded", 1100, {0.8, 3, 0.1, 1, 8, 30, 230, 0.7}},
        {"permission, far", 1100, {0.5, 8, 0, 1, 8, 30, 230, 0}},
    };
    std::vector<double> times;
    int read = 0, readable = 0;
    for (const Held &held : all) {
        std::optional<QrCode> code;
        const std::string text = ownCode(held.length, random);
        if (held.length > 0) code = encodeQr(text, 40).value();
        std::vector<double> mine;
        int first = -1, hits = 0;
        for (int round = 0; round < 2; ++round) {
            const Picture frame = photo(code ? &*code : nullptr, held.hand, random);
            for (unsigned turn = 0; turn < 8; ++turn) {
                bool found = false;
                mine.push_back(milliseconds([&] {
                    const auto texts = decodeFrame(frame, turn);
                    found = texts.ok() && texts->front() == text;
                }));
                hits += found ? 1 : 0;
                if (found && first < 0) first = static_cast<int>(turn);
            }
        }
        readable += code ? 1 : 0;
        read += first >= 0 ? 1 : 0;
        std::printf("%s | median %.1f ms, worst %.1f ms | read in %d of 16%s\n", held.name,
                    at(mine, 0.5), at(mine, 1), hits, code && first < 0 ? " | NOT READ" : "");
        times.insert(times.end(), mine.begin(), mine.end());
    }
    std::printf("codes read before a camera | %d of %d\n", read, readable);
    std::printf("a 1080p frame, median / 33 ms | %.1f ms | %.0f ms | %.3f | <= 1.0\n",
                at(times, 0.5), goal, at(times, 0.5) / goal);
    std::printf("a 1080p frame, p99 / 33 ms | %.1f ms | %.0f ms | %.3f | <= 1.0\n", at(times, 0.99),
                goal, at(times, 0.99) / goal);
    hardPictures();
    return 0;
}
