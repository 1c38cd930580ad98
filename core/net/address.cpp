// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/address.h"

#include "base/file.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <openssl/pem.h>

namespace apricot::net {
namespace {

bool isOfHosts(char c) {
    return c > ' ' && c <= '~' && std::string_view("/@?#\\\"<>").find(c) == std::string_view::npos;
}

std::optional<Address> addressIn(const std::string &text) {
    Address out{text, {}, "443", text.starts_with("https://")};
    bool known = out.isSecure;
    for (const char *loopback : {"http://127.0.0.1:", "http://[::1]:", "http://localhost:"})
        known = known || text.starts_with(loopback);
    if (!known) return std::nullopt;
    std::string rest = text.substr(text.find("://") + 3);
    if (rest.ends_with('/')) rest.pop_back();
    const auto bracket = rest.starts_with('[') ? rest.find(']') : 0;
    if (bracket == std::string::npos) return std::nullopt;
    const auto colon = rest.find(':', bracket);
    out.host = bracket > 0 ? rest.substr(1, bracket - 1) : rest.substr(0, colon);
    if (out.host.empty() || !std::ranges::all_of(out.host, isOfHosts)) return std::nullopt;
    if (bracket > 0 && std::min(colon, rest.size()) != bracket + 1) return std::nullopt;
    if (colon == std::string::npos) return out;
    out.port = rest.substr(colon + 1);
    std::uint16_t number = 0;
    const char *const end = out.port.data() + out.port.size();
    const auto read = std::from_chars(out.port.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number == 0) return std::nullopt;
    return out;
}

// As asio adds them: the first that cannot be read ends it.
bool holdsCertificate(ByteView pem) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(
        BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
    const std::unique_ptr<X509, decltype(&X509_free)> first(
        in ? PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr) : nullptr, X509_free);
    return first != nullptr;
}

} // namespace

Result<Address> readAddress(const std::string &text) {
    auto read = addressIn(text);
    if (!read) return fail(ErrorCode::NetAddressInvalid, text);
    return std::move(*read);
}

std::optional<Bytes> authorityIn(const std::filesystem::path &file) {
    std::error_code ignored; // a pipe or a device might never end
    if (!std::filesystem::is_regular_file(file, ignored)) return std::nullopt;
    auto pem = readFile(file, largestAuthority);
    if (!pem || textOf(*pem).find("PRIVATE KEY") != std::string_view::npos
        || !holdsCertificate(*pem))
        return std::nullopt;
    return std::move(*pem);
}

} // namespace apricot::net
