// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <array>
#include <cstring>

#define QT_TRANSLATE_NOOP(context, text) text

namespace apricot {
namespace {

struct Entry {
    ErrorCode code;
    std::string_view name, what, remedy;
};

// to_array: clang deduces a std::array of at most 256 elements.
constexpr auto entries = std::to_array<Entry>({
#define APRICOT_ERROR(name, number, what, remedy) {ErrorCode::name, #name, what, remedy},
#include "base/errors/all.def"
#undef APRICOT_ERROR
});

const Entry *entryOf(ErrorCode code) {
    for (const Entry &e : entries)
        if (e.code == code) return &e;
    return nullptr;
}

} // namespace

std::string_view nameOf(ErrorCode code) {
    const Entry *e = entryOf(code);
    return e ? e->name : "None";
}

std::string_view whatHappened(ErrorCode code) {
    const Entry *e = entryOf(code);
    return e ? e->what : std::string_view();
}

std::string_view remedyFor(ErrorCode code) {
    const Entry *e = entryOf(code);
    return e ? e->remedy : std::string_view();
}

ErrorCode codeNamed(std::string_view name) {
    for (const Entry &e : entries)
        if (e.name == name) return e.code;
    return ErrorCode::None;
}

Error fail(ErrorCode code, std::string detail, const char *file, int line) {
    const char *slash = std::strrchr(file, '/');
    return {code, std::string(slash ? slash + 1 : file) + ":" + std::to_string(line),
            std::move(detail)};
}

} // namespace apricot
