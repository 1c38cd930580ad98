// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/fhir_json.h"

#include "formats/file_shell.h"
#include "records/json.h"
#include "records/resource.h"

#include <algorithm>
#include <array>

namespace apricot {

namespace {

constexpr std::size_t chunk = 256U << 10U;
constexpr std::size_t mostRejected = 10'000;
constexpr std::size_t lookAhead = 1U << 20U; // how much of the start tells NDJSON from a Bundle

bool isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}
Error damaged(const std::string &detail) {
    return fail(ErrorCode::FhirDamaged, detail);
}
Error entryMalformed(const std::string &detail) {
    return fail(ErrorCode::EntryMalformed, detail);
}

class FhirReader {
  public:
    FhirReader(Source &source, RecordSink &sink, const Progress &progress)
        : m_source(source), m_sink(sink), m_progress(progress) {}

    Result<ReadResult> read() {
        APRICOT_TRY(start());
        bool lines = m_next == '{' && looksLikeLines();
        if (!lines) {
            if (m_next != '{') return formatUnknown("begins with byte " + std::to_string(m_next));
            APRICOT_TRY(walkObject());
            if (m_next >= 0) { // something follows the first object
                if (!m_oneLine) return damaged("more text after the end");
                lines = true;
            }
        }
        const bool bundle = !lines && m_type == "Bundle";
        if (lines) {
            m_index = {};
            APRICOT_TRY(start());
            APRICOT_TRY(walkLines());
        }
        m_result.report.form = lines ? "NDJSON"
                               : bundle
                                   ? "Bundle" + (m_bundleType.empty() ? "" : " " + m_bundleType)
                                   : m_type;
        if (bundle) APRICOT_TRY(checkEnvelope());
        m_secondWalk = true;
        m_envelope.clear();
        APRICOT_TRY(start());
        if (lines) {
            APRICOT_TRY(walkLines());
        } else if (bundle) {
            APRICOT_TRY(walkObject());
            APRICOT_TRY(checkEnvelope());
        } else {
            APRICOT_TRY(walkSingle());
        }
        APRICOT_TRY_ASSIGN(shell, m_shell.take([this] { return goesOn(); }));
        m_result.shell = std::move(shell);
        return std::move(m_result);
    }

  private:
    [[nodiscard]] bool goesOn() const {
        const std::uint64_t half = m_secondWalk ? m_source.size() / 2 : 0;
        return !m_progress || m_progress(m_source.position() / 2 + half, m_source.size());
    }

    // --- the stream: m_next is the byte at m_at, or -1 at the end
    Result<> fill() {
        while (m_at >= m_buffer.size()) {
            if (m_tooLarge) return resourceTooLarge();
            if (m_buffer.size() - m_mark > resourceLimit) return resourceTooLarge();
            if (!goesOn()) return importCancelled();
            APRICOT_TRY(m_shell.check());
            m_buffer.erase(0, m_mark);
            m_at -= m_mark;
            m_mark = 0;
            const std::size_t had = m_buffer.size();
            m_buffer.resize(had + chunk);
            APRICOT_TRY_ASSIGN(
                n, m_source.read({reinterpret_cast<std::uint8_t *>(&m_buffer[had]), chunk}));
            m_buffer.resize(had + n);
            if (n == 0) {
                m_next = -1;
                return {};
            }
        }
        m_next = static_cast<unsigned char>(m_buffer[m_at]);
        return {};
    }
    Result<> step() {
        if (++m_at < m_buffer.size()) {
            m_next = static_cast<unsigned char>(m_buffer[m_at]);
            return {};
        }
        return fill();
    }
    Result<> space() {
        while (isSpace(m_next)) APRICOT_TRY(step());
        return {};
    }
    std::string_view taken() const {
        return std::string_view(m_buffer).substr(m_mark, m_at - m_mark);
    }

    Result<> start() {
        APRICOT_TRY(m_source.rewind());
        m_buffer.clear();
        m_at = m_mark = 0;
        APRICOT_TRY(fill());
        if (m_next == 0xEF) { // a byte order mark is let pass, and comes back on export
            for (const int byte : {0xEF, 0xBB, 0xBF}) {
                if (m_next != byte) return formatUnknown("not UTF-8 text");
                APRICOT_TRY(step());
            }
            text(false);
        }
        return space();
    }

    // --- what is between the resources
    void text(bool envelope = true) {
        if (m_secondWalk) m_shell.text(taken());
        if (envelope) m_envelope += taken();
        m_mark = m_at;
        // What is not in the entries is held whole, and so is a name for each of them.
        m_tooLarge = m_envelope.size() > resourceLimit;
    }

