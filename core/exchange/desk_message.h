// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sends to a clinic over the network, in an envelope to its sealing key: a grant, or
// that a request is declined. A grant is signed itself. A decline is not: it names the request,
// whose random id is known to nobody but the clinic and whom it was shown to.
#pragma once

#include "consent/grant.h"
#include "exchange/request.h"

namespace apricot {

struct DeskMessage {
    std::string code;                  // a grant as text ("APRICOT:1:..."); empty in a decline
    std::optional<RequestId> declined; // in place of a grant
    std::optional<RequestId> answers;  // the request that the grant fulfils, if any
    UnixTime time = 0;                 // as the sender's clock has it
};

[[nodiscard]] Bytes encode(const DeskMessage &message);
// DeskMessageMalformed. The grant in it is decoded, not verified.
[[nodiscard]] Result<DeskMessage> decodeDeskMessage(ByteView message);

} // namespace apricot
