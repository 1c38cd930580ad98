// SPDX-License-Identifier: GPL-3.0-or-later
// How a phone asks for a key without naming it: it asks for everything under so many bits of the
// key's hash that at least 64 keys come, and cuts its answer out. How many bits is measured on
// random buckets, which say nothing of the person; a node's word is not taken for it.
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "ledger/prefix_proof.h"

#include <functional>

namespace apricot::gateway {

inline constexpr std::size_t leastBucket = 64; // keys that an answer must hold
inline constexpr std::size_t measuredBucket =
    128; // that a random one must, before bits are believed

class Buckets {
  public:
    // Asks somewhere and verifies; the answer is the state's.
    using Ask = std::function<Result<ProvenPrefix>(const StatePrefix &)>;

    // A bucket is used again for `keptFor` seconds. Clock and randomness must outlive this.
    Buckets(const Clock &clock, Random &random, UnixTime keptFor)
        : m_clock(clock), m_random(random), m_keptFor(keptFor) {}

    // From what was asked lately, of a state not older than `least`.
    [[nodiscard]] std::optional<ProvenAnswer> kept(ByteView key, Height least);
    void forget() { m_kept.clear(); }
    // How many a question has; measured, where that has not been done. The errors of `ask`.
    [[nodiscard]] Result<std::size_t> bits(const Ask &ask);
    // Asks anew. The errors of `ask`.
    [[nodiscard]] Result<ProvenAnswer> query(ByteView key, const Ask &ask);

  private:
    struct Kept {
        ProvenPrefix answer;
        UnixTime asked = 0;
    };
    [[nodiscard]] Result<std::size_t> measure(const Ask &ask);
    [[nodiscard]] StatePrefix anywhere(std::size_t bits);

    const Clock &m_clock;
    Random &m_random;
    UnixTime m_keptFor;
    std::vector<Kept> m_kept; // oldest first
    std::optional<std::size_t> m_bits;
};

} // namespace apricot::gateway
