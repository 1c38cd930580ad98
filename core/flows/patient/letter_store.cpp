// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/letter_store.h"

#include "codec/cbor.h"
#include "crypto/hash.h"
#include "records/json_tree.h"
#include "records/resource.h"
#include "vault/origins.h"

#include <algorithm>

namespace apricot {
namespace {

constexpr std::string_view readingNow = "now";
constexpr std::uint64_t version = 1;
constexpr std::size_t fieldCount = 10;
constexpr cbor::Limits stored{std::size_t{1} << 20U, 3};

// Nothing: there is no such record.
Result<std::optional<Digest>> contentNow(Vault &vault, const RecordId &id) {
    const auto current = vault.record(id);
    if (current) return std::optional<Digest>{contentOf(*current)};
    if (current.error().code == ErrorCode::RecordMissing) return std::optional<Digest>{};
    return current.error();
}

// "Type/id" as this clinic's own.
std::string ownId(const OrganisationId &organisation, const Record &record) {
    const std::string name = record.type + "/" + record.logicalId;
    const Digest digest = sha256({organisation.view(), viewOf(name)});
    return toHex(digest.view().first(16));
}

Result<std::string> withId(const std::string &resource, const std::string &id) {
    APRICOT_TRY_ASSIGN(tree, JsonTree::of(resource));
    const auto old = tree.root()["id"];
    std::string out = resource;
    if (old) out.replace(old.start(), old.raw().size(), "\"" + id + "\"");
    return out;
}

Result<bool> belongsToAnother(Vault &vault, const RecordId &id, const Digest &content,
                              const OrganisationId &organisation) {
    APRICOT_TRY_ASSIGN(now, contentNow(vault, id));
    if (!now || *now == content) return false;
    APRICOT_TRY_ASSIGN(versions, vault.origins(id));
    return std::ranges::none_of(versions, [&](const VersionOrigin &v) {
        return v.content == *now && v.origin.organisation == organisation;
    });
}

Result<KeptLetter> readKept(std::string name, ByteView value) {
    APRICOT_TRY_ASSIGN(r, cbor::Reader::create(value, stored));
    KeptLetter out;
    APRICOT_TRY_ASSIGN(count, r.array());
    APRICOT_TRY_ASSIGN(form, r.unsignedInteger());
    if (count != fieldCount || form != version) return fail(ErrorCode::LetterStoreDamaged, name);
    APRICOT_TRY_ASSIGN(state, r.unsignedInteger());
    APRICOT_TRY_ASSIGN(kind, r.unsignedInteger());
    APRICOT_TRY_ASSIGN(organisation, r.fixed<OrganisationId>());
    APRICOT_TRY_ASSIGN(organisationName, r.text());
    APRICOT_TRY_ASSIGN(time, r.integer());
    APRICOT_TRY_ASSIGN(grant, r.fixed<GrantId>());
    APRICOT_TRY_ASSIGN(arrived, r.integer());
    APRICOT_TRY_ASSIGN(records, r.bytes());
    APRICOT_TRY_ASSIGN(request, r.bytes());
    out.name = std::move(name);
    out.news.kind = static_cast<LetterKind>(kind);
    out.news.sender = {organisation, std::move(organisationName), time,
                       static_cast<LetterState>(state), out.news.kind};
    for (std::size_t at = 0; at + RecordId::size <= records.size(); at += RecordId::size)
        out.news.records.push_back(*RecordId::from(ByteView(records).subspan(at, RecordId::size)));
    out.grant = grant;
    out.arrived = arrived;
    out.request = std::move(request);
    if (const auto asks = verifyRequest(out.request)) {
        AskedFor asked;
        asked.id = asks->id;
        asked.clinic.id = asks->organisation;
        asked.clinic.name = out.news.sender.name;
        asked.wish = asks->wish;
        asked.asked = asks->asked;
        asked.expires = asks->expires;
        asked.signedRequest = out.request;
        out.news.asked = std::move(asked);
    }
    return out;
}

} // namespace

std::string letterName(ByteView signedLetter) {
    return toHex(sha256(signedLetter).view());
}

Result<std::vector<KeptLetter>> keptLetters(Vault &vault) {
    APRICOT_TRY_ASSIGN(names, vault.keys(spaces::letters));
    std::vector<KeptLetter> out;
    for (std::string &name : names) {
        APRICOT_TRY_ASSIGN(value, vault.get(spaces::letters, name));
        if (!value) continue;
        APRICOT_TRY_ASSIGN(letter, readKept(std::move(name), value->view()));
        out.push_back(std::move(letter));
    }
    std::ranges::sort(out, [](const KeptLetter &a, const KeptLetter &b) {
        return std::tuple(a.arrived, a.news.sender.time, std::string_view(a.name))
               < std::tuple(b.arrived, b.news.sender.time, std::string_view(b.name));
    });
    return out;
}

Result<std::optional<KeptLetter>> letterNamed(Vault &vault, const std::string &name) {
    APRICOT_TRY_ASSIGN(value, vault.get(spaces::letters, name));
    if (!value) return std::optional<KeptLetter>();
    APRICOT_TRY_ASSIGN(letter, readKept(name, value->view()));
    return std::optional<KeptLetter>(std::move(letter));
}

Result<> keep(Vault &vault, const KeptLetter &letter) {
    const News &news = letter.news;
    Bytes records;
    for (const RecordId &id : news.records) append(records, id.view());
    cbor::Writer w;
    w.array(fieldCount).unsignedInteger(version);
    w.unsignedInteger(static_cast<std::uint64_t>(news.sender.state));
    w.unsignedInteger(static_cast<std::uint64_t>(news.kind));
    w.bytes(news.sender.organisation.view()).text(news.sender.name).integer(news.sender.time);
    w.bytes(letter.grant.view()).integer(letter.arrived);
    w.bytes(records).bytes(letter.request);
    return vault.put(spaces::letters, letter.name, w.take());
}

Result<> keepBytes(Vault &vault, std::string_view name, ByteView signedLetter) {
    return vault.put(spaces::letterBytes, name, signedLetter);
}

Result<Bytes> bytesOf(Vault &vault, std::string_view name) {
    APRICOT_TRY_ASSIGN(value, vault.get(spaces::letterBytes, name));
    if (!value) return Bytes{};
    return Bytes(value->view().begin(), value->view().end());
}

Result<> beginReading(Vault &vault, const Reading &reading) {
    cbor::Writer w;
    w.array(2).text(reading.letter).bytes(reading.clinic.view());
    return vault.put(spaces::letterReading, readingNow, w.take());
}

Result<> endReading(Vault &vault) {
    return vault.remove(spaces::letterReading, readingNow);
}

Result<std::optional<Reading>> interruptedReading(Vault &vault) {
    APRICOT_TRY_ASSIGN(value, vault.get(spaces::letterReading, readingNow));
    if (!value) return std::optional<Reading>{};
    APRICOT_TRY_ASSIGN(r, cbor::Reader::create(value->view(), stored));
    APRICOT_TRY_ASSIGN(count, r.array());
    (void)count;
    APRICOT_TRY_ASSIGN(letter, r.text());
    APRICOT_TRY_ASSIGN(clinic, r.fixed<OrganisationId>());
    return std::optional<Reading>({std::move(letter), clinic});
}

Result<std::uint64_t> refusedToLog(Vault &vault, const OrganisationId &clinic, std::uint64_t count,
                                   UnixTime now) {
    const std::string name = toHex(clinic.view());
    const std::int64_t today = now / 86400;
    std::uint64_t waiting = count;
    std::int64_t logged = -1;
    APRICOT_TRY_ASSIGN(value, vault.get(spaces::lettersRefused, name));
    if (value) {
        APRICOT_TRY_ASSIGN(r, cbor::Reader::create(value->view(), stored));
        APRICOT_TRY_ASSIGN(parts, r.array());
        (void)parts;
        APRICOT_TRY_ASSIGN(day, r.integer());
        APRICOT_TRY_ASSIGN(before, r.unsignedInteger());
        logged = day;
        waiting += before;
    }
    const bool due = logged != today;
    cbor::Writer w;
    w.array(2).integer(today).unsignedInteger(due ? 0 : waiting);
    APRICOT_TRY(vault.put(spaces::lettersRefused, name, w.take()));
    return due ? waiting : 0;
}

Result<> forgetForged(Vault &vault, UnixTime before) {
    APRICOT_TRY_ASSIGN(letters, keptLetters(vault));
    for (const KeptLetter &letter : letters)
        if (letter.news.sender.state == LetterState::Forged && letter.arrived < before)
            APRICOT_TRY(vault.remove(spaces::letters, letter.name));
    return {};
}

Result<std::vector<RecordId>> bringIn(Vault &vault, ImportBatch &batch, const Letter &letter,
                                      const std::string &sender) {
    std::vector<RecordId> out;
    for (const std::string &resource : letter.resources) {
        auto record = readResource(resource);
        // From a genuine clinic whose program is newer or broken: kept in the letter, no record.
        if (!record || record->type == "Patient") continue;
        Digest content = sha256(viewOf(resource));
        APRICOT_TRY_ASSIGN(other,
                           belongsToAnother(vault, record->id, content, letter.organisation));
        if (other) {
            APRICOT_TRY_ASSIGN(beside, withId(resource, ownId(letter.organisation, *record)));
            record = readResource(beside);
            if (!record) return record.error();
            content = sha256(viewOf(beside));
        }
        APRICOT_TRY_ASSIGN(added, batch.add(*record));
        (void)added;
        APRICOT_TRY(vault.vouch(record->id, content,
                                {OriginState::Ledger, letter.organisation, sender, letter.time}));
        if (std::ranges::find(out, record->id) == out.end()) out.push_back(record->id);
    }
    return out;
}

Result<std::vector<News>> arrived(Vault &vault) {
    APRICOT_TRY_ASSIGN(letters, keptLetters(vault));
    std::vector<News> out;
    for (auto letter = letters.rbegin(); letter != letters.rend(); ++letter)
        out.push_back(std::move(letter->news));
    return out;
}

} // namespace apricot
