// SPDX-License-Identifier: GPL-3.0-or-later
// A code that is too long for one QR code, as several: shown one after the other, over and over, or
// side by side on paper. Each is small enough to be read from a phone's screen at a glance, and
// may be read in any order and more than once.
//
//   APRICOT:F1:3/7:0123456789ABCDEF:SLICE    part 3 of 7; the first 8 bytes of the SHA-256 of the
//                                            whole code, the same in every part; its third slice
//
// The hash keeps the parts of two codes apart; that nobody changed them is for the code's own
// signature to show.
#pragma once

#include "base/result.h"
#include "exchange/qr.h"

#include <optional>
#include <string>
#include <vector>

namespace apricot {

inline constexpr std::string_view framePrefix = "APRICOT:F1:";
inline constexpr std::size_t longestSlice = 470; // characters: version 14 at level M at most
inline constexpr std::size_t mostFrames = 64;    // of one code: a round takes 25 seconds then

// `code` alone when it fits one QR code (qr.h), else its frames. QrTooLong beyond mostFrames, or
// when it is not of the characters of QR's alphanumeric mode.
[[nodiscard]] Result<std::vector<std::string>> framesOf(std::string_view code);
[[nodiscard]] bool isFrame(std::string_view text);
// The QR code, or its frames side by side in a square, for paper and pictures; version: of each.
[[nodiscard]] Result<QrCode> sheetOf(std::string_view code);

// Puts the parts together as they come.
class FrameCollector {
  public:
    // The whole code once its last part is here (it is then forgotten), nothing before. A part of
    // another code begins anew. FramesIncomplete: damaged, or not one that was made by framesOf;
    // what was gathered stays.
    [[nodiscard]] Result<std::optional<std::string>> take(std::string_view frame);
    void forget();
    [[nodiscard]] std::size_t here() const; // parts
    [[nodiscard]] std::size_t of() const { return m_slices.size(); }

  private:
    std::string m_hash;
    std::vector<std::string> m_slices; // empty: not here yet
};

// The texts found in one picture, with parts put together to the code they are of, which then
// stands first. FramesIncomplete when parts are there but not all of any code, and nothing else is.
[[nodiscard]] Result<std::vector<std::string>> joinFrames(std::vector<std::string> texts);

} // namespace apricot
