// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/waits.h"

namespace apricot {
namespace {

thread_local Lent lentHere;
thread_local int waitsHere = 0;

} // namespace

void setLent(Lent lent) {
    lentHere = std::move(lent);
}

Waits::Waits() {
    if (waitsHere++ == 0 && lentHere.back) lentHere.back();
}

Waits::~Waits() {
    if (--waitsHere == 0 && lentHere.again) lentHere.again();
}

} // namespace apricot
