// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a person from losing their record: the recovery words written down and checked, a
// backup that is not too old, and the devices on which the vault was made or restored.
#pragma once

#include "vault/vault.h"
#include "wallet/wallet.h"

namespace apricot {

enum class Arrival : std::uint8_t {
    Made,
    Restored,
    Recovered
}; // new; from a backup; from 24 words

struct DeviceUsed {
    UnixTime time = 0;
    Arrival how = Arrival::Made;
    std::string name; // as the device calls itself
};

struct Safekeeping {
    bool wordsChecked = false;
    std::optional<UnixTime> backedUp; // the last time
    std::vector<DeviceUsed> devices;  // oldest first
};

// A backup older than that is called for again.
inline constexpr UnixTime backupGoodFor = UnixTime{90} * 24 * 60 * 60;

[[nodiscard]] Result<Safekeeping> safekeepingOf(Vault &vault);
// Kept with the vault's settings and in its log.
[[nodiscard]] Result<> noteArrival(Vault &vault, Arrival how, std::string_view device,
                                   const Clock &clock);
[[nodiscard]] Result<> noteWordsChecked(Vault &vault);
// Backs up (Vault::backup) and remembers when.
[[nodiscard]] Result<> backUp(Vault &vault, const std::filesystem::path &to, const Clock &clock,
                              const Progress &progress = {}, Replace replace = Replace::No);

// Whether `typed` is the word at `position` (from 1) of a phrase with single spaces, in whatever
// way it is typed (wallet/typed_words.h).
[[nodiscard]] bool isWordOf(ByteView phrase, std::size_t position, ByteView typed);

} // namespace apricot
