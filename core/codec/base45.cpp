// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/base45.h"

namespace apricot {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

} // namespace

std::string toBase45(ByteView bytes) {
    std::string out;
    out.reserve((bytes.size() * 3 + 1) / 2);
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const bool pair = i + 1 < bytes.size();
        unsigned n = pair ? bytes[i] * 256U + bytes[i + 1] : bytes[i];
        for (int digits = pair ? 3 : 2; digits > 0; --digits) {
            out += alphabet[n % 45];
            n /= 45;
        }
    }
    return out;
}

Result<Bytes> fromBase45(std::string_view text) {
    Bytes out;
    out.reserve(text.size() * 2 / 3);
    bool good = text.size() % 3 != 1;
    for (std::size_t i = 0; good && i < text.size(); i += 3) {
        const std::size_t digits = std::min<std::size_t>(3, text.size() - i);
        std::size_t n = 0;
        for (std::size_t k = digits; k-- > 0;) {
            const std::size_t digit = alphabet.find(text[i + k]);
            good = good && digit != std::string_view::npos;
            n = n * 45 + digit;
        }
        good = good && n <= (digits == 3 ? 0xffffU : 0xffU);
        if (digits == 3) out.push_back(static_cast<std::uint8_t>(n >> 8U));
        out.push_back(static_cast<std::uint8_t>(n));
    }
    if (!good) return fail(ErrorCode::Base45Malformed, std::to_string(text.size()) + " characters");
    return out;
}

} // namespace apricot
