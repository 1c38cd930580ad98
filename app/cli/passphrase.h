// SPDX-License-Identifier: GPL-3.0-or-later
// Passphrases come from the terminal (unseen) or from a file descriptor, one a line; never from an
// argument, where every process could read them.
#pragma once

#include "base/result.h"
#include "crypto/secret.h"

namespace apricot::cli {

class PassphraseSource {
  public:
    // fd < 0: the terminal.
    explicit PassphraseSource(int fd) : m_fd(fd) {}
    // PassphraseMissing when there is none to read.
    [[nodiscard]] Result<SecretBytes> ask(const std::string &prompt);
    // A new one: at the terminal twice, since nobody saw what was typed. PassphrasesDiffer.
    [[nodiscard]] Result<SecretBytes> askNew(const std::string &prompt);

  private:
    int m_fd;
};

} // namespace apricot::cli
