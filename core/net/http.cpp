// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>

namespace apricot::net {

std::string machineOf(const std::string &address) {
    std::array<unsigned char, 16> raw{};
    if (::inet_pton(AF_INET6, address.substr(0, address.find('%')).c_str(), raw.data()) != 1)
        return address;
    constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (std::memcmp(raw.data(), mapped.data(), mapped.size()) == 0)
        return ::inet_ntop(AF_INET, raw.data() + mapped.size(), text.data(), text.size());
    std::memset(raw.data() + 8, 0, 8);
    return std::string(::inet_ntop(AF_INET6, raw.data(), text.data(), text.size())) + "/64";
}

std::string pathWithoutQuery(const std::string &path) {
    return path.substr(0, path.find('?'));
}

std::optional<std::string> queryField(const std::string &path, std::string_view name) {
    const auto question = path.find('?');
    if (question == std::string::npos) return std::nullopt;
    std::string_view rest(path);
    rest.remove_prefix(question + 1);
    while (!rest.empty()) {
        const auto end = std::min(rest.find('&'), rest.size());
        const std::string_view field = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (field.size() > name.size() && field.starts_with(name) && field[name.size()] == '=')
            return std::string(field.substr(name.size() + 1));
    }
    return std::nullopt;
}

} // namespace apricot::net
