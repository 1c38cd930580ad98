// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/passphrase.h"

#include "cli/output.h"
#include "session/new_passphrase.h"

#include <QCoreApplication>

#include <cstdio>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace apricot::cli {
namespace {

constexpr std::size_t longest = 1024;

// No echo while it lives.
class Unseen {
  public:
    explicit Unseen(int fd) : m_fd(fd) {
        if (tcgetattr(fd, &m_before) != 0) return;
        termios now = m_before;
        now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = tcsetattr(fd, TCSAFLUSH, &now) == 0;
    }
    Unseen(const Unseen &) = delete;
    Unseen &operator=(const Unseen &) = delete;
    ~Unseen() {
        if (m_changed) tcsetattr(m_fd, TCSAFLUSH, &m_before);
    }

  private:
    int m_fd;
    termios m_before{};
    bool m_changed = false;
};

// A line without its end; byte by byte, so that the next line stays for the next question.
std::optional<SecretBytes> readLine(int fd) {
    SecretBytes line(longest);
    std::size_t size = 0;
    for (;;) {
        std::uint8_t byte = 0;
        const ssize_t n = read(fd, &byte, 1);
        if (n < 0 || (n == 0 && size == 0) || size == longest) return std::nullopt;
        if (n == 0 || byte == '\n') break;
        line.writable()[size++] = byte;
    }
    if (size == 0) return std::nullopt;
    return SecretBytes::take(line.writable().first(size));
}

} // namespace

Result<SecretBytes> PassphraseSource::ask(const std::string &prompt) {
    std::optional<SecretBytes> line;
    if (m_fd >= 0) {
        line = readLine(m_fd);
    } else if (const int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC); terminal >= 0) {
        {
            const Unseen unseen(terminal); // before the question, so that a quick answer is unseen
            dprintf(terminal, "%s: ", prompt.c_str());
            line = readLine(terminal);
        }
        dprintf(terminal, "\n");
        close(terminal);
    }
    if (!line) return fail(ErrorCode::PassphraseMissing);
    return std::move(*line);
}

Result<SecretBytes> PassphraseSource::askNew(const std::string &prompt) {
    APRICOT_TRY_ASSIGN(typed, ask(prompt));
    if (m_fd >= 0) return typed;
    //: Prompt of the command line program, after a new passphrase was typed once
    APRICOT_TRY_ASSIGN(again, ask(say(QT_TRANSLATE_NOOP("cli", "The same passphrase again"))));
    APRICOT_TRY(typedTwice(typed, again));
    return typed;
}

} // namespace apricot::cli
