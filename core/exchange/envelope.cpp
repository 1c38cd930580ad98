// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope.h"

#include "crypto/seal.h"
#include "exchange/padding.h"

namespace apricot {
namespace {

constexpr std::size_t lengthSize = 8;

Error unopenable(const char *why) {
    return fail(ErrorCode::EnvelopeUnopenable, why);
}

} // namespace

Result<Bytes> sealEnvelope(const SealKey &inbox, ByteView message) {
    if (message.size() > largestEnveloped)
        return fail(ErrorCode::EnvelopeTooLarge, std::to_string(message.size()) + " bytes");
    Bytes plain(paddedSize(message.size() + lengthSize));
    std::ranges::copy(bigEndian<lengthSize>(message.size()), plain.begin());
    std::copy(message.begin(), message.end(), plain.begin() + lengthSize);
    return seal(inbox, plain);
}

Result<Bytes> openEnvelope(const OpenKey &key, ByteView envelope) {
    if (envelope.size() > paddedSize(largestEnveloped + lengthSize) + sealOverhead)
        return unopenable("too large");
    const auto opened = openSealed(key, envelope);
    if (!opened) return unopenable("the seal");
    const ByteView plain = opened->view();
    if (plain.size() < lengthSize) return unopenable("too short");
    const std::uint64_t length = fromBigEndian(plain.first(lengthSize));
    if (length > plain.size() - lengthSize || plain.size() != paddedSize(length + lengthSize))
        return unopenable("the length");
    const ByteView rest = plain.subspan(lengthSize + length);
    if (std::ranges::any_of(rest, [](std::uint8_t byte) { return byte != 0; }))
        return unopenable("the padding");
    const ByteView message = plain.subspan(lengthSize, length);
    return Bytes(message.begin(), message.end());
}

} // namespace apricot
