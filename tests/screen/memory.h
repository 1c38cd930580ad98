// SPDX-License-Identifier: GPL-3.0-or-later
// What this process has in its memory, searched for secrets. The test knows them only masked, so
// that it does not find itself; they are learnt in another process, whose memory is gone by then.
#pragma once

#include "base/bytes.h"

#include <functional>
#include <string>
#include <vector>

namespace apricot::test {

// Under AddressSanitizer freed memory is kept for a while, and there are terabytes to read.
#ifdef __SANITIZE_ADDRESS__
inline constexpr bool memoryTells = false;
#else
inline constexpr bool memoryTells = true;
#endif

struct Masked {
    std::string name;
    Bytes bytes; // each XOR 0x5a
};
using Found = std::function<void(const std::string &name, ByteView secret)>;

// `learn` runs in a process of its own and names secrets of at least 16 bytes each.
[[nodiscard]] std::vector<Masked> learnt(const std::function<void(const Found &)> &learn);
// The names of those that stand anywhere in this process's writable memory.
[[nodiscard]] std::vector<std::string> inMemory(const std::vector<Masked> &secrets);

// A port of this machine that takes connections and never answers.
class SilentNode {
  public:
    SilentNode();
    SilentNode(const SilentNode &) = delete;
    SilentNode &operator=(const SilentNode &) = delete;
    ~SilentNode();
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] bool isAsked(); // waits, seconds at most, until somebody has asked something

  private:
    int m_fd = -1, m_port = 0;
    std::vector<int> m_asking;
};

} // namespace apricot::test
