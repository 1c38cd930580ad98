// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb says: lines for people, or with --json one JSON object for scripts.
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/progress.h"
#include "vault/vault.h"

#include <QJsonObject>

#include <span>
#include <string>

namespace apricot::cli {

// Exit codes, in `apricotctl --help` too.
enum Exit : int { Done = 0, Refused = 1, Usage = 2, BadInput = 3, Environment = 4 };

class Output {
  public:
    explicit Output(bool forScripts) : m_forScripts(forScripts) {}
    [[nodiscard]] bool isJson() const { return m_forScripts; }
    // People only, one line whatever a record's title or a name holds: what could steer a terminal
    // (controls, direction marks) or pass for a line of its own is made visible.
    void line(const std::string &words);
    // As line(), and with --json on stderr: what nobody may miss.
    void shown(const std::string &words);
    // The same of words of our own in several lines, as those that are signed.
    void text(const std::string &words);
    void shownText(const std::string &words);
    QJsonObject json; // scripts only
    void finish() const;

  private:
    void put(const std::string &words, bool toScripts) const;
    bool m_forScripts;
};

// UTF-8 as Qt has it.
[[nodiscard]] QString utf8(std::string_view bytes);
// The machine's own time zone, for people: "2026-03-01 17:00 +08:00".
[[nodiscard]] std::string localTime(UnixTime time);
// From now on everything is said in that language (zh..., en...). False: no such language.
[[nodiscard]] bool speak(std::string_view language);

[[nodiscard]] bool speaksChinese();
// Of a text that comes in both, the one that is spoken.
[[nodiscard]] const std::string &inOwnLanguage(const std::string &english,
                                               const std::string &chinese);
// A translated text of context "cli", as UTF-8; %1, %2 ... stand for the values.
[[nodiscard]] std::string say(const char *text, std::initializer_list<std::string> values = {});
[[nodiscard]] std::string sayWith(const char *text, std::span<const std::string> values);
// One line of a list: date, kind, title, value and unit.
[[nodiscard]] std::string inWords(const RecordRow &row);
// What happened and what to do, in the user's language.
[[nodiscard]] std::string inWords(const Error &error);
// Percents on the terminal, if there is one; Ctrl-C asks the work to stop and undo what it did.
[[nodiscard]] Progress progressOnTerminal(const Output &output);
// On stderr: what happened, why, what to do. Returns the exit code that fits.
int report(const Error &error);

} // namespace apricot::cli
