// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/chosen_file.h"

#include "base/file.h"
#include "base/same_file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace apricot {
namespace {

namespace fs = std::filesystem;

// Some file systems do not tell capitals from small letters.
std::string small(std::string text) {
    for (char &c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

// What is being written; a name that nobody may choose, since what is left of it goes.
constexpr std::string_view unfinished = ".apricot-unfinished-";
bool isUnfinished(const fs::path &file) {
    return small(file.filename().string()).starts_with(unfinished);
}

// What lies beside a vault of that name.
constexpr std::array<std::string_view, 13> besideVault = {
    "",     ".key", ".lock",    ".quick",       ".touch",   "-wal",    "-journal",
    "-shm", ".new", ".new-wal", ".new-journal", ".key.new", ".key.old"};
// What a folder of the product's own holds: a ledger, a node's home, a mailbox.
constexpr std::array<std::string_view, 5> inKeptFolder = {"ledger.key", "data.mdb", "packages",
                                                          "halves", "inboxes"};

// Where the file really is or would be, every link on the way followed.
fs::path resolved(const fs::path &file) {
    std::error_code error;
    fs::path at = fs::absolute(file, error);
    if (error) return file;
    for (int links = 0; links < 40 && fs::is_symlink(at, error); ++links) {
        const fs::path next = fs::read_symlink(at, error);
        if (error) break;
        at = next.is_absolute() ? next : at.parent_path() / next;
    }
    const fs::path canonical = fs::weakly_canonical(at, error);
    return error ? at : canonical;
}

// A vault is what has its key or its lock beside it. `itself`: the vault counts too.
bool isBesideVault(const fs::path &file, bool itself) {
    struct stat is {};
    const bool exists = ::stat(file.c_str(), &is) == 0;
    const std::string name = small(file.filename().string());
    std::error_code error;
    for (auto at = fs::directory_iterator(file.parent_path(), error);
         !error && at != fs::directory_iterator(); at.increment(error)) {
        const std::string found = at->path().filename().string();
        const auto end = small(at->path().extension().string());
        if (end != ".key" && end != ".lock") continue;
        const std::string vault = found.substr(0, found.size() - end.size());
        for (const std::string_view beside : besideVault) {
            if (beside.empty() && !itself) continue;
            const std::string kept = small(vault + std::string(beside));
            if (name == kept || (beside == ".key.old" && name.starts_with(kept))) return true;
            if (exists && isNameOf(is, file.parent_path() / (vault + std::string(beside))))
                return true;
        }
    }
    return false;
}

bool isInKeptFolder(const fs::path &file) {
    std::error_code ignored;
    for (fs::path at = file.parent_path();; at = at.parent_path()) {
        std::size_t marks = 0;
        for (const std::string_view mark : inKeptFolder)
            marks += fs::exists(at / mark, ignored) ? 1 : 0;
        // "packages" alone is anybody's name.
        if (marks > 1 || fs::exists(at / "data.mdb", ignored)) return true;
        if (at == at.parent_path()) return false;
    }
}

// Synced to the disk; a folder too, or a power cut loses the name.
bool sync(const fs::path &path, int flags) {
    const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
    if (fd < 0) return false;
    const bool done = ::fsync(fd) == 0;
    ::close(fd);
    return done;
}

// 0, or what went wrong; never over anything.
int renameToNew(const fs::path &from, const fs::path &to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    // The file system cannot: a second name, then the first goes; or, without links, a look before.
    if (::link(from.c_str(), to.c_str()) == 0) return ::unlink(from.c_str()) == 0 ? 0 : errno;
    if (errno == EEXIST) return errno;
    struct stat is {};
    if (::lstat(to.c_str(), &is) == 0) return EEXIST;
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

void drop(const fs::path &beside) {
    for (const char *end : {"", "-wal", "-journal"}) ::unlink((beside.string() + end).c_str());
}

// What killed programs left: nobody holds it.
void sweep(const fs::path &folder) {
    std::error_code error;
    for (auto at = fs::directory_iterator(folder, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (!name.starts_with(unfinished) || name.size() != unfinished.size() + 6) continue;
        const int fd = ::open(at->path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (fd < 0) continue;
        if (::flock(fd, LOCK_EX | LOCK_NB) == 0) drop(at->path());
        ::close(fd);
    }
}

Error kept(const fs::path &file) {
    return fail(ErrorCode::ChosenFileIsKept, file.string());
}
Error taken(const fs::path &file) {
    return fail(ErrorCode::ChosenFileExists, file.string());
}

// No name, as of what was chosen by a URL that is no local file: beside it would be wherever the
// program was started.
Result<> checkNamed(const fs::path &file) {
    if (file.empty()) return fileUnwritable(file, std::strerror(ENOENT));
    return {};
}

std::string writeAll(const fs::path &path, ByteView content) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return std::strerror(errno);
    std::string problem;
    while (!content.empty() && problem.empty()) {
        const ssize_t n = ::write(fd, content.data(), content.size());
        if (n < 0 && errno != EINTR) problem = std::strerror(errno);
        if (n > 0) content = content.subspan(static_cast<std::size_t>(n));
    }
    if (::close(fd) != 0 && problem.empty()) problem = std::strerror(errno);
    return problem;
}

// It and the files beside it would be none of another vault's.
Result<> checkVaultName(const fs::path &to) {
    if (isUnfinished(to) || isBesideVault(to, false) || isInKeptFolder(to)) return kept(to);
    std::error_code ignored;
    for (const std::string_view beside : besideVault)
        for (const char *end : {".key", ".lock"})
            if (!beside.empty() && fs::exists(to.string() + std::string(beside) + end, ignored))
                return kept(to);
    return {};
}

} // namespace

Result<> checkChosenFile(const std::filesystem::path &file, Replace replace) {
    APRICOT_TRY(checkNamed(file));
    const fs::path to = resolved(file);
    struct stat is {};
    const bool there = ::stat(to.c_str(), &is) == 0;
    // A file with a second name may be a vault's, which has its other files elsewhere.
    if (isUnfinished(to) || isBesideVault(to, true) || isInKeptFolder(to)
        || (there && S_ISREG(is.st_mode) && is.st_nlink > 1))
        return kept(to);
    if (there && S_ISDIR(is.st_mode)) return fileUnwritable(to, std::strerror(EISDIR));
    if (there && replace == Replace::No) return taken(to);
    if (there && !S_ISREG(is.st_mode)) return fileUnwritable(to, "no plain file");
    return {};
}

Result<ChosenFile> ChosenFile::begin(const std::filesystem::path &file, Replace replace) {
    APRICOT_TRY(checkChosenFile(file, replace));
    return beside(resolved(file), replace);
}

Result<ChosenFile> ChosenFile::beginVault(const std::filesystem::path &vault) {
    APRICOT_TRY(checkNamed(vault));
    const fs::path to = resolved(vault);
    std::error_code ignored;
    if (fs::exists(to, ignored)) return taken(to);
    APRICOT_TRY(checkVaultName(to));
    APRICOT_TRY_ASSIGN(out, beside(to, Replace::No));
    out.m_vault = true;
    return out;
}

Result<ChosenFile> ChosenFile::beside(std::filesystem::path to, Replace replace) {
    std::string beside = (to.parent_path() / unfinished).string();
    beside += "XXXXXX";
    sweep(to.parent_path());
    const int fd = ::mkostemp(beside.data(), O_CLOEXEC);
    if (fd < 0) return fileUnwritable(to, std::strerror(errno));
    (void)::flock(fd, LOCK_EX | LOCK_NB); // it is new: nobody else can have it
    return ChosenFile(std::move(to), beside, fd, replace);
}

ChosenFile::ChosenFile(ChosenFile &&other) noexcept
    : m_to(std::move(other.m_to)), m_beside(std::move(other.m_beside)),
      m_fd(std::exchange(other.m_fd, -1)), m_replace(other.m_replace), m_vault(other.m_vault) {
    other.m_beside.clear();
}

ChosenFile::~ChosenFile() {
    if (!m_beside.empty()) drop(m_beside);
    if (m_fd >= 0) ::close(m_fd);
}

Result<> ChosenFile::finish() {
    if (!sync(m_beside, O_WRONLY)) return fileUnwritable(m_to, std::strerror(errno));
    if (!m_vault) APRICOT_TRY(checkChosenFile(m_to, m_replace)); // it may have come meanwhile
    int problem = 0;
    if (m_replace == Replace::No)
        problem = renameToNew(m_beside, m_to);
    else if (::rename(m_beside.c_str(), m_to.c_str()) != 0)
        problem = errno;
    if (problem == EEXIST) return taken(m_to);
    if (problem != 0) return fileUnwritable(m_to, std::strerror(problem));
    m_beside.clear();
    (void)sync(m_to.parent_path(), O_RDONLY);
    return {};
}

Result<> writeChosenFile(const std::filesystem::path &file, ByteView content, Replace replace) {
    APRICOT_TRY_ASSIGN(out, ChosenFile::begin(file, replace));
    const std::string problem = writeAll(out.path(), content);
    if (!problem.empty()) return fileUnwritable(file, problem);
    return out.finish();
}

} // namespace apricot
