// SPDX-License-Identifier: GPL-3.0-or-later
// What comes by post: a letter, a clinic's request, a person's message, an envelope. Foreign bytes
// are refused, and so is a genuine letter or request with anything changed; a message that is read
// is written as the same bytes.
#include "crypto/crypto.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/desk_message.h"
#include "exchange/envelope.h"
#include "exchange/letter.h"

#include <cstdlib>

using namespace apricot;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

struct Post {
    OpenKey opening;
    Bytes letter, request, envelope;

    Post() {
        must(startCrypto().ok());
        SeededRandom random(5);
        SigningKey desk;
        random.fill(desk.writable());
        random.fill(opening.writable());
        Letter written;
        written.organisation = randomFixed<OrganisationId>(random);
        written.chainId = "fuzz";
        written.grant = randomFixed<GrantId>(random);
        written.inbox = sealKeyOf(opening);
        written.time = 1'800'000'000;
        written.resources = {R"({"resourceType":"Observation"})"};
        letter = signLetter(written, desk).value();
        Request asked;
        asked.id = randomFixed<RequestId>(random);
        asked.organisation = written.organisation;
        asked.chainId = "fuzz";
        asked.wish.scope.kinds = 3;
        asked.wish.scope.level = 2;
        asked.wish.minutes = 15;
        asked.asked = written.time;
        asked.expires = written.time + 900;
        request = signRequest(asked, desk).value();
        envelope = sealEnvelope(written.inbox, letter).value();
    }
};

// `genuine` with the bytes of `change` laid over it from `at` on.
Bytes changed(const Bytes &genuine, std::size_t at, ByteView change) {
    Bytes out = genuine;
    for (std::size_t i = 0; i < change.size() && at + i < out.size(); ++i) out[at + i] ^= change[i];
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const Post post;
    const ByteView input(data, size);
    must(!verifyLetter(input) || Bytes(data, data + size) == post.letter);
    must(!verifyRequest(input) || Bytes(data, data + size) == post.request);
    must(!openEnvelope(post.opening, input));
    if (const auto message = decodeDeskMessage(input))
        must(encode(*message) == Bytes(data, data + size));
    if (const auto raw = requestFromText(textOf(input))) must(requestToText(*raw) == textOf(input));

    // Whatever a clinic writes comes out as it was.
    Letter written = *verifyLetter(post.letter);
    written.resources = {std::string(textOf(input)), std::string(textOf(input.first(size / 2)))};
    SigningKey desk;
    SeededRandom(7).fill(desk.writable());
    const auto letter = signLetter(written, desk);
    const auto back = letter ? verifyLetter(*letter) : letter.error();
    must(!back || back->resources == written.resources); // refused: no text

    if (size < 3) return 0;
    const std::size_t at = data[0] * std::size_t{256} + data[1];
    const ByteView change = input.subspan(2);
    const auto refused = [&](const Bytes &genuine, auto &&read) {
        const Bytes other = changed(genuine, at % genuine.size(), change);
        must(other == genuine || !read(other));
    };
    refused(post.letter, [](const Bytes &bytes) { return verifyLetter(bytes).ok(); });
    refused(post.request, [](const Bytes &bytes) { return verifyRequest(bytes).ok(); });
    refused(post.envelope, [](const Bytes &b) { return openEnvelope(post.opening, b).ok(); });
    return 0;
}
