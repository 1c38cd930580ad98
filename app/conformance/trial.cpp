// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/trial.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace apricot::conformance {
namespace {

// noexcept: what a judge throws ends this process, and nothing runs here that is the parent's.
[[noreturn]] void child(int pipe, const std::function<Verdict()> &judge,
                        TrialLimits limits) noexcept {
    for (const int fatal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) std::signal(fatal, SIG_DFL);
#ifndef __SANITIZE_ADDRESS__
    const rlimit memory{limits.memoryBytes, limits.memoryBytes};
    setrlimit(RLIMIT_AS, &memory);
#else
    (void)limits;
#endif
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
    const Verdict verdict = judge();
    std::string text(1, static_cast<char>(verdict.kind));
    text += verdict.reason.substr(0, 4000); // one write of at most PIPE_BUF bytes
    const bool written = write(pipe, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    _exit(written ? 0 : 1);
}

// What the child wrote until it closed the pipe, or nothing when the time was over.
std::optional<std::string> readUntil(int pipe, std::chrono::steady_clock::time_point end) {
    using namespace std::chrono;
    std::string out;
    std::array<char, 4096> buffer{};
    for (;;) {
        const auto left = duration_cast<milliseconds>(end - steady_clock::now()).count();
        pollfd waiting{pipe, POLLIN, 0};
        if (left <= 0 || poll(&waiting, 1, static_cast<int>(left)) == 0) return std::nullopt;
        const ssize_t n = read(pipe, buffer.data(), buffer.size());
        if (n <= 0) return out;
        out.append(buffer.data(), static_cast<std::size_t>(n));
    }
}

} // namespace

Verdict tryInChild(const std::function<Verdict()> &judge, TrialLimits limits) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return {Kind::Crash, "no pipe"};
    const pid_t pid = fork();
    if (pid < 0) return {Kind::Crash, "no process"};
    if (pid == 0) {
        close(ends[0]);
        child(ends[1], judge, limits);
    }
    close(ends[1]);
    const auto text =
        readUntil(ends[0], std::chrono::steady_clock::now() + std::chrono::seconds(limits.seconds));
    close(ends[0]);
    if (!text) kill(pid, SIGKILL);
    int status = 0;
    waitpid(pid, &status, 0);
    if (!text) return {Kind::Hang, "no answer within " + std::to_string(limits.seconds) + " s"};
    if (WIFSIGNALED(status)) return {Kind::Crash, strsignal(WTERMSIG(status))};
    if (text->empty() || WEXITSTATUS(status) != 0)
        return {Kind::Crash, "ended with status " + std::to_string(WEXITSTATUS(status))};
    return {static_cast<Kind>(text->front()), text->substr(1)};
}

} // namespace apricot::conformance
