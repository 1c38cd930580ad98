// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/fields.h"

namespace apricot::cbor {

void Decoder::refuse(std::string what) {
    if (!m_error) m_error = fail(ErrorCode::CborNotAsDescribed, std::move(what));
}

void Decoder::begin(bool map) {
    m_begun = true;
    m_map = map;
    if (!m_error) take(map ? m_reader.map() : m_reader.array(), m_left);
}

bool Decoder::find(std::int64_t number) {
    if (!m_begun) begin(true);
    if (m_error || !m_map) return false;
    if (!m_key && m_left > 0) {
        std::int64_t key = 0;
        take(m_reader.integer(), key);
        m_key = key;
        --m_left;
    }
    if (m_key != number) return false;
    m_key.reset();
    return true;
}

void Decoder::read(Items &values) {
    values.clear();
    if (m_error) return;
    std::size_t count = 0;
    take(m_reader.map(), count);
    for (std::size_t i = 0; i < count && !m_error; ++i) {
        std::uint64_t number = 0;
        read(number);
        read(values[number]);
    }
}

} // namespace apricot::cbor
