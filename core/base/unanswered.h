// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody answered, or too few to believe what one of them said: the network's and the nodes' state,
// not an answer that refuses.
#pragma once

#include "base/error.h"

namespace apricot {

[[nodiscard]] bool isUnanswered(ErrorCode code);

} // namespace apricot
