// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/source.h"

#include "codec/compress.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

namespace apricot {

namespace {

// Of one gzip file: at most so much, and at most 200 times its own size.
constexpr std::uint64_t unpackedLimit = 4ULL << 30U, unpackedAlways = 64ULL << 20U, expansion = 200;

Error unreadable(const std::string &detail) {
    return fail(ErrorCode::RecordsFileUnreadable, detail);
}

class MemorySource final : public Source {
  public:
    explicit MemorySource(ByteView file) : m_file(file) {}
    Result<std::size_t> read(std::span<std::uint8_t> into) override {
        const std::size_t n = std::min(into.size(), m_file.size() - m_at);
        std::copy_n(m_file.begin() + static_cast<std::ptrdiff_t>(m_at), n, into.begin());
        m_at += n;
        return n;
    }
    Result<> rewind() override {
        m_at = 0;
        return {};
    }
    std::uint64_t size() const override { return m_file.size(); }
    std::uint64_t position() const override { return m_at; }

  private:
    ByteView m_file;
    std::size_t m_at = 0;
};

class FileSource final : public Source {
  public:
    FileSource(std::ifstream file, std::uint64_t size) : m_file(std::move(file)), m_size(size) {}
    Result<std::size_t> read(std::span<std::uint8_t> into) override {
        m_file.read(reinterpret_cast<char *>(into.data()),
                    static_cast<std::streamsize>(into.size()));
        if (m_file.bad()) return unreadable("read error");
        const auto n = static_cast<std::size_t>(m_file.gcount());
        m_at += n;
        return n;
    }
    Result<> rewind() override {
        m_file.clear();
        m_file.seekg(0);
        m_at = 0;
        if (!m_file) return unreadable("cannot go back to the start");
        return {};
    }
    std::uint64_t size() const override { return m_size; }
    std::uint64_t position() const override { return m_at; }

  private:
    std::ifstream m_file;
    std::uint64_t m_size, m_at = 0;
};

class GzipSource final : public Source {
  public:
    explicit GzipSource(std::unique_ptr<Source> packed)
        : m_packed(std::move(packed)), m_limit(limitFor(m_packed->size())), m_gunzip(m_limit) {}
    Result<std::size_t> read(std::span<std::uint8_t> into) override {
        while (m_given == m_plain.size() && !m_ended) {
            m_plain.clear();
            m_given = 0;
            Bytes piece(64U << 10U);
            APRICOT_TRY_ASSIGN(n, m_packed->read(piece));
            if (n == 0) {
                m_ended = true;
                APRICOT_TRY(m_gunzip.finish());
            } else {
                APRICOT_TRY(m_gunzip.feed(ByteView(piece).first(n), m_plain));
            }
        }
        const std::size_t n = std::min(into.size(), m_plain.size() - m_given);
        std::copy_n(m_plain.begin() + static_cast<std::ptrdiff_t>(m_given), n, into.begin());
        m_given += n;
        return n;
    }
    Result<> rewind() override {
        m_gunzip = Gunzip(m_limit);
        m_plain.clear();
        m_given = 0;
        m_ended = false;
        return m_packed->rewind();
    }
    std::uint64_t size() const override { return m_packed->size(); }
    std::uint64_t position() const override { return m_packed->position(); }

  private:
    static std::uint64_t limitFor(std::uint64_t packed) {
        return std::min(unpackedLimit, std::max(unpackedAlways, expansion * packed));
    }

    std::unique_ptr<Source> m_packed;
    std::uint64_t m_limit;
    Gunzip m_gunzip;
    Bytes m_plain;
    std::size_t m_given = 0;
    bool m_ended = false;
};

bool isGzip(ByteView start) {
    return start.size() >= 2 && start[0] == 0x1f && start[1] == 0x8b;
}

} // namespace

Result<std::unique_ptr<Source>> openFile(const std::filesystem::path &path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error) return unreadable(error.message());
    std::ifstream file(path, std::ios::binary);
    if (!file) return unreadable("cannot be opened");
    std::unique_ptr<Source> source = std::make_unique<FileSource>(std::move(file), size);
    std::array<std::uint8_t, 2> start{};
    APRICOT_TRY_ASSIGN(n, source->read(start));
    APRICOT_TRY(source->rewind());
    if (isGzip(ByteView(start).first(n))) source = std::make_unique<GzipSource>(std::move(source));
    return source;
}

std::unique_ptr<Source> openMemory(ByteView file) {
    auto plain = std::make_unique<MemorySource>(file);
    if (isGzip(file)) return std::make_unique<GzipSource>(std::move(plain));
    return plain;
}

} // namespace apricot