    // Whether a second line begins an object while the first could not go on there.
    bool looksLikeLines() {
        const std::size_t end = std::min(m_buffer.size(), lookAhead);
        const std::string_view ahead = std::string_view(m_buffer).substr(m_at, end - m_at);
        const auto newLine = ahead.find('\n');
        if (newLine == ahead.npos) return false;
        const auto last = ahead.find_last_not_of(" \t\r\n", newLine);
        const auto next = ahead.find_first_not_of(" \t\r\n", newLine);
        return next != ahead.npos && ahead[next] == '{'
               && std::string_view("[{:,").find(ahead[last]) == std::string_view::npos;
    }

    Result<> skipString() {
        APRICOT_TRY(step());
        while (m_next != '"') {
            if (m_next < 0) return damaged("ends inside a text");
            if (m_next == '\\') {
                APRICOT_TRY(step());
                if (m_next < 0) continue;
            } else {
                // To the last character before the next quote or backslash, as far as it is read.
                m_at = nextMark(m_buffer, m_at) - 1;
            }
            APRICOT_TRY(step());
        }
        return step();
    }
    // Over one value, whatever it is; what is in it is checked later.
    Result<> skipValue() {
        if (m_next == '"') return skipString();
        if (m_next != '{' && m_next != '[') {
            const std::size_t from = m_at;
            while (m_next >= 0 && !isSpace(m_next) && m_next != ',' && m_next != '}'
                   && m_next != ']')
                APRICOT_TRY(step());
            if (m_at == from && m_next >= 0) return damaged("a value is missing");
            return {};
        }
        std::size_t depth = 0;
        do {
            if (m_next < 0) return damaged("ends inside a record");
            if (m_next == '"') {
                APRICOT_TRY(skipString());
                continue;
            }
            if (m_next == '{' || m_next == '[') ++depth;
            if (m_next == '}' || m_next == ']') --depth;
            if (m_next == '\n') m_oneLine = false;
            APRICOT_TRY(step());
        } while (depth > 0);
        return {};
    }

    // Over the first object of the file, its entries one by one.
    Result<> walkObject() {
        m_entry = 0;
        m_oneLine = true;
        bool done = false;
        APRICOT_TRY(step());
        while (!done) {
            const auto gap = [this]() -> Result<> {
                while (isSpace(m_next)) {
                    if (m_next == '\n') m_oneLine = false;
                    APRICOT_TRY(step());
                }
                return {};
            };
            APRICOT_TRY(gap());
            if (m_next == '}') break;
            if (m_next != '"') return damaged("a name is missing");
            text();
            APRICOT_TRY(skipString());
            const std::string key(taken());
            // Legal and never written: what it means would be passed over in silence.
            if (key.find('\\') != key.npos) return damaged("a name has escapes: " + key);
            text();
            APRICOT_TRY(gap());
            if (m_next != ':') return damaged("a colon is missing");
            APRICOT_TRY(step());
            APRICOT_TRY(gap());
            text();
            if (key == "\"entry\"" && m_next == '[') {
                APRICOT_TRY(walkEntries());
            } else {
                APRICOT_TRY(skipValue());
                if (key == "\"entry\"") return damaged("the entries are no list");
                if (key == "\"resourceType\"") m_type = unquoted(taken());
                if (key == "\"type\"") m_bundleType = unquoted(taken());
                text();
            }
            APRICOT_TRY(gap());
            if (m_next == '}')
                done = true;
            else if (m_next != ',')
                return damaged("a comma is missing");
            else
                APRICOT_TRY(step());
            if (m_next == '}' && !done) return damaged("a comma too many");
        }
        APRICOT_TRY(step());
        APRICOT_TRY(space());
        text();
        return {};
    }
    Result<> walkEntries() {
        APRICOT_TRY(step());
        for (;;) {
            APRICOT_TRY(space());
            text();
            if (m_next == ']') break;
            APRICOT_TRY(skipValue());
            if (m_next < 0) return damaged("ends inside the entries");
            APRICOT_TRY(item(taken(), true, "entry " + std::to_string(++m_entry)));
            m_mark = m_at;
            m_envelope += '0';
            APRICOT_TRY(space());
            if (m_next == ',') {
                APRICOT_TRY(step());
            } else if (m_next != ']') {
                return damaged("a comma is missing between entries");
            }
        }
        APRICOT_TRY(step());
        text();
        return {};
    }
    // The file with a 0 for each entry must be one JSON object, so that with them it is one, too.
    Result<> checkEnvelope() {
        APRICOT_TRY(checkJson(viewOf(m_envelope)));
        std::array<JsonMember, 2> members{{{"resourceType", {}}, {"entry", {}}}};
        findMembers(m_envelope, members);
        if (members[0].count > 1 || members[1].count > 1)
            return damaged("the Bundle has two lists of entries or types");
        return {};
    }
    Result<> walkLines() {
        std::uint64_t line = 1;
        while (m_next >= 0) {
            APRICOT_TRY(blankLines(line));
            text(false);
            if (m_next < 0) break;
            while (m_next >= 0 && m_next != '\n') APRICOT_TRY(step());
            const std::string_view raw = taken();
            const std::size_t length = raw.find_last_not_of(" \t\r") + 1;
            APRICOT_TRY(item(raw.substr(0, length), false, "line " + std::to_string(line)));
            m_mark += length;
            text(false);
        }
        return {};
    }
    Result<> blankLines(std::uint64_t &line) {
        while (isSpace(m_next)) {
            if (m_next == '\n') ++line;
            APRICOT_TRY(step());
        }
        return {};
    }
    Result<> walkSingle() {
        text(false);
        APRICOT_TRY(skipValue());
        APRICOT_TRY(item(taken(), false, "file"));
        if (!m_result.report.rejected.empty()) return m_result.report.rejected.front().error;
        m_mark = m_at;
        APRICOT_TRY(space());
        text(false);
        return {};
    }

