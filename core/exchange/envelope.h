// SPDX-License-Identifier: GPL-3.0-or-later
// What is posted to an inbox: a message, its length hidden (Padmé), sealed to the inbox's key. The
// envelope says nothing about who wrote it: what lies in it does.
#pragma once

#include "base/result.h"
#include "crypto/keys.h"

namespace apricot {

inline constexpr std::size_t largestEnveloped = std::size_t{15} << 20U; // bytes of a message

// Sealed: length (8 bytes, big-endian) | message | zeros. EnvelopeTooLarge.
[[nodiscard]] Result<Bytes> sealEnvelope(const SealKey &inbox, ByteView message);
// EnvelopeUnopenable: not for this key, changed on the way, or not what sealEnvelope writes.
[[nodiscard]] Result<Bytes> openEnvelope(const OpenKey &key, ByteView envelope);

} // namespace apricot
