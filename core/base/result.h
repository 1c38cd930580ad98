// SPDX-License-Identifier: GPL-3.0-or-later
// What a fallible function returns: a value, or an Error with its code and the place it arose.
#pragma once

#include "base/error.h"

#include <utility>
#include <variant>

namespace apricot {

template <class T = void>
class [[nodiscard]] Result {
  public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    // Only after ok() was checked.
    [[nodiscard]] T &value() & { return *std::get_if<0>(&m_state); }
    [[nodiscard]] const T &value() const & { return *std::get_if<0>(&m_state); }
    [[nodiscard]] T &&value() && { return std::move(*std::get_if<0>(&m_state)); }
    [[nodiscard]] T &operator*() & { return value(); }
    [[nodiscard]] const T &operator*() const & { return value(); }
    [[nodiscard]] T *operator->() { return std::get_if<0>(&m_state); }
    [[nodiscard]] const T *operator->() const { return std::get_if<0>(&m_state); }
    // Only after ok() was found false.
    [[nodiscard]] const Error &error() const { return *std::get_if<1>(&m_state); }

  private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
  public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}

    [[nodiscard]] bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    [[nodiscard]] const Error &error() const { return m_error; }

  private:
    Error m_error;
    bool m_ok = true;
};

} // namespace apricot

// Returns the error of a failed Result from the calling function.
#define APRICOT_TRY(expression)                                                                    \
    do {                                                                                           \
        if (auto apricotTried = (expression); !apricotTried.ok()) return apricotTried.error();     \
    } while (false)
// Declares `name` as the value of a Result, or returns its error from the calling function.
#define APRICOT_TRY_ASSIGN(name, expression)                                                       \
    auto name##Result = (expression);                                                              \
    if (!name##Result.ok()) return name##Result.error();                                           \
    auto name = std::move(name##Result).value()
