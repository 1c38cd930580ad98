// SPDX-License-Identifier: GPL-3.0-or-later
// What is attached to a record, wherever FHIR lets it stand (Attachment, Binary), and how it looks:
// pages of a PDF, a picture, a text. Everything here takes hostile content: it is told by its own
// bytes, never by what it says it is, and has limits.
#pragma once

#include "platform/pdf.h"
#include "records/record.h"

#include <QImage>
#include <QString>

#include <optional>

namespace apricot {

struct Attached {
    enum class Form : std::uint8_t { Pdf, Picture, Text, Unknown, Elsewhere };
    std::string title, contentType; // as the record says
    std::string address;            // when it stands elsewhere; never called
    Form form = Form::Unknown;      // as its bytes say
    Bytes content;
};
[[nodiscard]] std::vector<Attached> attachedTo(const Record &record);

inline constexpr int pageLimit = 500;               // of one PDF
inline constexpr int pictureSideLimit = 20000;      // pixels
inline constexpr std::size_t textLimit = 1U << 20U; // bytes shown of a text

// How many pages there are; 1 for a picture; nothing when it cannot be shown.
[[nodiscard]] std::optional<int> pagesOf(const Attached &attached, Pdf &pdf);
// One page, at most `width` pixels wide; null when it is damaged or larger than the limits.
[[nodiscard]] QImage pageOf(const Attached &attached, Pdf &pdf, int page, int width);
// Empty when it is no text.
[[nodiscard]] QString plainTextOf(const Attached &attached);

} // namespace apricot
