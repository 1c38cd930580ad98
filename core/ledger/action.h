// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's side of an action: what a row of the table (actions.h) says, and any action as one
// value. An action's own file holds its struct, its fields, its check and its rule; the engine
// knows them by the row alone. What it says in words stands in flows/consortium/proposal.cpp.
//
// What is seen in an action alone (a length, an order, a limit) is judged in fields(), in reading:
// TransactionMalformed; what needs the state, the time or the signers by its rule, under a name of
// its own. What a rule judges of consortium, validators, policy or keys alone is frozen as it is.
#pragma once

#include "codec/fields.h"
#include "crypto/keys.h"

#include <concepts>
#include <memory>

namespace apricot {

class Action;
class StateView;
class Trial;
struct CheckedTransaction;

// Who must have signed. The engine sees to it before the rule is asked.
enum class Signers : std::uint8_t {
    Quorum, // enough of the consortium's admin keys
    One,    // a single key; the rule says which
    Rule    // the rule alone says who
};

struct ActionRow {
    std::uint64_t number = 0; // on the wire; frozen, never given to another action
    std::string_view name;    // as in actions/README.md
    std::uint32_t since = 1;  // the version of the rules with which it came into force
    Signers signatures = Signers::Quorum;
    // Its fields, after the four that all have.
    void (*write)(cbor::Encoder &, const void *) = nullptr;
    Action (*read)(cbor::Decoder &) = nullptr;
    // The curve arithmetic beside the transaction's own signatures, for any thread; may be null.
    void (*check)(const void *, CheckedTransaction &) = nullptr;
    Result<> (*rule)(const void *, Trial &) = nullptr;
    // Whether this program can carry it out, now or when it comes into force; null: always.
    bool (*foreseen)(const void *) = nullptr;
    // The keys that it lets in; null: none. Those who are not among `members` yet sign it too
    // (signatories.h).
    std::vector<VerifyKey> (*bringsIn)(const void *) = nullptr;
    Result<std::vector<VerifyKey>> (*members)(const StateView &) = nullptr;
};

// A struct with a row of the table.
template <class A>
concept IsAction = requires {
    { A::row() } -> std::same_as<const ActionRow &>;
};

// Any action, as a value; cheap to copy. A default one is of no kind.
class Action {
  public:
    Action() = default;
    template <IsAction A>
    Action(A value) : m_row(&A::row()), m_value(std::make_shared<const A>(std::move(value))) {}

    [[nodiscard]] const ActionRow *row() const { return m_row; }
    [[nodiscard]] const void *value() const { return m_value.get(); }
    // Null when it is another one.
    template <IsAction A>
    [[nodiscard]] const A *as() const {
        return m_row == &A::row() ? static_cast<const A *>(m_value.get()) : nullptr;
    }

  private:
    const ActionRow *m_row = nullptr;
    std::shared_ptr<const void> m_value;
};

// A row of an action that has fields() (codec/fields.h).
template <IsAction A, Result<> (*rule)(const A &, Trial &)>
ActionRow rowOf(std::uint64_t number, std::string_view name, std::uint32_t since,
                Signers signatures) {
    ActionRow out{number, name, since, signatures};
    out.write = [](cbor::Encoder &to, const void *a) { fields(to, *static_cast<const A *>(a)); };
    out.read = [](cbor::Decoder &from) -> Action {
        A action;
        fields(from, action);
        return action;
    };
    out.rule = [](const void *a, Trial &trial) { return rule(*static_cast<const A *>(a), trial); };
    return out;
}

} // namespace apricot
