// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody can do who has a node's whole log and the chain, and wants to know which
// relationships are of one person: README.md says it in plain words.
#pragma once

#include "base/clock.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
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
    std::size_t bits = 0; // of the prefix: how narrowly was asked
};
// So narrow a question is about one relationship and no other.
inline constexpr std::size_t telling = 24;

using Lines = std::vector<const Line *>; // ascending
// All lines that may be about a relationship: its key lies under what was asked for.
struct Trace {
    Lines lines;
    std::vector<UnixTime> onChain; // when the chain shows it
};

inline constexpr std::array<const char *, 13> classifiers{"within a minute",
                                                          "within a quarter of an hour",
                                                          "within an hour, by one address",
                                                          "hours of the day",
                                                          "days",
                                                          "number",
                                                          "address",
                                                          "size",
                                                          "order",
                                                          "after the chain",
                                                          "telling: hours",
                                                          "telling: days",
                                                          "telling: address"};
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
// The same of few lines, where there may be none: then it is neither alike nor unlike.
inline double alikeIfAny(const Histogram &a, const Histogram &b, double guess) {
    return a.empty() || b.empty() ? guess : alike(a, b);
}
template <class Name>
Histogram histogram(const Lines &lines, Name name) {
    Histogram out;
    for (const Line *line : lines) out[name(*line)] += 1;
    return out;
}
inline std::string dayOf(const Line &line) {
    return std::to_string(line.time / 86400);
}

// What is known of one relationship, worked out once.
struct Known {
    Trace trace;
    Lines alone; // the telling ones
    Histogram hours, days, addresses, sizes, aloneDays, aloneAddresses;
    explicit Known(Trace of) : trace(std::move(of)) {
        std::ranges::copy_if(trace.lines, std::back_inserter(alone),
                             [](const Line *line) { return line->bits >= telling; });
        hours = histogram(trace.lines,
                          [](const Line &l) { return std::to_string(l.time / 3600 % 24); });
        days = histogram(trace.lines, dayOf);
        addresses = histogram(trace.lines, [](const Line &l) { return l.from; });
        sizes = histogram(trace.lines, [](const Line &l) { return std::to_string(l.bytes); });
        aloneDays = histogram(alone, dayOf);
        aloneAddresses = histogram(alone, [](const Line &l) { return l.from; });
    }
};

// How many pairs of a line of `a` and one of `b` lie so near.
inline double pairsWithin(const Lines &a, const Lines &b, UnixTime seconds) {
    double out = 0;
    std::size_t from = 0;
    std::size_t to = 0;
    for (const Line *line : a) {
        while (from < b.size() && b[from]->time < line->time - seconds) ++from;
        while (to < b.size() && b[to]->time <= line->time + seconds) ++to;
        out += double(to - from);
    }
    return out;
}
inline double ofAllPairs(double count, const Lines &a, const Lines &b) {
    return count / std::max<double>(1, double(a.size()) * double(b.size()));
}
inline double near(const Lines &a, const Lines &b, UnixTime seconds) {
    return ofAllPairs(pairsWithin(a, b, seconds), a, b);
}
// Of lines from the same address alone.
inline double nearByAddress(const Lines &a, const Lines &b, UnixTime seconds) {
    std::map<std::string, std::array<Lines, 2>> byAddress;
    for (const Line *line : a) byAddress[line->from][0].push_back(line);
    for (const Line *line : b) byAddress[line->from][1].push_back(line);
    double out = 0;
    for (const auto &[from, lines] : byAddress) out += pairsWithin(lines[0], lines[1], seconds);
    return ofAllPairs(out, a, b);
}

// How often the log's next line after one of `a` is one of `b`.
inline double next(const Lines &a, const Lines &b) {
    double out = 0;
    std::size_t at = 0;
    for (const Line *line : a) {
        while (at < b.size() && b[at] < line + 1) ++at;
        if (at < b.size() && b[at] == line + 1) out += 1;
    }
    return out / std::max<double>(1, double(a.size()));
}

inline double afterTheChain(const Trace &a, const Trace &b) {
    double out = 0;
    for (const UnixTime time : a.onChain)
        out += double(std::ranges::count_if(b.lines, [time](const Line *line) {
            return line->time >= time && line->time < time + 7200;
        }));
    return out / std::max<double>(1, double(b.lines.size()));
}

