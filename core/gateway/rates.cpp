// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/rates.h"

#include <algorithm>

namespace apricot::gateway {

Rates::Bucket &Rates::bucketOf(const std::string &machine, UnixTime now) {
    const auto known = m_bucketOf.find(machine);
    if (known != m_bucketOf.end()) {
        m_buckets.splice(m_buckets.begin(), m_buckets, known->second);
    } else {
        m_buckets.push_front({machine, m_rate.burst, now});
        m_bucketOf[m_buckets.front().machine] = m_buckets.begin();
        if (m_buckets.size() > m_remembered) {
            m_bucketOf.erase(m_buckets.back().machine);
            m_buckets.pop_back();
        }
    }
    Bucket &bucket = m_buckets.front();
    const auto passed = static_cast<double>(std::max<UnixTime>(0, now - bucket.filled));
    bucket.tokens = std::min(m_rate.burst, bucket.tokens + passed * m_rate.perSecond);
    bucket.filled = now;
    return bucket;
}

bool Rates::take(const std::string &machine, double tokens, UnixTime now) {
    const std::scoped_lock lock(m_mutex);
    Bucket &bucket = bucketOf(machine, now);
    if (bucket.tokens < tokens) return false;
    bucket.tokens -= tokens;
    return true;
}

bool Rates::has(const std::string &machine, double tokens, UnixTime now) {
    const std::scoped_lock lock(m_mutex);
    return bucketOf(machine, now).tokens >= tokens;
}

} // namespace apricot::gateway
