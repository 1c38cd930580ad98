// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/buckets.h"

#include "crypto/hash.h"
#include "crypto/system_random.h"

#include <algorithm>

namespace apricot::gateway {
namespace {

constexpr std::size_t mostKept = 64;
constexpr std::size_t crowded = 1024; // keys in a bucket, whereupon the bits are measured anew
constexpr std::size_t probeBits = 24;
constexpr std::size_t bucketDepth = 7; // a bucket of 128 keys is so deep

} // namespace

StatePrefix Buckets::anywhere(std::size_t bits) {
    return prefixOf(randomFixed<Digest>(m_random), bits);
}

// Where a random path ends says how large the state is, roughly; a random bucket then decides.
Result<std::size_t> Buckets::measure(const Ask &ask) {
    APRICOT_TRY_ASSIGN(probe, ask(anywhere(probeBits)));
    const std::size_t depth = probe.proof.siblings.size();
    std::size_t bits = depth > bucketDepth ? depth - bucketDepth : 0;
    for (; bits > 0; --bits) {
        APRICOT_TRY_ASSIGN(bucket, ask(anywhere(bits)));
        if (bucket.proof.entries.size() >= measuredBucket) break;
    }
    return bits;
}

std::optional<ProvenAnswer> Buckets::kept(ByteView key, Height least) {
    const Digest keyHash = sha256(key);
    const UnixTime now = m_clock.now();
    std::erase_if(m_kept, [&](const Kept &kept) {
        return kept.asked + m_keptFor <= now || kept.asked > now;
    });
    for (const Kept &kept : m_kept)
        if (kept.answer.height >= least && isUnder(kept.answer.prefix, keyHash))
            return answerWithin(kept.answer, key);
    return std::nullopt;
}

Result<std::size_t> Buckets::bits(const Ask &ask) {
    if (!m_bits) {
        APRICOT_TRY_ASSIGN(bits, measure(ask));
        m_bits = bits;
    }
    return *m_bits;
}

Result<ProvenAnswer> Buckets::query(ByteView key, const Ask &ask) {
    const Digest keyHash = sha256(key);
    APRICOT_TRY(bits(ask));
    for (;; --*m_bits) {
        auto answer = ask(prefixOf(keyHash, *m_bits));
        if (!answer) {
            // Never more bits on a node's word: measured anew the next time.
            if (answer.error().code == ErrorCode::StatePrefixTooWide) m_bits.reset();
            return answer.error();
        }
        const std::size_t keys = answer->proof.entries.size();
        if (*m_bits > 0 && keys < leastBucket) continue;
        ProvenAnswer out = answerWithin(*answer, key);
        if (keys > crowded) m_bits.reset();
        std::erase_if(m_kept,
                      [&](const Kept &kept) { return isUnder(kept.answer.prefix, keyHash); });
        if (m_kept.size() == mostKept) m_kept.erase(m_kept.begin());
        m_kept.push_back({std::move(answer).value(), m_clock.now()});
        return out;
    }
}

} // namespace apricot::gateway