// The least distance on the clock of a line of the one and of the other, in hours, negative.
inline double clockAlike(const Lines &a, const Lines &b) {
    if (a.empty() || b.empty()) return -6; // as by chance
    double least = 12;
    for (const Line *x : a)
        for (const Line *y : b) {
            const double apart = double(std::abs(x->time - y->time) % 86400) / 3600;
            least = std::min({least, apart, 24 - apart});
        }
    return -least;
}

inline Scores scoresOf(const Known &a, const Known &b) {
    // A question about both says nothing of whether they belong together: everybody's is.
    Lines la;
    Lines lb;
    std::ranges::set_difference(a.trace.lines, b.trace.lines, std::back_inserter(la));
    std::ranges::set_difference(b.trace.lines, a.trace.lines, std::back_inserter(lb));
    return {near(la, lb, 60),
            near(la, lb, 900),
            nearByAddress(la, lb, 3600),
            alike(a.hours, b.hours),
            alike(a.days, b.days),
            -std::abs(double(a.trace.lines.size()) - double(b.trace.lines.size())),
            alike(a.addresses, b.addresses),
            alike(a.sizes, b.sizes),
            next(la, lb) + next(lb, la),
            afterTheChain(a.trace, b.trace) + afterTheChain(b.trace, a.trace),
            clockAlike(a.alone, b.alone),
            alikeIfAny(a.aloneDays, b.aloneDays, 0.1),
            alikeIfAny(a.aloneAddresses, b.aloneAddresses, 0.5)};
}

// Two relationships: of one person, or of two of the same half.
struct Pair {
    Scores scores{};
    int one = 0, other = 0; // persons
    [[nodiscard]] bool same() const { return one == other; }
};
using Pairs = std::vector<Pair>;

// All pairs of one person, and eight times as many of two. `persons`: whose each of the known is,
// all of one person's beside one another.
inline Pairs pairsOf(const std::vector<Known> &known, const std::vector<int> &persons,
                     std::mt19937_64 &dice) {
    Pairs out;
    std::uniform_int_distribution<std::size_t> any(0, known.size() - 1);
    for (std::size_t a = 0; a < known.size(); ++a)
        for (std::size_t b = a + 1; b < known.size() && persons[b] == persons[a]; ++b) {
            out.push_back({scoresOf(known[a], known[b]), persons[a], persons[b]});
            for (int n = 0; n < 8; ++n) {
                std::size_t c = a;
                while (persons[c] == persons[a] || (persons[c] - persons[a]) % 2 != 0)
                    c = any(dice);
                out.push_back({scoresOf(known[a], known[c]), persons[a], persons[c]});
            }
        }
    return out;
}

// What makes of a pair a number that is higher for pairs of one person.
struct Classifier {
    std::string name;
    Scores mean{}, weights{};
    [[nodiscard]] double operator()(const Pair &pair) const {
        double out = 0;
        for (std::size_t f = 0; f < weights.size(); ++f)
            out += weights[f] * (pair.scores[f] - mean[f]);
        return out;
    }
};

// Shown a pair of one person and a pair of two, how much more often than by guessing (half of the
// time) it says which is which, as a part of what is to be had: 2 AUC - 1. 1 is knowing, 0 is
// guessing, below 0 is worse. Ties count half. Without what `left` took part in.
inline double advantage(const Classifier &classifier, const Pairs &pairs, int left = -1) {
    std::vector<double> same;
    std::vector<double> other;
    for (const Pair &pair : pairs)
        if (pair.one != left && pair.other != left)
            (pair.same() ? same : other).push_back(classifier(pair));
    if (same.empty() || other.empty()) return 0;
    std::ranges::sort(other);
    double before = 0;
    for (const double score : same) {
        const auto [low, high] = std::ranges::equal_range(other, score);
        before += double(low - other.begin()) + double(high - low) / 2;
    }
    return 2 * before / (double(same.size()) * double(other.size())) - 1;
}

