// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/directory_index.h"

#include "ledger/state_codec.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Listed> &listed) {
    archive(listed.id, listed.name, listed.status, listed.roles, listed.purposes, listed.tier);
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, PageStart> &start) {
    archive(start.from, start.page);
}

namespace {

Bytes orderOf(const Listed &listed) {
    return directoryOrder(listed.name, listed.id);
}

// The shortest that is above one order and not above the next.
Bytes between(const Bytes &below, const Bytes &above) {
    const auto differ = std::ranges::mismatch(below, above).in2;
    return {above.begin(), differ == above.end() ? differ : differ + 1};
}

// The index while a transaction changes it.
class Index {
  public:
    static Result<Index> read(const StateView &state) {
        Index out(state);
        APRICOT_TRY_ASSIGN(value, state.value(directoryKey()));
        if (value) {
            APRICOT_TRY_ASSIGN(pages, decodePages(*value));
            out.m_pages = std::move(pages);
        } else {
            out.m_pages = {{{}, 0}};
            out.m_changed[0] = {};
            out.m_split = true;
        }
        return out;
    }

    Result<> takeOut(const Listed &listed) {
        APRICOT_TRY_ASSIGN(page, pageFor(orderOf(listed)));
        std::erase_if(*page, [&](const Listed &one) { return one.id == listed.id; });
        return {};
    }

    Result<> putIn(const Listed &listed) {
        const Bytes order = orderOf(listed);
        const std::size_t at = pageOf(m_pages, order);
        APRICOT_TRY_ASSIGN(page, pageFor(order));
        page->insert(std::ranges::upper_bound(*page, order, {}, orderOf), listed);
        if (page->size() <= mostListed) return {};
        const auto half = page->begin() + static_cast<std::ptrdiff_t>(page->size() / 2);
        const PageStart made{between(orderOf(*(half - 1)), orderOf(*half)),
                             static_cast<std::uint32_t>(m_pages.size())};
        m_changed[made.page] = DirectoryPage(half, page->end());
        page->erase(half, page->end());
        m_pages.insert(m_pages.begin() + static_cast<std::ptrdiff_t>(at) + 1, made);
        m_split = true;
        return {};
    }

    [[nodiscard]] Writes take() const {
        Writes writes;
        for (const auto &[number, page] : m_changed)
            writes[directoryPageKey(number)] = encodePage(page);
        if (m_split) writes[directoryKey()] = encodePages(m_pages);
        return writes;
    }

  private:
    explicit Index(const StateView &state) : m_state(state) {}
    Result<DirectoryPage *> pageFor(const Bytes &order) {
        const std::uint32_t number = m_pages[pageOf(m_pages, order)].page;
        const auto known = m_changed.find(number);
        if (known != m_changed.end()) return &known->second;
        APRICOT_TRY_ASSIGN(value, m_state.value(directoryPageKey(number)));
        APRICOT_TRY_ASSIGN(page, pageFrom(value));
        return &(m_changed[number] = std::move(page));
    }

    const StateView &m_state;
    DirectoryPages m_pages;
    std::map<std::uint32_t, DirectoryPage> m_changed;
    bool m_split = false; // there are other pages than before
};

} // namespace

Listed listedFrom(const Organisation &organisation) {
    Listed out{organisation.id,  organisation.name, organisation.status, organisation.roles, 0,
               organisation.tier};
    for (const Purpose purpose : organisation.purposes)
        out.purposes = static_cast<std::uint16_t>(out.purposes | bitOf(purpose));
    return out;
}

std::string foldedName(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool digit = c >= '0' && c <= '9';
        if (static_cast<unsigned char>(c) < 0x80 && !letter && !digit) continue;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

Bytes directoryOrder(std::string_view name, const OrganisationId &id) {
    const std::string folded = foldedName(name);
    Bytes out(folded.begin(), folded.end());
    out.push_back(0);
    append(out, id.view());
    return out;
}

std::size_t pageOf(const DirectoryPages &pages, ByteView order) {
    const auto after = std::ranges::upper_bound(
        pages, order,
        [](ByteView a, ByteView b) { return std::ranges::lexicographical_compare(a, b); },
        [](const PageStart &start) { return ByteView(start.from); });
    return after == pages.begin() ? 0 : static_cast<std::size_t>(after - pages.begin()) - 1;
}

Bytes directoryKey() {
    return stateKey('O', {});
}

Bytes directoryPageKey(std::uint32_t page) {
    return stateKey('O', {bigEndian<4>(page)});
}

Bytes encodePages(const DirectoryPages &pages) {
    return cbor::encode(pages);
}
Bytes encodePage(const DirectoryPage &page) {
    return cbor::encode(page);
}

Result<DirectoryPages> decodePages(ByteView value) {
    APRICOT_TRY_ASSIGN(out, cbor::decode<DirectoryPages>(value));
    const auto wrong = [](const PageStart &a, const PageStart &b) { return a.from >= b.from; };
    if (out.empty() || !out.front().from.empty()
        || std::ranges::adjacent_find(out, wrong) != out.end())
        return stateMalformed("pages of the directory");
    return out;
}

Result<DirectoryPage> decodePage(ByteView value) {
    APRICOT_TRY_ASSIGN(out, cbor::decode<DirectoryPage>(value));
    const auto wrong = [](const Listed &a, const Listed &b) { return orderOf(a) >= orderOf(b); };
    if (out.size() > mostListed || std::ranges::adjacent_find(out, wrong) != out.end())
        return stateMalformed("page of the directory");
    return out;
}

Result<DirectoryPage> pageFrom(const std::optional<Bytes> &value) {
    if (!value) return stateMalformed("page of the directory");
    return decodePage(*value);
}

Result<Writes> relist(const StateView &state, const std::optional<Organisation> &before,
                      const Organisation &after) {
    const Listed now = listedFrom(after);
    std::optional<Listed> old;
    if (before) old = listedFrom(*before);
    if (old == now) return Writes();
    APRICOT_TRY_ASSIGN(index, Index::read(state));
    if (old) APRICOT_TRY(index.takeOut(*old));
    APRICOT_TRY(index.putIn(now));
    return index.take();
}

Result<Writes> enterAll(const StateView &state, const std::vector<Listed> &coming) {
    APRICOT_TRY_ASSIGN(index, Index::read(state));
    for (const Listed &one : coming) APRICOT_TRY(index.putIn(one));
    return index.take();
}

} // namespace apricot
