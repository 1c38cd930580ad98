// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen/memory.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <netinet/in.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace apricot::test {
namespace {

constexpr std::uint8_t mask = 0x5a;
constexpr std::size_t block = 1U << 20U;

void writeAll(int fd, ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n <= 0) ::_exit(1);
        bytes = bytes.subspan(static_cast<std::size_t>(n));
    }
}

bool isAt(const std::uint8_t *at, const Bytes &masked) {
    for (std::size_t i = 0; i < masked.size(); ++i)
        if ((at[i] ^ mask) != masked[i]) return false;
    return true;
}

} // namespace

std::vector<Masked> learnt(const std::function<void(const Found &)> &learn) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) return {};
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        learn([&](const std::string &name, ByteView secret) {
            Bytes line{static_cast<std::uint8_t>(name.size()),
                       static_cast<std::uint8_t>(secret.size())};
            append(line, viewOf(name));
            for (const std::uint8_t byte : secret) line.push_back(byte ^ mask);
            writeAll(ends[1], line);
        });
        ::_exit(0);
    }
    ::close(ends[1]);
    Bytes all(4096);
    std::size_t size = 0;
    for (ssize_t n = 1; n > 0 && size < all.size(); size += static_cast<std::size_t>(n))
        n = std::max<ssize_t>(0, ::read(ends[0], all.data() + size, all.size() - size));
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    std::vector<Masked> out;
    for (std::size_t at = 0; at + 2 < size;) {
        const std::size_t name = all[at], secret = all[at + 1];
        const ByteView rest = ByteView(all).subspan(at + 2, name + secret);
        out.push_back({std::string(textOf(rest.first(name))),
                       Bytes(rest.begin() + static_cast<std::ptrdiff_t>(name), rest.end())});
        at += 2 + name + secret;
    }
    return out;
}

std::vector<std::string> inMemory(const std::vector<Masked> &secrets) {
    std::vector<std::string> out;
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    // Outside the heap, and passed over: it holds copies of all else.
    auto *const seen = static_cast<std::uint8_t *>(
        ::mmap(nullptr, 2 * block, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    const auto own = reinterpret_cast<std::uintptr_t>(seen);
    const auto look = [&](std::uintptr_t from, std::uintptr_t to) {
        for (; from < to; from += block) {
            const std::size_t want = std::min<std::size_t>(to - from, block + 64);
            const ssize_t n = ::pread(memory, seen, want, static_cast<off_t>(from));
            if (n <= 0) continue;
            for (const Masked &secret : secrets) {
                const auto have = static_cast<std::size_t>(n);
                if (have < secret.bytes.size()) continue;
                const std::uint8_t first = secret.bytes[0] ^ mask;
                for (std::size_t i = 0; i + secret.bytes.size() <= have; ++i)
                    if (seen[i] == first && isAt(seen + i, secret.bytes)) {
                        char place[64];
                        std::snprintf(place, sizeof(place), " at %zx", from + i);
                        out.push_back(secret.name + place);
                        break;
                    }
            }
        }
    };
    std::vector<std::pair<std::uintptr_t, std::uintptr_t>> ranges;
    {
        std::ifstream maps("/proc/self/maps");
        for (std::string line; std::getline(maps, line);) {
            unsigned long from = 0, to = 0;
            char way[5] = {};
            if (std::sscanf(line.c_str(), "%lx-%lx %4s", &from, &to, way) == 3 && way[0] == 'r'
                && way[1] == 'w')
                ranges.emplace_back(from, to);
        }
    }
    for (const auto &[from, to] : ranges) {
        if (own < from || own >= to) {
            look(from, to);
            continue;
        }
        look(from, own);
        look(own + 2 * block, to);
    }
    std::memset(seen, 0, 2 * block);
    ::munmap(seen, 2 * block);
    ::close(memory);
    return out;
}

SilentNode::SilentNode() : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto *const any = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_fd, any, size) == 0 && ::listen(m_fd, 16) == 0
        && ::getsockname(m_fd, any, &size) == 0)
        m_port = ntohs(address.sin_port);
}

SilentNode::~SilentNode() {
    for (const int fd : m_asking) ::close(fd);
    ::close(m_fd);
}

bool SilentNode::isAsked() {
    pollfd waits{m_fd, POLLIN, 0};
    if (::poll(&waits, 1, 10'000) != 1) return false;
    const int fd = ::accept(m_fd, nullptr, nullptr);
    if (fd < 0) return false;
    m_asking.push_back(fd);
    pollfd asks{fd, POLLIN, 0};
    return ::poll(&asks, 1, 10'000) == 1;
}

} // namespace apricot::test
