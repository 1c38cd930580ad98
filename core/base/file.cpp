// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace apricot {
namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() {
        if (m_fd >= 0) ::close(m_fd);
    }
    [[nodiscard]] int get() const { return m_fd; }

  private:
    int m_fd;
};

// Nothing on success, else what went wrong.
std::string readInto(const std::filesystem::path &path, std::uint64_t limit, Bytes &out) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return std::strerror(errno);
    Bytes block(1U << 16U);
    for (;;) {
        const ssize_t n = ::read(file.get(), block.data(), block.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return std::strerror(errno);
        if (n == 0) return {};
        if (out.size() + static_cast<std::size_t>(n) > limit)
            return "larger than " + std::to_string(limit) + " bytes";
        append(out, ByteView(block.data(), static_cast<std::size_t>(n)));
    }
}

std::string writeTo(const std::filesystem::path &path, ByteView content) {
    const Descriptor file(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (file.get() < 0) return std::strerror(errno);
    while (!content.empty()) {
        const ssize_t n = ::write(file.get(), content.data(), content.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return std::strerror(errno);
        content = content.subspan(static_cast<std::size_t>(n));
    }
    return ::fsync(file.get()) == 0 ? std::string() : std::strerror(errno);
}

// Empty when it is done, for good: the rename itself is lost by a power cut unless the folder is
// synced too.
std::string renameOver(const std::filesystem::path &from, const std::filesystem::path &to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return std::strerror(errno);
    const std::filesystem::path folder = to.parent_path();
    const Descriptor dir(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC));
    if (dir.get() >= 0) ::fsync(dir.get());
    return {};
}

} // namespace

Result<Bytes> readFile(const std::filesystem::path &path, std::uint64_t limit) {
    Bytes out;
    const std::string problem = readInto(path, limit, out);
    if (!problem.empty()) return fail(Code::FileUnreadable, path.string() + ": " + problem);
    return out;
}

Error fileUnwritable(const std::filesystem::path &path, const std::string &why) {
    return fail(Code::FileUnwritable, path.string() + ": " + why);
}

Result<> writeFile(const std::filesystem::path &path, ByteView content) {
    const std::filesystem::path beside = path.string() + ".new";
    std::string problem = writeTo(beside, content);
    if (problem.empty()) problem = renameOver(beside, path);
    if (problem.empty()) return {};
    ::unlink(beside.c_str());
    return fileUnwritable(path, problem);
}

Result<> moveFile(const std::filesystem::path &from, const std::filesystem::path &to) {
    if (const std::string problem = renameOver(from, to); !problem.empty())
        return fileUnwritable(to, problem);
    return {};
}

} // namespace apricot
