// SPDX-License-Identifier: GPL-3.0-or-later
// Where the bytes of a file of health records come from. Gzip is already taken off.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <filesystem>
#include <memory>
#include <span>

namespace apricot {

class Source {
  public:
    virtual ~Source() = default;
    // How many bytes were put into `into`; 0 at the end.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<std::uint8_t> into) = 0;
    [[nodiscard]] virtual Result<> rewind() = 0;
    [[nodiscard]] virtual std::uint64_t size() const = 0;     // of the file, packed if it is
    [[nodiscard]] virtual std::uint64_t position() const = 0; // in the file, packed if it is
};
// Gzip is recognised by its first two bytes. RecordsFileUnreadable; later the gzip errors.
[[nodiscard]] Result<std::unique_ptr<Source>> openFile(const std::filesystem::path &path);
// The same over bytes, which must outlive the source.
[[nodiscard]] std::unique_ptr<Source> openMemory(ByteView file);

} // namespace apricot
