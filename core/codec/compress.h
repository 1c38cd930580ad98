// SPDX-License-Identifier: GPL-3.0-or-later
// gzip (RFC 1952) by zlib, with limits against decompression bombs.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <functional>
#include <memory>

namespace apricot {

// Empty when `wanted`, asked after each mebibyte, says no.
[[nodiscard]] Bytes gzip(ByteView plain, const std::function<bool()> &wanted = {});
// GzipMalformed; GzipTooLarge above `limit` bytes of output.
[[nodiscard]] Result<Bytes> gunzip(ByteView packed, std::uint64_t limit);

// Streamed: feed compressed pieces, get plain ones. Concatenated members are one stream (RFC 1952
// section 2.2).
class Gunzip {
  public:
    explicit Gunzip(std::uint64_t limit);
    ~Gunzip();
    Gunzip(Gunzip &&) noexcept;
    Gunzip &operator=(Gunzip &&) noexcept;
    // Appends to `out`.
    [[nodiscard]] Result<> feed(ByteView packed, Bytes &out);
    // GzipTruncated unless the input ended where a member does.
    [[nodiscard]] Result<> finish();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace apricot
