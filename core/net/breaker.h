// SPDX-License-Identifier: GPL-3.0-or-later
// Ends what waits on a network, at once and from any thread, so that whoever waits lets go of what
// it holds. The requests themselves run beside, and hold neither keys nor records.
#pragma once

#include <functional>
#include <mutex>
#include <set>

namespace apricot::net {

class Breaker {
  public:
    // Those that wait are told, and so is whoever comes until mend().
    void cut();
    void mend();
    [[nodiscard]] bool isWaiting() const; // somebody waits for an answer
    // One that waits. `told` is called at most once, from the thread that cuts, or at once.
    class Wait {
      public:
        Wait(Breaker &breaker, std::function<void()> told);
        Wait(const Wait &) = delete;
        Wait &operator=(const Wait &) = delete;
        ~Wait(); // `told` runs no more

      private:
        friend class Breaker;
        Breaker &m_breaker;
        std::function<void()> m_told;
    };

  private:
    mutable std::mutex m_mutex;
    std::set<Wait *> m_waits;
    bool m_cut = false;
};

} // namespace apricot::net
