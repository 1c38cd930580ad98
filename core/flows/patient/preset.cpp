// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/preset.h"

namespace apricot {
namespace {

constexpr std::array<std::pair<std::string_view, Preset>, 4> names = {
    {{"this-visit", Preset::ThisVisit},
     {"medicines-and-allergies", Preset::MedicinesAndAllergies},
     {"tests-and-scans", Preset::TestsAndScans},
     {"everything", Preset::Everything}}};

RecordFacts factsOf(const RecordRow &row) {
    return {row.id, row.kind, row.level, row.dated, row.date};
}

} // namespace

std::optional<Preset> presetNamed(std::string_view name) {
    for (const auto &[known, preset] : names)
        if (known == name) return preset;
    return std::nullopt;
}

UnixTime startOfDay(UnixTime time, int utcOffsetMinutes) {
    const UnixTime local = time + UnixTime{60} * utcOffsetMinutes;
    return time - (local % 86400 + 86400) % 86400;
}

Scope scopeOf(Preset preset, UnixTime now, int utcOffsetMinutes) {
    Scope out;
    out.level = usualLevel;
    switch (preset) {
    case Preset::ThisVisit:
        out.kinds = allKinds;
        out.from = startOfDay(now - visitReach, utcOffsetMinutes);
        out.alwaysKinds = bitOf(Kind::Allergy) | bitOf(Kind::Medication) | bitOf(Kind::Condition);
        break;
    case Preset::MedicinesAndAllergies:
        out.kinds = bitOf(Kind::Medication) | bitOf(Kind::Allergy);
        break;
    case Preset::TestsAndScans:
        out.kinds = bitOf(Kind::LabResult) | bitOf(Kind::VitalSign) | bitOf(Kind::Imaging);
        break;
    case Preset::Everything:
        out.kinds = allKinds;
        break;
    }
    return out;
}

void setTimes(ShareChoice &choice, UnixTime now, UnixTime life, UnixTime keep) {
    const auto nextMinute = [](UnixTime time) { return (time + 59) / 60 * 60; };
    choice.expiry = life < 60 ? now + life : nextMinute(now + life);
    choice.eraseBy = std::max(nextMinute(now + keep), choice.expiry);
}

Result<Scope> scopeOpening(const std::set<RecordId> &wanted, const std::vector<RecordRow> &all,
                           const Scope &base) {
    Scope out = base;
    out.records.clear();
    out.struckOut.clear();
    out.level = std::min(base.level, usualLevel);
    for (const RecordRow &row : all)
        if (wanted.contains(row.id)) out.level = std::max(out.level, row.level);
    // A kind stays, with what is not wanted of it struck out, unless it is fewer to name what is.
    for (std::uint8_t number = 1; number <= kindCount; ++number) {
        const Kind kind = static_cast<Kind>(number);
        std::size_t wantedOfIt = 0, struck = 0;
        for (const RecordRow &row : all)
            if (row.kind == kind && opens(out, factsOf(row)))
                ++(wanted.contains(row.id) ? wantedOfIt : struck);
        if (struck <= wantedOfIt) continue;
        out.kinds &= static_cast<std::uint16_t>(~bitOf(kind));
        out.alwaysKinds &= static_cast<std::uint16_t>(~bitOf(kind));
    }
    if ((out.kinds & ~out.alwaysKinds) == 0) { // the dates limit nothing more
        out.kinds |= std::exchange(out.alwaysKinds, std::uint16_t{0});
        out.from = out.until = std::nullopt;
    }
    for (const RecordRow &row : all) {
        const bool isOpened = opens(out, factsOf(row));
        if (isOpened == wanted.contains(row.id)) continue;
        (isOpened ? out.struckOut : out.records).push_back(nameOf(row.id));
    }
    if (std::max(out.records.size(), out.struckOut.size()) > maxNamedRecords)
        return fail(ErrorCode::TooManyNamed,
                    std::to_string(out.records.size() + out.struckOut.size()));
    std::ranges::sort(out.records);
    std::ranges::sort(out.struckOut);
    return out;
}

} // namespace apricot
