// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/grants.h"

#include "base/chosen_file.h"
#include "controls/words.h"
#include "device/device_of.h"
#include "flows/patient/history.h"
#include "flows/shared/grant_ledger.h"
#include "sharing/ask.h"
#include "sharing/scope_words.h"

#include <QCoreApplication>

namespace apricot {
namespace {

// So many at a time, so that what else is asked need not wait for all of them.
constexpr std::size_t atOnce = 16; // of a ledger on this machine; else one

const char *nameOf(Reach reach) {
    static constexpr std::array names = {"unknown", "open", "fetch", "over", "ended"};
    return names.at(static_cast<std::size_t>(reach));
}

QString lastTime(const std::vector<RedemptionLeaf> &openings) {
    return openings.empty() || !openings.back() ? QString() : localTime(openings.back()->time);
}

} // namespace

void Grants::setPerson(Person *person) {
    if (m_person) disconnect(m_person, nullptr, this, nullptr);
    m_person = person;
    if (m_person)
        connect(m_person, &Person::permissionsLearnt, this, [this] {
            if (!m_asking) reload(); // else it comes in by itself
        });
    Q_EMIT changed();
}

Reach Grants::reachOf(const Row &row) const {
    return apricot::reachOf(row.given.grant.open, row.opening ? &*row.opening : nullptr, m_now);
}

bool Grants::isLive(const Row &row) const {
    return rankOf(row) < 2;
}

int Grants::rankOf(const Row &row) const {
    switch (reachOf(row)) {
    case Reach::Unknown:
    case Reach::Open:
        return 0;
    case Reach::Fetch:
        return 1;
    case Reach::Over:
    case Reach::Ended:
        break;
    }
    return 2;
}

void Grants::reload() {
    if (m_person) load(m_person->ledgerIsHere());
}

void Grants::lookNow() {
    load(true);
}

void Grants::load(bool asks) {
    struct Listed {
        std::vector<Row> rows;
        std::vector<UntoldOpening> untold;
        UnixTime now = 0;
    };
    ++m_turn;
    m_asking = asks;
    m_reading = count() == 0;
    m_answered = 0;
    m_unreachable = false;
    Q_EMIT changed();
    askOpen<Listed>(
        m_person, this,
        [asks, here = m_person->ledgerIsHere()](Session &session) -> Result<Listed> {
            APRICOT_TRY_ASSIGN(given, grantsGiven(*session.vault));
            Listed out{{}, {}, session.clock.now()};
            for (Given &one : given) {
                std::optional<Opening> kept;
                if (!here) {
                    APRICOT_TRY_ASSIGN(found, keptOpening(one.grant, *session.vault));
                    kept = std::move(found);
                }
                out.rows.push_back({std::move(one), std::move(kept)});
            }
            if (asks) return out;
            APRICOT_TRY_ASSIGN(untold, keptUntold(*session.vault));
            out.untold = std::move(untold);
            return out;
        },
        [this, asks, turn = m_turn](Result<Listed> &&known) {
            if (turn != m_turn) return;
            m_reading = false;
            if (!known) {
                m_asking = false;
                m_person->setProblem(known.error());
                Q_EMIT changed();
                return;
            }
            m_now = known->now;
            std::ranges::stable_sort(known->rows, {},
                                     [this](const Row &row) { return rankOf(row); });
            // Making all rows anew takes the keyboard's place, and what was scrolled to.
            const auto idOf = [](const Row &row) { return row.given.grant.open.id; };
            const bool isAlike =
                m_untold.size() == known->untold.size()
                && std::ranges::equal(m_rows, known->rows, std::equal_to{}, idOf, idOf);
            if (!isAlike) beginResetModel();
            m_rows = std::move(known->rows);
            m_untold = std::move(known->untold);
            if (!isAlike)
                endResetModel();
            else if (count() > 0)
                Q_EMIT dataChanged(index(0), index(count() - 1));
            Q_EMIT changed();
            if (asks) askFrom(0);
        });
}

void Grants::stop() {
    ++m_turn;
    m_asking = m_reading = false;
    Q_EMIT changed();
}

void Grants::exportAll(const QUrl &file, bool replace) {
    askOpen<bool>(
        m_person, this,
        [device = deviceOf(this), file, over = Replace{replace}](Session &session) -> Result<bool> {
            APRICOT_TRY_ASSIGN(path, device->files->toWrite(file));
            APRICOT_TRY(checkChosenFile(path, over));
            APRICOT_TRY_ASSIGN(chosen, session.ledger());
            APRICOT_TRY_ASSIGN(history, exportHistory(*session.vault, chosen->ledger()));
            APRICOT_TRY(writeChosenFile(path, viewOf(history), over));
            return true;
        },
        [this](Result<bool> &&written) {
            if (!written) return m_person->setProblem(written.error());
            //: After the history of permissions was written to a file
            m_person->setNotice(QCoreApplication::translate(
                "Grants", "Your history is in the file, with the ledger's proofs. It is not "
                          "locked: it names the clinics, and holds no record."));
        });
}

void Grants::askFrom(std::size_t at) {
    const std::size_t end = std::min(at + (m_person->ledgerIsHere() ? atOnce : 1), m_rows.size());
    if (at == end) {
        // A new order only where there is one: making all rows anew takes the keyboard's place.
        const auto rank = [this](const Row &row) { return rankOf(row); };
        if (!std::ranges::is_sorted(m_rows, {}, rank)) {
            beginResetModel();
            std::ranges::stable_sort(m_rows, {}, rank);
            endResetModel();
        }
        return askUntold();
    }
    std::vector<Grant> grants;
    for (std::size_t i = at; i < end; ++i) grants.push_back(m_rows[i].given.grant);
    using Answers = std::vector<std::optional<Opening>>;
    askOpen<Answers>(
        m_person, this,
        [grants = std::move(grants),
         here = m_person->ledgerIsHere()](Session &session) -> Result<Answers> {
            return session.askApart([&](const Apart &way) -> Result<Answers> {
                Answers out;
                for (const Grant &grant : grants) {
                    if (!standsOn(way.ledger(), grant.open)) { // it knows nothing of that one
                        out.push_back({});
                        continue;
                    }
                    APRICOT_TRY_ASSIGN(
                        opening, here ? latestOpeningOf(grant, way.ledger())
                                      : lookAfter(grant.open.id, *session.vault, way.ledger()));
                    out.push_back(std::move(opening));
                }
                return out;
            });
        },
        [this, at, end, turn = m_turn](Result<Answers> &&openings) {
            if (turn != m_turn) return;
            if (!openings) { // the rest would fail alike
                m_asking = false;
                m_unreachable = true;
                m_person->setProblem(openings.error());
                Q_EMIT changed();
                return;
            }
            for (std::size_t i = at; i < end; ++i)
                m_rows[i].opening = std::move((*openings)[i - at]);
            Q_EMIT dataChanged(index(static_cast<int>(at)), index(static_cast<int>(end) - 1));
            m_answered = end;
            Q_EMIT changed();
            askFrom(end);
        });
}

void Grants::askUntold() {
    askOpen<std::vector<UntoldOpening>>(
        m_person, this,
        [here = m_person->ledgerIsHere()](Session &session) -> Result<std::vector<UntoldOpening>> {
            return session.askApart([&](const Apart &way) -> Result<std::vector<UntoldOpening>> {
                if (here) return untoldOpenings(*session.vault, way.ledger());
                APRICOT_TRY_ASSIGN(worth, worthLooking(*session.vault, way.ledger().chainId(),
                                                       session.clock.now()));
                for (const auto &one : worth.subjects)
                    APRICOT_TRY(lookAfter(one.first, *session.vault, way.ledger()));
                return keptUntold(*session.vault);
            });
        },
        [this, turn = m_turn](Result<std::vector<UntoldOpening>> &&untold) {
            if (turn != m_turn) return;
            m_asking = false;
            if (!untold) {
                m_unreachable = true;
                m_person->setProblem(untold.error());
            } else if (!untold->empty()) {
                beginInsertRows({}, count(), count() + static_cast<int>(untold->size()) - 1);
                m_untold = std::move(*untold);
                endInsertRows();
            }
            Q_EMIT changed();
        });
}

void Grants::choose(int row) {
    const auto at = static_cast<std::size_t>(row);
    if (at >= m_rows.size() && at - m_rows.size() < m_untold.size())
        m_chosen.show(m_untold[at - m_rows.size()].openings);
}

int Grants::active() const {
    return static_cast<int>(
        std::ranges::count_if(m_rows, [this](const Row &row) { return isLive(row); }));
}

QString Grants::asOf() const {
    std::optional<UnixTime> oldest;
    for (const Row &row : m_rows) {
        if (!isLive(row)) continue;
        if (m_asking || !row.opening) return {};
        oldest = std::min(oldest.value_or(row.opening->asOf), row.opening->asOf);
    }
    return oldest ? localTime(*oldest) : QString();
}

double Grants::fraction() const {
    return m_rows.empty() ? 0
                          : static_cast<double>(m_answered) / static_cast<double>(m_rows.size());
}

int Grants::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant Grants::dataOf(const UntoldOpening &one, int role) {
    switch (role) {
    case Number:
        return numberOf(one.grant.id);
    case Clinic:
        //: An organisation that the ledger does not list any more
        return one.organisation ? utf8(one.organisation->name)
                                : QCoreApplication::translate("Grants", "An unknown organisation");
    case What:
    case FetchUntil:
        return QString();
    case Known:
        return QStringLiteral("whole");
    case Until:
        return localTime(one.state.expiry);
    case State:
        return QStringLiteral("untold");
    case Used:
        return one.state.used;
    case Uses:
        return one.state.uses;
    case Opened:
        return lastTime(one.openings);
    case Section:
        //: Heading above permissions that other devices or other people gave in this person's name
        return QCoreApplication::translate("Grants", "Not given on this device");
    default:
        return {};
    }
}

QVariant Grants::data(const QModelIndex &index, int role) const {
    if (static_cast<std::size_t>(index.row()) >= m_rows.size())
        return dataOf(m_untold[static_cast<std::size_t>(index.row()) - m_rows.size()], role);
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const Grant &grant = row.given.grant;
    switch (role) {
    case Number:
        return numberOf(grant.open.id);
    case Clinic:
        return utf8(row.given.clinic);
    case What:
        return inWords(grant.closed.scope, grant.closed.utcOffsetMinutes);
    case Until:
        return localTime(grant.open.expiry);
    case State:
        return QString::fromLatin1(nameOf(reachOf(row)));
    case Known:
        return !row.opening
                   ? QString()
                   : QString::fromLatin1(everyOpeningIsIn(&*row.opening) ? "whole" : "old");
    case Used:
        return row.opening && row.opening->state ? row.opening->state->used : 0;
    case Uses:
        return grant.open.uses;
    case Opened:
        return row.opening ? lastTime(row.opening->openings) : QString();
    case FetchUntil:
        return row.opening && fetchableUntil(*row.opening) != 0
                   ? localTime(fetchableUntil(*row.opening))
                   : QString();
    case Section:
        //: Heading above the permissions that may still be opened or fetched
        if (isLive(row)) return QCoreApplication::translate("Grants", "Still in force");
        //: Heading above the permissions that nobody can use any more
        return QCoreApplication::translate("Grants", "Past");
    default:
        return {};
    }
}

QHash<int, QByteArray> Grants::roleNames() const {
    return {{Number, "number"},  {Clinic, "clinic"},
            {What, "what"},      {Until, "until"},
            {State, "state"},    {Used, "used"},
            {Uses, "uses"},      {Opened, "opened"},
            {Known, "known"},    {FetchUntil, "fetchUntil"},
            {Section, "section"}};
}

} // namespace apricot