inline Classifier alone(std::size_t feature, const Pairs &taught) {
    Classifier out{classifiers[feature], {}, {}};
    out.weights[feature] = 1;
    if (advantage(out, taught) < 0) out.weights[feature] = -1;
    return out;
}

// All scores together: a logistic regression, one person's pairs weighing as much as the others.
inline Classifier together(const Pairs &taught) {
    Classifier out{"all together", {}, {}};
    Scores spread{};
    const double count = double(taught.size());
    const double same = double(std::ranges::count_if(taught, &Pair::same));
    for (std::size_t f = 0; f < spread.size(); ++f) {
        for (const Pair &p : taught) out.mean[f] += p.scores[f] / count;
        for (const Pair &p : taught)
            spread[f] += (p.scores[f] - out.mean[f]) * (p.scores[f] - out.mean[f]) / count;
        spread[f] = std::sqrt(std::max(spread[f], 1e-12));
    }
    double base = 0;
    Scores learnt{};
    for (int round = 0; round < 200; ++round) {
        Scores step{};
        double baseStep = 0;
        for (const Pair &p : taught) {
            double says = base;
            for (std::size_t f = 0; f < learnt.size(); ++f)
                says += learnt[f] * (p.scores[f] - out.mean[f]) / spread[f];
            const double weight = 0.5 / (p.same() ? same : count - same);
            const double wrong = ((p.same() ? 1 : 0) - 1 / (1 + std::exp(-says))) * weight;
            baseStep += wrong;
            for (std::size_t f = 0; f < step.size(); ++f)
                step[f] += wrong * (p.scores[f] - out.mean[f]) / spread[f];
        }
        base += baseStep;
        for (std::size_t f = 0; f < step.size(); ++f) learnt[f] += step[f];
    }
    for (std::size_t f = 0; f < learnt.size(); ++f) out.weights[f] = learnt[f] / spread[f];
    return out;
}

// The one that did best on what it was not taught by: whether all together is better than one
// alone is tried on the other half of those who teach.
inline Classifier best(const Pairs &teachers) {
    Pairs first;
    Pairs second;
    for (const Pair &pair : teachers) {
        const bool one = pair.one / 4 % 2 == 0;
        if (one == (pair.other / 4 % 2 == 0)) (one ? first : second).push_back(pair);
    }
    double most = (advantage(together(first), second) + advantage(together(second), first)) / 2;
    Classifier out = together(teachers);
    for (std::size_t f = 0; f < classifiers.size(); ++f) {
        const double by =
            (advantage(alone(f, first), second) + advantage(alone(f, second), first)) / 2;
        if (by <= most) continue;
        most = by;
        out = alone(f, teachers);
    }
    return out;
}

struct Judgement {
    double advantage = 0;
    double error = 0; // standard
    std::string by;
    // Where it truly lies, one time in twenty wrongly.
    [[nodiscard]] double atLeast() const { return advantage - 1.645 * error; }
};

// `chosen` among the pairs of other people than these. The error by leaving out one person after
// the other, since the pairs of one hang together.
inline Judgement judged(const Classifier &chosen, const Pairs &pairs) {
    Judgement out{advantage(chosen, pairs), 0, chosen.name};
    std::map<int, double> without;
    for (const Pair &pair : pairs) without.try_emplace(pair.one, 0);
    double mean = 0;
    for (auto &[person, value] : without) {
        value = advantage(chosen, pairs, person);
        mean += value / double(without.size());
    }
    double sum = 0;
    for (const auto &[person, value] : without) sum += (value - mean) * (value - mean);
    out.error = std::sqrt(sum * double(without.size() - 1) / double(without.size()));
    return out;
}

// Each half of the people chooses and teaches what the other is judged by.
inline Judgement judged(const Pairs &pairs) {
    std::array<Pairs, 2> halves;
    for (const Pair &pair : pairs) halves[std::size_t(pair.one % 2)].push_back(pair);
    const Judgement first = judged(best(halves[1]), halves[0]);
    const Judgement second = judged(best(halves[0]), halves[1]);
    return {(first.advantage + second.advantage) / 2, std::hypot(first.error, second.error) / 2,
            first.by == second.by ? first.by : first.by + ", " + second.by};
}

} // namespace apricot::unlinkability
