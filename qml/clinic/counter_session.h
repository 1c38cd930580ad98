// SPDX-License-Identifier: GPL-3.0-or-later
// What a counter works on besides the clinic's vault: the code that was read last, and the visits
// that are open, their records in memory alone.
#pragma once

#include "flows/clinic/visit.h"
#include "session/session.h"

namespace apricot {

class CounterSession final : public Session {
  public:
    ~CounterSession() override { (void)closeVisits(Erasure::Locked).ok(); }

    std::optional<Inspection> seen;
    std::map<std::string, Visit, std::less<>> visits; // by the grant's id, hex

    // Every one, and what was read: the records first, whatever noting it says.
    [[nodiscard]] Result<> closeVisits(Erasure why);
    // Those whose time has come, likewise.
    struct Closed {
        std::size_t visits;
        Result<> noted;
    };
    [[nodiscard]] Closed closeDue();

  private:
    [[nodiscard]] Result<> close(std::map<std::string, Visit, std::less<>> &some, Erasure why);
};

} // namespace apricot
