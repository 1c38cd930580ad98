// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/frames.h"

#include "crypto/hash.h"
#include <algorithm>
#include <charconv>
#include <map>

namespace apricot {
namespace {

constexpr std::string_view alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr std::size_t hashLength = 16;

std::string hashOf(std::string_view code) {
    std::string hex = toHex(sha256(viewOf(code)).view()).substr(0, hashLength);
    std::ranges::transform(hex, hex.begin(),
                           [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    return hex;
}

Error incomplete(const char *detail) {
    return fail(ErrorCode::FramesIncomplete, detail);
}

struct Frame {
    std::size_t number = 0, of = 0; // from 1
    std::string_view hash, slice;
};

// Takes a number from 1 to mostFrames and the mark after it off the front of `text`; 0: none.
std::size_t numberThen(char mark, std::string_view &text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = static_cast<std::size_t>(end - text.data());
    const bool good = error == std::errc() && text.front() != '0' && number <= mostFrames
                      && length < text.size() && text[length] == mark;
    if (!good) return 0;
    text.remove_prefix(length + 1);
    return number;
}

Result<Frame> parse(std::string_view text) {
    const auto refused = [] { return incomplete("not a part"); };
    if (!isFrame(text)) return refused();
    text.remove_prefix(framePrefix.size());
    Frame out;
    out.number = numberThen('/', text);
    if (out.number == 0) return refused();
    out.of = numberThen(':', text);
    if (out.of < 2 || out.number > out.of) return refused();
    if (text.size() < hashLength + 2 || text[hashLength] != ':') return refused();
    out.hash = text.substr(0, hashLength);
    out.slice = text.substr(hashLength + 1);
    if (out.slice.size() > longestSlice) return refused();
    if (out.slice.find_first_not_of(alphanumeric) != std::string_view::npos) return refused();
    return out;
}

} // namespace

bool isFrame(std::string_view text) {
    return text.starts_with(framePrefix);
}

Result<std::vector<std::string>> framesOf(std::string_view code) {
    const auto one = encodeQr(code);
    if (one.ok()) return std::vector{std::string(code)};
    if (code.find_first_not_of(alphanumeric) != std::string_view::npos
        || code.size() > longestSlice * mostFrames)
        return one.error();
    const std::size_t count = (code.size() + longestSlice - 1) / longestSlice;
    const std::size_t each = (code.size() + count - 1) / count; // all alike: no frame is denser
    const std::string hash = hashOf(code);
    std::vector<std::string> out;
    for (std::size_t at = 0; at < count; ++at)
        out.push_back(std::string(framePrefix) + std::to_string(at + 1) + '/'
                      + std::to_string(count) + ':' + hash + ':'
                      + std::string(code.substr(at * each, each)));
    return out;
}

Result<QrCode> sheetOf(std::string_view code) {
    APRICOT_TRY_ASSIGN(frames, framesOf(code));
    std::vector<QrCode> codes;
    for (const std::string &frame : frames) {
        APRICOT_TRY_ASSIGN(one, encodeQr(frame));
        codes.push_back(std::move(one));
    }
    if (codes.size() == 1) return std::move(codes.front());
    constexpr std::size_t gap = 8; // modules: the quiet zones of both
    std::size_t beside = 1, step = 0;
    while (beside * beside < codes.size()) ++beside;
    for (const QrCode &one : codes) step = std::max(step, static_cast<std::size_t>(one.side) + gap);
    const std::size_t width = beside * step - gap;
    QrCode out{codes.front().version, static_cast<int>(width), std::vector<bool>(width * width)};
    for (std::size_t at = 0; at < codes.size(); ++at) {
        const std::size_t left = at % beside * step, top = at / beside * step;
        const auto each = static_cast<std::size_t>(codes[at].side);
        for (std::size_t i = 0; i < each * each; ++i)
            out.dark[(top + i / each) * width + left + i % each] = codes[at].dark[i];
    }
    return out;
}

void FrameCollector::forget() {
    m_hash.clear();
    m_slices.clear();
}

std::size_t FrameCollector::here() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(m_slices, [](const std::string &one) { return !one.empty(); }));
}

Result<std::optional<std::string>> FrameCollector::take(std::string_view text) {
    APRICOT_TRY_ASSIGN(frame, parse(text));
    if (frame.hash != m_hash || frame.of != of()) {
        forget();
        m_hash = frame.hash;
        m_slices.resize(frame.of);
    }
    m_slices[frame.number - 1] = frame.slice;
    if (here() < of()) return std::optional<std::string>();
    std::string whole;
    for (const std::string &slice : m_slices) whole += slice;
    const bool same = hashOf(whole) == m_hash && !isFrame(whole); // no part of parts
    forget();
    if (!same) return incomplete("the hash of the whole");
    return std::optional(std::move(whole));
}

Result<std::vector<std::string>> joinFrames(std::vector<std::string> texts) {
    std::map<std::string, FrameCollector, std::less<>> codes; // a page may show parts of two
    std::vector<std::string> whole, others;
    bool parts = false;
    for (std::string &text : texts) {
        if (!isFrame(text)) {
            others.push_back(std::move(text));
            continue;
        }
        parts = true;
        const auto frame = parse(text);
        if (!frame) continue;
        auto joined = codes[std::string(frame->hash)].take(text);
        if (joined && *joined) whole.push_back(std::move(**joined));
    }
    std::ranges::move(others, std::back_inserter(whole));
    if (whole.empty() && parts) return incomplete("parts are missing");
    return whole;
}

} // namespace apricot
