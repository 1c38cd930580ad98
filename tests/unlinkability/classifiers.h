// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody can do who has a node's whole log and the chain, and wants to know which
// relationships are of one person: README.md says it in plain words.
#pragma once

#include "base/clock.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace apricot::unlinkability {

// A line of the log: who was on the line, when, what was asked for, and how much went out.
struct Line {
    UnixTime time = 0;
    std::string from;
    std::string about; // a prefix or a key
    std::size_t bytes = 0;
};
// All lines that may be about a relationship: its key lies under what was asked for. Ascending.
struct Trace {
    std::vector<const Line *> lines;
    std::vector<UnixTime> onChain; // when the chain shows it
};

inline constexpr std::array<const char *, 9> classifiers{"within a minute",
                                                         "within a quarter of an hour",
                                                         "hours of the day",
                                                         "days",
                                                         "number",
                                                         "address",
                                                         "size",
                                                         "order",
                                                         "after the chain"};
using Scores = std::array<double, classifiers.size()>;

using Histogram = std::map<std::string, double>;
inline double alike(const Histogram &a, const Histogram &b) {
    double both = 0;
    double ofA = 0;
    double ofB = 0;
    for (const auto &[name, n] : a) {
        ofA += n * n;
        if (const auto other = b.find(name); other != b.end()) both += n * other->second;
    }
    for (const auto &[name, n] : b) ofB += n * n;
    return ofA * ofB > 0 ? both / std::sqrt(ofA * ofB) : 0;
}
template <class Name>
Histogram histogram(const Trace &trace, Name name) {
    Histogram out;
    for (const Line *line : trace.lines) out[name(*line)] += 1;
    return out;
}

// What is known of one relationship, worked out once.
struct Known {
    Trace trace;
    Histogram hours, days, addresses, sizes;
    explicit Known(Trace of)
        : trace(std::move(of)),
          hours(histogram(trace, [](const Line &l) { return std::to_string(l.time / 3600 % 24); })),
          days(histogram(trace, [](const Line &l) { return std::to_string(l.time / 86400); })),
          addresses(histogram(trace, [](const Line &l) { return l.from; })),
          sizes(histogram(trace, [](const Line &l) { return std::to_string(l.bytes); })) {}
};

// How often a line of `b` lies within so many seconds of a time of `a`; one line is not near
// itself.
inline double near(const std::vector<const Line *> &a, const std::vector<const Line *> &b,
                   UnixTime seconds) {
    double out = 0;
    std::size_t from = 0;
    for (const Line *line : a) {
        while (from < b.size() && b[from]->time < line->time - seconds) ++from;
        for (std::size_t i = from; i < b.size() && b[i]->time <= line->time + seconds; ++i)
            if (b[i] != line) out += 1;
    }
    return out / std::sqrt(std::max<double>(1, double(a.size()) * double(b.size())));
}

// How often the log's next line after one of `a` is one of `b`.
inline double next(const std::vector<const Line *> &a, const std::vector<const Line *> &b) {
    double out = 0;
    for (const Line *line : a)
        if (std::ranges::binary_search(b, line + 1)) out += 1;
    return out / std::max<double>(1, double(a.size()));
}

inline double afterTheChain(const Trace &a, const Trace &b) {
    double out = 0;
    for (const UnixTime time : a.onChain)
        for (const Line *line : b.lines)
            if (line->time >= time && line->time < time + 7200) out += 1;
    return out / std::max<double>(1, double(b.lines.size()));
}

inline Scores scoresOf(const Known &a, const Known &b) {
    const auto &la = a.trace.lines;
    const auto &lb = b.trace.lines;
    return {near(la, lb, 60),
            near(la, lb, 900),
            alike(a.hours, b.hours),
            alike(a.days, b.days),
            -std::abs(double(la.size()) - double(lb.size())),
            alike(a.addresses, b.addresses),
            alike(a.sizes, b.sizes),
            next(la, lb) + next(lb, la),
            afterTheChain(a.trace, b.trace) + afterTheChain(b.trace, a.trace)};
}

// |2 AUC - 1|: 0 is guessing, 1 is knowing. Ties count half.
inline double advantage(std::vector<double> same, std::vector<double> other) {
    std::ranges::sort(other);
    double before = 0;
    for (const double score : same) {
        const auto [low, high] = std::ranges::equal_range(other, score);
        before += double(low - other.begin()) + double(high - low) / 2;
    }
    const double area = before / (double(same.size()) * double(other.size()));
    return std::abs(2 * area - 1);
}

struct Pair {
    Scores scores{};
    bool same = false;
    bool teaches = false; // of a person from whom the combination learns
};

// All scores together: a logistic regression, learnt from half of the people, tried on the others.
inline void combinedOnce(std::vector<Pair> pairs, std::vector<double> &same,
                         std::vector<double> &other) {
    Scores mean{};
    Scores spread{};
    for (std::size_t f = 0; f < mean.size(); ++f) {
        for (const Pair &p : pairs) mean[f] += p.scores[f] / double(pairs.size());
        for (const Pair &p : pairs)
            spread[f] += (p.scores[f] - mean[f]) * (p.scores[f] - mean[f]) / double(pairs.size());
        for (Pair &p : pairs)
            p.scores[f] = (p.scores[f] - mean[f]) / std::sqrt(std::max(spread[f], 1e-12));
    }
    Scores weights{};
    double base = 0;
    const auto says = [&](const Pair &p) {
        double out = base;
        for (std::size_t f = 0; f < weights.size(); ++f) out += weights[f] * p.scores[f];
        return out;
    };
    double taught = 0;
    for (const Pair &p : pairs) taught += p.teaches ? 1 : 0;
    for (int round = 0; round < 200; ++round) {
        Scores step{};
        double baseStep = 0;
        for (const Pair &p : pairs) {
            if (!p.teaches) continue;
            const double wrong = (p.same ? 1 : 0) - 1 / (1 + std::exp(-says(p)));
            baseStep += wrong;
            for (std::size_t f = 0; f < step.size(); ++f) step[f] += wrong * p.scores[f];
        }
        base += 0.5 * baseStep / taught;
        for (std::size_t f = 0; f < step.size(); ++f) weights[f] += 0.5 * step[f] / taught;
    }
    for (const Pair &p : pairs)
        if (!p.teaches) (p.same ? same : other).push_back(1 / (1 + std::exp(-says(p))));
}
// Each half learnt from in turn and tried on the other, so that all pairs count.
inline double combined(std::vector<Pair> pairs) {
    std::vector<double> same;
    std::vector<double> other;
    combinedOnce(pairs, same, other);
    for (Pair &p : pairs) p.teaches = !p.teaches;
    combinedOnce(pairs, same, other);
    return advantage(same, other);
}

} // namespace apricot::unlinkability
