// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unanswered.h"

namespace apricot {

bool isUnanswered(ErrorCode code) {
    switch (code) {
    case ErrorCode::NodeUnreachable:
    case ErrorCode::NodeNotTrusted:
    case ErrorCode::NodeBusy:
    case ErrorCode::GatewayTooManyRequests:
    case ErrorCode::RelayUnavailable:
    case ErrorCode::LightWitnessMissing:
        return true;
    default:
        return false;
    }
}

} // namespace apricot
