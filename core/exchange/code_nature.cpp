// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/code_nature.h"

#include <algorithm>
#include <array>
#include <string>

namespace apricot {

CodeNature natureOf(std::string_view code) {
    struct Beginning {
        std::string_view text; // lower case
        CodeNature nature;
    };
    // The longer one of two that begin alike stands first.
    static constexpr std::array beginnings = {
        Beginning{"apricot:1:", CodeNature::Permission},
        Beginning{"apricot:ask:1:", CodeNature::ClinicRequest},
        Beginning{"apricot:", CodeNature::OtherApricot},
        Beginning{"shc:/", CodeNature::HealthCard},
        Beginning{"hc1:", CodeNature::HealthCard},
        Beginning{"shlink:/", CodeNature::HealthLink},
        Beginning{"wxp://", CodeNature::Payment},
        Beginning{"weixin://", CodeNature::Payment},
        Beginning{"alipay", CodeNature::Payment},
        Beginning{"https://qr.alipay.com", CodeNature::Payment},
        Beginning{"https://qr.95516.com", CodeNature::Payment},
        Beginning{"000201", CodeNature::Payment}, // EMV merchant-presented code
        Beginning{"bcd\n", CodeNature::Payment},  // EPC bank transfer
        Beginning{"http://", CodeNature::WebAddress},
        Beginning{"https://", CodeNature::WebAddress},
        Beginning{"www.", CodeNature::WebAddress},
        Beginning{"begin:vcard", CodeNature::Contact},
        Beginning{"mecard:", CodeNature::Contact},
        Beginning{"mailto:", CodeNature::Contact},
        Beginning{"tel:", CodeNature::Contact},
        Beginning{"wifi:", CodeNature::Network},
    };
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    std::string start(code.substr(0, 32));
    std::ranges::transform(start, start.begin(), lower);
    for (const Beginning &one : beginnings)
        if (start.starts_with(one.text)) return one.nature;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (code.size() >= 8 && std::ranges::all_of(code, isDigit)) {
        // An electronic health card's number in China has 64 characters; goods have fewer.
        return code.size() == 64 ? CodeNature::HealthCard : CodeNature::ProductNumber;
    }
    return CodeNature::Unknown;
}

} // namespace apricot
