// SPDX-License-Identifier: GPL-3.0-or-later
// What a scanned code is, by how it begins: so that a wrong one is called by its name.
#pragma once

#include <cstdint>
#include <string_view>

namespace apricot {

enum class CodeNature : std::uint8_t {
    Permission,    // APRICOT:1: (consent/grant.h)
    ClinicRequest, // APRICOT:ASK:1: (flows/patient/request.h)
    OtherApricot,  // another APRICOT: code, of a later version perhaps
    HealthCard,    // SMART Health Card, EU certificate, Chinese electronic health card
    HealthLink,    // SMART Health Link
    Payment,       // WeChat, Alipay, UnionPay, EMV
    WebAddress,    // http(s)
    Contact,       // vCard, MECARD, mail, telephone
    Network,       // Wi-Fi
    ProductNumber, // digits alone: a barcode of goods or drugs
    Unknown
};
[[nodiscard]] CodeNature natureOf(std::string_view code);

} // namespace apricot
