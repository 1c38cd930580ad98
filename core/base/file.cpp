// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include "base/same_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace apricot {
namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(Descriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor &operator=(Descriptor &&) = delete;
    ~Descriptor() {
        if (m_fd >= 0) ::close(m_fd);
    }
    [[nodiscard]] int get() const { return m_fd; }

  private:
    int m_fd;
};

// To be read, when it is a file; else -1 and why. Opened without waiting: a pipe would wait for
// whoever writes.
Descriptor openFile(const std::filesystem::path &path, std::uint64_t &size, std::string &problem) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat said {};
    if (file.get() < 0 || ::fstat(file.get(), &said) != 0) {
        problem = std::strerror(errno);
        return Descriptor(-1);
    }
    if (!S_ISREG(said.st_mode)) {
        problem = "not a file";
        return Descriptor(-1);
    }
    size = static_cast<std::uint64_t>(said.st_size);
    return file;
}

// Up to `count` bytes at `offset`, appended; false: errno says why.
bool readAt(const Descriptor &file, std::uint64_t offset, std::uint64_t count, Bytes &out) {
    Bytes block(static_cast<std::size_t>(std::min<std::uint64_t>(count, 1U << 16U)));
    while (count > 0) {
        const std::size_t want =
            static_cast<std::size_t>(std::min<std::uint64_t>(count, block.size()));
        const ssize_t n = ::pread(file.get(), block.data(), want, static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        if (n == 0) return true;
        append(out, ByteView(block.data(), static_cast<std::size_t>(n)));
        offset += static_cast<std::uint64_t>(n);
        count -= static_cast<std::uint64_t>(n);
    }
    return true;
}

// Nothing on success, else what went wrong.
std::string readInto(const std::filesystem::path &path, std::uint64_t limit, Bytes &out) {
    std::uint64_t size = 0;
    std::string problem;
    const Descriptor file = openFile(path, size, problem);
    if (file.get() < 0) return problem;
    const auto tooLarge = [limit] { return "larger than " + std::to_string(limit) + " bytes"; };
    if (size > limit) return tooLarge(); // before a byte of it is held
    out.reserve(size);
    // One more than fits: it may have grown.
    if (!readAt(file, 0, std::min(limit, std::numeric_limits<std::uint64_t>::max() - 1) + 1, out))
        return std::strerror(errno);
    return out.size() > limit ? tooLarge() : std::string();
}

// What another process writes beside the same target is waited for, never written into. It renames
// its file away: then this one is of another target, and a new one is made. The lock ends with the
// process, so that one that was left behind is taken over.
Descriptor openAlone(const std::filesystem::path &path) {
    for (;;) {
        Descriptor file(
            ::open(path.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (file.get() < 0) return file;
        int locked = 0;
        do locked = ::flock(file.get(), LOCK_EX);
        while (locked != 0 && errno == EINTR);
        struct stat own {};
        if (::fstat(file.get(), &own) != 0) return Descriptor(-1);
        if (isNameOf(own, path)) return file;
    }
}

std::string writeInto(const Descriptor &file, ByteView content) {
    if (file.get() < 0 || ::ftruncate(file.get(), 0) != 0) return std::strerror(errno);
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

Error fileUnreadable(const std::filesystem::path &path, const std::string &why) {
    return fail(ErrorCode::FileUnreadable, path.string() + ": " + why);
}

Result<Bytes> readFile(const std::filesystem::path &path, std::uint64_t limit) {
    Bytes out;
    const std::string problem = readInto(path, limit, out);
    if (!problem.empty()) return fileUnreadable(path, problem);
    return out;
}

Result<Bytes> readPart(const std::filesystem::path &path, std::uint64_t offset, std::size_t count) {
    std::uint64_t size = 0;
    std::string problem;
    const Descriptor file = openFile(path, size, problem);
    Bytes out;
    if (file.get() >= 0 && !readAt(file, offset, count, out)) problem = std::strerror(errno);
    if (!problem.empty()) return fileUnreadable(path, problem);
    return out;
}

Error fileUnwritable(const std::filesystem::path &path, const std::string &why) {
    return fail(ErrorCode::FileUnwritable, path.string() + ": " + why);
}

Result<> writeFile(const std::filesystem::path &path, ByteView content) {
    const std::filesystem::path beside = path.string() + ".new";
    const Descriptor file = openAlone(beside); // until it has its name
    std::string problem = writeInto(file, content);
    if (problem.empty()) problem = renameOver(beside, path);
    if (problem.empty()) return {};
    if (file.get() >= 0) ::unlink(beside.c_str());
    return fileUnwritable(path, problem);
}

std::optional<FileMark> markOf(const std::filesystem::path &path) {
    struct stat now {};
    if (::stat(path.c_str(), &now) != 0) return std::nullopt;
    return FileMark{now.st_ino, now.st_size, now.st_mtim.tv_sec, now.st_mtim.tv_nsec};
}

Result<> moveFile(const std::filesystem::path &from, const std::filesystem::path &to) {
    if (const std::string problem = renameOver(from, to); !problem.empty())
        return fileUnwritable(to, problem);
    return {};
}

} // namespace apricot
