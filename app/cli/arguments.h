// SPDX-License-Identifier: GPL-3.0-or-later
// The words after a verb: options ("--vault FILE" or "--vault=FILE") and the rest in order.
#pragma once

#include "base/bytes.h"
#include "base/chosen_file.h"
#include "base/clock.h"
#include "base/result.h"
#include "terms/purpose.h"
#include "terms/scope.h"

#include <map>

namespace apricot::cli {

class Arguments {
  public:
    // CommandUnclear: an option the verb does not have, or one without its value.
    [[nodiscard]] static Result<Arguments> parse(std::span<const std::string> words,
                                                 const std::vector<std::string_view> &options,
                                                 std::size_t mostWords);
    [[nodiscard]] bool has(const std::string &option) const { return m_options.contains(option); }
    [[nodiscard]] std::string value(const std::string &option,
                                    const std::string &otherwise = {}) const;
    [[nodiscard]] Result<std::string> needed(const std::string &option) const; // CommandUnclear
    [[nodiscard]] Result<std::string> word(std::size_t index,
                                           const char *what) const; // CommandUnclear
    [[nodiscard]] Result<std::int64_t> number(const std::string &option, std::int64_t otherwise,
                                              std::int64_t least, std::int64_t most) const;
    [[nodiscard]] Result<std::int64_t> neededNumber(const std::string &option, std::int64_t least,
                                                    std::int64_t most) const; // CommandUnclear
    // "--replace": a file of that name may go. A verb that writes files has it.
    [[nodiscard]] Replace replace() const { return has("--replace") ? Replace::Yes : Replace::No; }
    // "--passphrase-fd 3"; -1: the terminal. parse() has refused what is no number.
    [[nodiscard]] int passphraseFd() const { return m_passphraseFd; }
    // "--kinds lab-result,allergy" as the bits of a filter or scope; 0 when it is not there.
    [[nodiscard]] Result<std::uint16_t> kinds() const;
    // "2024-03-01", midnight UTC; nothing when the option is not there.
    [[nodiscard]] Result<std::optional<UnixTime>> date(const std::string &option) const;
    [[nodiscard]] static Error unclear(std::string what); // CommandUnclear

  private:
    std::map<std::string, std::string> m_options;
    std::vector<std::string> m_words;
    int m_passphraseFd = -1;
};

// Decimal digits and nothing else. CommandUnclear, which names `what`.
[[nodiscard]] Result<std::int64_t> numberIn(std::string_view text, const std::string &what,
                                            std::int64_t least, std::int64_t most);
// The words for the purposes of a grant, in their order: "treatment", "emergency" ...
[[nodiscard]] Result<Purpose> purposeNamed(std::string_view name); // CommandUnclear
// "a,b" as {"a", "b"}; nothing for an empty text.
[[nodiscard]] std::vector<std::string> splitList(std::string_view text, char between = ',');
// CommandUnclear, in words: an option without its value; what is none of a term's values ("KIND",
// of options.h); what is no key or number of its length.
[[nodiscard]] Error lacksItsValue(const std::string &option);
[[nodiscard]] Error isNone(std::string_view term, const std::string &typed);
[[nodiscard]] Error notDigits(std::string_view typed, std::size_t digits);
// The value in hexadecimal digits. CommandUnclear.
template <class Fixed>
[[nodiscard]] Result<Fixed> fixedFromHex(std::string_view text) {
    const auto raw = fromHex(text);
    const auto out = raw ? Fixed::from(*raw) : std::nullopt;
    if (!out) return notDigits(text, Fixed::size * 2);
    return *out;
}

} // namespace apricot::cli
