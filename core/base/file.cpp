// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
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

// Nothing on success, else what went wrong.
std::string readInto(const std::filesystem::path &path, std::uint64_t limit, Bytes &out) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return std::strerror(errno);
    const auto tooLarge = [limit] { return "larger than " + std::to_string(limit) + " bytes"; };
    struct stat said {};
    if (::fstat(file.get(), &said) == 0 && S_ISREG(said.st_mode)) {
        const auto size = static_cast<std::uint64_t>(said.st_size);
        if (size > limit) return tooLarge(); // before a byte of it is held
        out.reserve(size);
    }
    Bytes block(1U << 16U);
    for (;;) {
        const ssize_t n = ::read(file.get(), block.data(), block.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return std::strerror(errno);
        if (n == 0) return {};
        if (out.size() + static_cast<std::size_t>(n) > limit) return tooLarge();
        append(out, ByteView(block.data(), static_cast<std::size_t>(n)));
    }
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
        struct stat own {
        }, named{};
        if (::fstat(file.get(), &own) != 0) return Descriptor(-1);
        if (::stat(path.c_str(), &named) == 0 && own.st_ino == named.st_ino
            && own.st_dev == named.st_dev)
            return file;
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

Result<Bytes> readFile(const std::filesystem::path &path, std::uint64_t limit) {
    Bytes out;
    const std::string problem = readInto(path, limit, out);
    if (!problem.empty()) return fail(ErrorCode::FileUnreadable, path.string() + ": " + problem);
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
