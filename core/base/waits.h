// SPDX-License-Identifier: GPL-3.0-or-later
// The calling thread waits for others (a node's answer) and touches nothing meanwhile. Whoever lent
// it something that others want, too, hears of it.
#pragma once

#include <functional>
#include <future>

namespace apricot {

struct Lent {
    std::function<void()> back;  // it waits: what was lent is free
    std::function<void()> again; // it goes on: it has it again
};
// For the calling thread, from now on.
void setLent(Lent lent);

// As long as it lives; within another, nothing more happens.
class Waits {
  public:
    Waits();
    Waits(const Waits &) = delete;
    Waits &operator=(const Waits &) = delete;
    ~Waits();
};

// What another thread is to give.
template <class T>
T waited(std::future<T> &from) {
    const Waits waits;
    return from.get();
}

} // namespace apricot
