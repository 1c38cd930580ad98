// SPDX-License-Identifier: GPL-3.0-or-later
// The ledgers that older programs left (tests/ledger/old/make.cpp says how), unpacked to be opened.
#pragma once

#include "base/clock.h"
#include "base/file.h"
#include "codec/cbor.h"
#include "codec/compress.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "ledger/grant_state.h"
#include "ledger/rules.h"

#include <QTemporaryDir>

namespace apricot::kept {

inline constexpr UnixTime start = 1'700'000'000;
inline const std::string chainId = "kept-chain";
enum : std::uint8_t {
    Admin = 1,
    OtherAdmin = 2,
    ClinicAdmin = 3,
    Desk = 4,
    OtherDesk = 5,
    Patient = 6,
    Daughter = 7
};
inline SigningKey keyOf(std::uint8_t number) {
    return *SigningKey::from(Bytes(32, number));
}
template <class Id>
Id idOf(std::uint8_t number) {
    return *Id::from(Bytes(16, number));
}

// Grants as version 2 kept them, of a hundred for each subject: opened twice, of three times.
inline Writes oldGrants(std::uint32_t count, std::vector<VerifyKey> &subjects, Random &random) {
    Writes out;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (i % 100 == 0) subjects.push_back(randomFixed<VerifyKey>(random));
        cbor::Writer value;
        value.array(6).bytes(idOf<OrganisationId>(20).view());
        value.unsignedInteger(2).unsignedInteger(3).integer(start + 86400);
        const Bytes one = encode(RedemptionLeaf(Redemption{verifyKeyOf(keyOf(Patient)), start, 7}));
        value.raw(one).array(2).raw(one).raw(one);
        Bytes key{'g'};
        append(key, subjects.back().view());
        append(key, randomFixed<GrantId>(random).view());
        out[key] = value.take();
    }
    return out;
}

// Organisations as version 2 kept them.
inline Writes oldOrganisations(std::uint32_t count, Random &random) {
    Writes out;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto id = randomFixed<OrganisationId>(random);
        cbor::Writer value;
        value.array(9).bytes(id.view()).text("Clinic " + std::to_string(i));
        value.unsignedInteger(1).unsignedInteger(2).unsignedInteger(3);
        value.array(1).unsignedInteger(1).bytes(verifyKeyOf(keyOf(ClinicAdmin)).view());
        value.array(1).bytes(verifyKeyOf(keyOf(Desk)).view()).bytes(SealKey().view());
        out[organisationKey(id)] = value.take();
    }
    return out;
}

// A copy of one of them, "embedded_1" or "consortium_2", in a folder of its own.
class Folder {
  public:
    explicit Folder(const std::string &name) {
        const std::filesystem::path from =
            std::filesystem::path(APRICOT_SOURCE_DIR "/tests/ledger/old") / name;
        const auto packed = readFile(from / "data.mdb.gz", 1U << 20U);
        const auto data = packed ? gunzip(*packed, 1U << 24U) : Result<Bytes>(packed.error());
        if (!data || !writeFile(path() / "data.mdb", *data)) qFatal("the kept ledger is missing");
        if (const auto key = readFile(from / "ledger.key", 32))
            if (!writeFile(path() / "ledger.key", *key)) qFatal("the kept key");
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString(); }

  private:
    QTemporaryDir m_folder;
};

} // namespace apricot::kept
