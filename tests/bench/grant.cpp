// SPDX-License-Identifier: GPL-3.0-or-later
// Issuing a grant (sign, encode, QR code) against a bare signature and a bare QR code of the same
// length; verifying one against a bare signature check. Each number is the best of many rounds,
// ours and the peer's taking turns, so that another program on the machine hits both.
#include "consent/delegation.h"
#include "crypto/crypto.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <qrcodegen/qrcodegen.hpp>

using namespace apricot;

namespace {

double microseconds(int times, const std::function<void()> &work) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) work();
    const std::chrono::duration<double, std::micro> taken =
        std::chrono::steady_clock::now() - start;
    return taken.count() / times;
}

void compare(const char *name, double goal, int times, const std::function<void()> &ours,
             const std::function<void()> &peer) {
    double best = 1e12, bestPeer = 1e12;
    for (int round = 0; round < 25; ++round) {
        best = std::min(best, microseconds(times, ours));
        bestPeer = std::min(bestPeer, microseconds(times, peer));
    }
    std::printf("%s | %.1f us | %.1f us | %.3f | <= %.1f\n", name, best, bestPeer, best / bestPeer,
                goal);
}

int drawQr(const std::string &text) {
    using namespace qrcodegen;
    return QrCode::encodeSegments({QrSegment::makeAlphanumeric(text.c_str())}, QrCode::Ecc::MEDIUM,
                                  1, 40, -1, false)
        .getVersion();
}

} // namespace

int main() {
    if (!startCrypto()) return 1;
    SeededRandom random(1);
    Grant grant;
    grant.open.id = randomFixed<GrantId>(random);
    grant.open.expiry = 900;
    grant.open.chainId = "apricot-embedded-1";
    grant.closed.scope.kinds = allKinds;
    grant.closed.sealedHalf = Bytes(80, 0xa5);
    grant.closed.packageHash = randomFixed<Digest>(random);
    grant.closed.textHash = randomFixed<Digest>(random);
    grant.closed.salt = randomFixed<Salt16>(random);
    const SigningKey key = SigningKey::from(Bytes(32, 7)).value();
    auto made = signGrant(grant, key);
    if (!made || !verifyGrant(*made)) return 1;

    int drawn = 0; // printed, so that nothing is optimised away
    const std::string text = grantToText(*made);
    const Bytes message = made->publicPart;
    compare(
        "issue a grant / sign + QR", 1.3, 4,
        [&] {
            const auto fresh = signGrant(grant, key);
            drawn += drawQr(grantToText(fresh.value()));
        },
        [&] {
            drawn += sign(key, message).bytes[0] & 1;
            drawn += drawQr(text);
        });
    const Signature signature = sign(key, message);
    compare(
        "verify a grant / Ed25519 verify", 1.2, 100,
        [&] { drawn += verifyGrant(*made).ok() ? 1 : 0; },
        [&] { drawn += verify(grant.open.signer, message, signature) ? 1 : 0; });
    compare(
        "verify a public part / Ed25519 verify", 1.2, 100,
        [&] { drawn += verifyPublicPart(made->publicPart).ok() ? 1 : 0; },
        [&] { drawn += verify(grant.open.signer, message, signature) ? 1 : 0; });
    return drawn > 0 ? 0 : 1;
}
