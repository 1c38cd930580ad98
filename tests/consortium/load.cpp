// SPDX-License-Identifier: GPL-3.0-or-later
// A load on a consortium, for tests and benchmarks: races, throughput, and the check of what became
// of them.
#include "crypto/crypto.h"
#include "scene.h"

int main(int argc, char **argv) {
    using namespace apricot;
    using namespace apricot::load;
    if (!startCrypto()) return 1;
    const std::vector<std::string> words(argv + std::min(argc, 2), argv + argc);
    const std::string verb = argc > 1 ? argv[1] : "";
    if (verb == "admin") {
        std::printf("%s\n", toHex(verifyKeyOf(Parties().admin).view()).c_str());
        return 0;
    }
    if (verb == "race") return races(words);
    if (verb == "check") return check(words);
    if (verb == "throughput") return throughput(words);
    if (verb == "ends") return ends(words);
    if (verb == "kept") return keptGrants(words);
    std::fprintf(stderr,
                 "usage: consortium_load admin\n"
                 "       consortium_load race CHAIN CA GATEWAY,GATEWAY GRANTS SECONDS HISTORY\n"
                 "       consortium_load check CA GATEWAY,GATEWAY HISTORY\n"
                 "       consortium_load throughput apricot|kvstore CHAIN RPC,RPC COUNT THREADS\n"
                 "       consortium_load ends CHAIN CA GATEWAY,GATEWAY UNTIL\n"
                 "       consortium_load kept fill HOME GRANTS\n"
                 "       consortium_load kept plan CA GATEWAY,GATEWAY RULES BLOCK\n"
                 "       consortium_load kept proofs FILE\n");
    return 2;
}
