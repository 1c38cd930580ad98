// SPDX-License-Identifier: GPL-3.0-or-later
// What is written down for others, by which they reach a node and know it: looked at by the same
// rules before it is written as when it is used.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <filesystem>
#include <optional>

namespace apricot::net {

struct Address {
    std::string whole, host, port;
    bool isSecure = false;
};
// "https://host:port", "http://" on loopback alone; a host of IPv6 stands in brackets.
// NetAddressInvalid.
[[nodiscard]] Result<Address> readAddress(const std::string &text);

inline constexpr std::size_t largestAuthority = std::size_t{64} << 10U; // bytes of its file
// The certificates (PEM) in an authority's file. Nothing: it is no file, larger, holds none, or a
// private key with them, which nobody gives away.
[[nodiscard]] std::optional<Bytes> authorityIn(const std::filesystem::path &file);

} // namespace apricot::net
