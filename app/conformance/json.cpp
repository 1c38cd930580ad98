// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/json.h"
#include "conformance/family.h"

namespace apricot::conformance {
namespace {

bool concerns(const std::filesystem::path &) {
    return true;
}

// The naming of JSONTestSuite: y_ must be taken, n_ must be refused, anything else may be either.
Verdict judge(const std::filesystem::path &file, ByteView content) {
    const auto checked = checkJson(content);
    const std::string name = file.filename().string();
    if (checked.ok()) return {name.starts_with("n_") ? Kind::Wrong : Kind::Ok, "valid JSON"};
    return {name.starts_with("y_") ? Kind::Wrong : Kind::Refused,
            std::string(nameOf(checked.error().code))};
}

} // namespace

const Family jsonFamily = {"json", "JSON texts in the naming of JSONTestSuite: y_, n_, i_",
                           concerns, judge};

} // namespace apricot::conformance
