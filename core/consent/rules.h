// SPDX-License-Identifier: GPL-3.0-or-later
// Checks that grants and delegations share, for making and for reading. Each answers with what is
// wrong, or nothing; who asks turns that into the error of its own.
#pragma once

#include "base/complaint.h"
#include "consent/grant.h"
#include "consent/wish.h"

namespace apricot {

[[nodiscard]] Complaint complaintAbout(const GrantPublic &grant);
[[nodiscard]] Complaint complaintAbout(const GrantPrivate &grant);
[[nodiscard]] Complaint complaintAbout(const Wish &wish);
[[nodiscard]] Complaint complaintAboutTimes(UnixTime notBefore, UnixTime expiry, UnixTime longest);
[[nodiscard]] Complaint complaintAboutChainId(std::string_view chainId);
[[nodiscard]] bool isVisibleAscii(std::string_view text, std::size_t longest);

inline constexpr UnixTime lastTime = 253402300799;    // 9999-12-31T23:59:59Z
inline constexpr UnixTime firstRecord = -11676096000; // 1600-01-01T00:00:00Z

} // namespace apricot
