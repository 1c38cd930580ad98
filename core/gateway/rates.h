// SPDX-License-Identifier: GPL-3.0-or-later
// How much of something each machine may have: a bucket of tokens for each, which fills with time.
#pragma once

#include "base/clock.h"

#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

namespace apricot::gateway {

struct Rate {
    double perSecond = 0, burst = 0;
};

class Rates {
  public:
    // Of more than `remembered` machines the one that has been quiet longest is forgotten.
    Rates(Rate rate, std::size_t remembered) : m_rate(rate), m_remembered(remembered) {}
    // False, and nothing taken: it has not so much now. Thread-safe, as all of it.
    [[nodiscard]] bool take(const std::string &machine, double tokens, UnixTime now);
    [[nodiscard]] bool has(const std::string &machine, double tokens, UnixTime now);

  private:
    struct Bucket {
        std::string machine;
        double tokens = 0;
        UnixTime filled = 0;
    };
    [[nodiscard]] Bucket &bucketOf(const std::string &machine, UnixTime now);

    Rate m_rate;
    std::size_t m_remembered;
    std::mutex m_mutex;
    std::list<Bucket> m_buckets; // the latest first
    std::unordered_map<std::string_view, std::list<Bucket>::iterator> m_bucketOf;
};

} // namespace apricot::gateway
