// SPDX-License-Identifier: GPL-3.0-or-later
// The index of organisations in the state, so that nobody replays a chain to find a clinic: pages
// ordered by name, and a first leaf that says where each page begins. Whoever has the first leaf
// asks for one page, which names many organisations and not the one that is looked for.
#pragma once

#include "ledger/organisation.h"
#include "ledger/rules.h"

namespace apricot {

// What a page tells of an organisation; the rest stands under its own key.
struct Listed {
    OrganisationId id;
    std::string name;
    OrganisationStatus status = OrganisationStatus::Active;
    std::uint16_t roles = 1;
    std::uint16_t purposes = 0;
    std::uint8_t tier = 0;
    bool operator==(const Listed &) const = default;
};
[[nodiscard]] Listed listedFrom(const Organisation &organisation);

using DirectoryPage = std::vector<Listed>; // ascending by directoryOrder
// A page that grows beyond the most is split in halves, so that a page of a large directory begins
// with at least half of it.
inline constexpr std::size_t mostListed = 128;

struct PageStart {
    Bytes from; // the first order that belongs to the page; the first page's is empty
    std::uint32_t page = 0;
    bool operator==(const PageStart &) const = default;
};
using DirectoryPages = std::vector<PageStart>; // ascending by `from`; the first page is number 0

// A name for ordering and searching: ASCII letters small, spaces and ASCII punctuation left out.
[[nodiscard]] std::string foldedName(std::string_view name);
[[nodiscard]] Bytes directoryOrder(std::string_view name, const OrganisationId &id);
// Where names that begin so begin: an index into `pages`, which are not empty.
[[nodiscard]] std::size_t pageOf(const DirectoryPages &pages, ByteView order);

[[nodiscard]] Bytes directoryKey();
[[nodiscard]] Bytes directoryPageKey(std::uint32_t page);
[[nodiscard]] Bytes encodePages(const DirectoryPages &pages);
[[nodiscard]] Bytes encodePage(const DirectoryPage &page);
// StateMalformed, and the CBOR errors.
[[nodiscard]] Result<DirectoryPages> decodePages(ByteView value);
[[nodiscard]] Result<DirectoryPage> decodePage(ByteView value);
// What stands under a page's key; nothing there is malformed too.
[[nodiscard]] Result<DirectoryPage> pageFrom(const std::optional<Bytes> &value);

// The index's writes when an organisation comes, or changes what is listed of it. One page is
// written, two when it is split or the organisation is renamed into another. The state's errors.
[[nodiscard]] Result<Writes> relist(const StateView &state,
                                    const std::optional<Organisation> &before,
                                    const Organisation &after);
// The same when many come at once.
[[nodiscard]] Result<Writes> enterAll(const StateView &state, const std::vector<Listed> &coming);

} // namespace apricot