    // --- one entry or line
    Result<> item(std::string_view raw, bool entry, std::string place) {
        std::string_view resource = raw, fullUrl;
        int resources = 1;
        if (entry) { // unchecked as yet: what is no JSON is refused below, whatever is found in it
            std::array<JsonMember, 2> members{{{"resource", {}}, {"fullUrl", {}}}};
            findMembers(raw, members);
            resource = members[0].value;
            resources = members[0].count;
            fullUrl = unquoted(members[1].value);
        }
        if (!m_secondWalk) {
            m_index.learn(fullUrl, resource);
            return {};
        }
        const auto checked = checkJson(viewOf(raw));
        const auto reject = [&](Error error) -> Result<> {
            if (m_result.report.rejected.size() == mostRejected)
                return formatUnknown("more than 10000 entries cannot be read");
            m_result.report.rejected.push_back({std::move(place), std::move(error)});
            m_shell.text(raw); // so that an export is still the same file
            return {};
        };
        if (!checked.ok()) return reject(checked.error());
        if (raw.front() != '{' || resources > 1) return reject(entryMalformed("not one object"));
        if (resources == 0) { // a deletion or a plain answer: legal, and nothing to keep
            m_shell.text(raw);
            return {};
        }
        if (resource.front() != '{') return reject(entryMalformed("the resource is no object"));
        auto record = makeRecord(resource, fullUrl, m_index, *checked);
        if (!record) return reject(record.error());
        const auto at = static_cast<std::size_t>(resource.data() - raw.data());
        m_shell.text(raw.substr(0, at));
        m_shell.hole(record->id, *record->hash);
        m_shell.text(raw.substr(at + resource.size()));
        meet(*record, resource);
        ++m_result.report.read;
        return m_sink.take(std::move(*record), {}); // nobody answers for it
    }
    Candidate &candidate(const std::string &id) {
        const auto [at, fresh] = m_people.emplace(id, m_result.people.size());
        if (fresh) m_result.people.push_back({id, {}, {}, {}, 0});
        return m_result.people[at->second];
    }
    void meet(const Record &record, std::string_view resource) {
        if (!record.person.empty()) {
            Candidate &who = candidate(record.person);
            ++who.records;
            if (record.type == "Patient") {
                who.name = record.title == "Patient" ? std::string() : record.title;
                std::array<JsonMember, 2> members{{{"birthDate", {}}, {"gender", {}}}};
                findMembers(resource, members);
                who.birthDate = unquoted(members[0].value);
                who.sex = unquoted(members[1].value);
            }
        }
        for (const std::string &target : record.references)
            if (target.starts_with("Patient/")) (void)candidate(target.substr(8));
    }

    Source &m_source;
    RecordSink &m_sink;
    const Progress &m_progress;
    std::string m_buffer;
    std::size_t m_at = 0, m_mark = 0; // what lies before m_mark is done with
    int m_next = -1;
    bool m_secondWalk = false, m_oneLine = true, m_tooLarge = false;
    std::uint64_t m_entry = 0;
    std::string m_type, m_bundleType, m_envelope;
    ReferenceIndex m_index;
    std::map<std::string, std::size_t> m_people;
    ShellBuilder m_shell;
    ReadResult m_result;
};

} // namespace

bool looksLikeFhirJson(ByteView start) {
    std::string_view text = textOf(start);
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    const auto first = std::ranges::find_if_not(text, isSpace);
    return first != text.end() && *first == '{';
}

Result<ReadResult> readFhirJson(Source &source, RecordSink &sink, const Progress &progress) {
    return FhirReader(source, sink, progress).read();
}

} // namespace apricot
