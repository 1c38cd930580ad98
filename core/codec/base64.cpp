// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/base64.h"

#include <QByteArray>

namespace apricot {

std::string toBase64(ByteView bytes) {
    const auto view = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()),
                                              static_cast<qsizetype>(bytes.size()));
    return view.toBase64().toStdString();
}

std::optional<Bytes> fromBase64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    const auto raw = QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
    const auto decoded =
        QByteArray::fromBase64Encoding(raw, QByteArray::AbortOnBase64DecodingErrors);
    // Qt takes a last group with stray bits; the one canonical spelling is what encoding gives.
    if (!decoded || (*decoded).toBase64() != raw) return std::nullopt;
    return Bytes((*decoded).begin(), (*decoded).end());
}

} // namespace apricot
