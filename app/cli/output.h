// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb says: lines for people, or with --json one JSON object for scripts.
#pragma once

#include "base/error.h"

#include <QJsonObject>

#include <string>

namespace apricot::cli {

// Exit codes, in `apricotctl --help` too.
enum Exit : int { Done = 0, Refused = 1, Usage = 2, BadInput = 3, Environment = 4 };

class Output {
  public:
    explicit Output(bool forScripts) : m_forScripts(forScripts) {}
    [[nodiscard]] bool isJson() const { return m_forScripts; }
    void line(const std::string &text); // people only
    QJsonObject json;                   // scripts only
    void finish() const;

  private:
    bool m_forScripts;
};

// A translated text of context "cli", as UTF-8; %1, %2 ... stand for the values.
[[nodiscard]] std::string say(const char *text, std::initializer_list<std::string> values = {});
// On stderr: what happened, why, what to do. Returns the exit code that fits.
int report(const Error &error);

} // namespace apricot::cli
