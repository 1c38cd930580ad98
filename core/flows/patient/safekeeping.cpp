// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/safekeeping.h"

#include "vault/events.h"
#include "wallet/typed_words.h"

#include <algorithm>
#include <charconv>

namespace apricot {
namespace {

std::optional<UnixTime> timeIn(ByteView bytes) {
    UnixTime out = 0;
    const std::string_view text = textOf(bytes);
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return out;
}

std::string_view nameOf(Arrival how) {
    switch (how) {
    case Arrival::Made:
        return "made";
    case Arrival::Restored:
        return "restored";
    case Arrival::Recovered:
        break;
    }
    return "recovered";
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

} // namespace

Result<Safekeeping> safekeepingOf(Vault &vault) {
    Safekeeping out;
    APRICOT_TRY_ASSIGN(checked, vault.get(spaces::safekeeping, "words-checked"));
    out.wordsChecked = checked.has_value();
    APRICOT_TRY_ASSIGN(backup, vault.get(spaces::safekeeping, "backed-up"));
    if (backup) out.backedUp = timeIn(backup->view());
    APRICOT_TRY_ASSIGN(times, vault.keys(spaces::devices));
    for (const std::string &key : times) {
        APRICOT_TRY_ASSIGN(value, vault.get(spaces::devices, key));
        const auto time = timeIn(viewOf(key));
        if (!value || !time) continue;
        const std::string_view text = textOf(value->view());
        const auto blank = std::min(text.find(' '), text.size());
        DeviceUsed device{*time, Arrival::Made, std::string(trimmed(text.substr(blank)))};
        for (const Arrival how : {Arrival::Restored, Arrival::Recovered})
            if (text.substr(0, blank) == nameOf(how)) device.how = how;
        out.devices.push_back(std::move(device));
    }
    std::ranges::sort(out.devices, {}, &DeviceUsed::time);
    return out;
}

Result<> noteArrival(Vault &vault, Arrival how, std::string_view device, const Clock &clock) {
    const std::string value = std::string(nameOf(how)) + ' ' + std::string(device);
    APRICOT_TRY(vault.put(spaces::devices, std::to_string(clock.now()), viewOf(value)));
    return note<events::device>(vault, nameOf(how));
}

Result<> noteWordsChecked(Vault &vault) {
    return vault.put(spaces::safekeeping, "words-checked", viewOf("1"));
}

Result<> backUp(Vault &vault, const std::filesystem::path &to, const Clock &clock,
                const Progress &progress, Replace replace) {
    APRICOT_TRY(vault.backup(to, progress, replace));
    return vault.put(spaces::safekeeping, "backed-up", viewOf(std::to_string(clock.now())));
}

bool isWordOf(ByteView phrase, std::size_t position, ByteView typed) {
    std::string_view rest = textOf(phrase);
    for (std::size_t i = 1; i < position; ++i) {
        const auto blank = rest.find(' ');
        if (blank == std::string_view::npos) return false;
        rest.remove_prefix(blank + 1);
    }
    std::string_view said = textOf(typed);
    const std::string_view word = nextTypedWord(said);
    return isTypedAs(word, rest.substr(0, rest.find(' '))) && nextTypedWord(said).empty();
}

} // namespace apricot
