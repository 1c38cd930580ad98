// SPDX-License-Identifier: GPL-3.0-or-later
// The encrypted store: one SQLCipher file holding records, attachments, the search index, the event
// log and settings. One process at a time. Every change is one transaction.
#pragma once

#include "base/chosen_file.h"
#include "base/clock.h"
#include "base/progress.h"
#include "base/random.h"
#include "base/result.h"
#include "crypto/derive.h"
#include "records/origin.h"
#include "records/record.h"
#include "vault/spaces.h"
#include "vault/visits.h"

#include <filesystem>
#include <memory>

namespace apricot {

struct Page { // cursor paging: pass the last row's cursor to go on; newest first
    std::uint32_t limit = 50;
    std::optional<std::int64_t> after;
};

struct Filter {
    std::uint16_t kinds = 0;             // bit (Kind - 1); 0 = all
    std::optional<UnixTime> from, until; // from <= date < until; leaves out undated records
    std::optional<std::uint8_t> maxLevel;
    std::string text;   // words, Chinese or English; empty = all
    std::string person; // empty = all
};

struct RecordRow { // what a list shows
    std::int64_t cursor = 0;
    RecordId id;
    std::string type, logicalId, title, value, unit, performer, dateText, person;
    Kind kind = Kind::Other;
    std::uint8_t level = 1;
    bool dated = false;
    UnixTime date = 0;
};

// Hash-chained: hash = SHA-256(previous hash | time (8 bytes, big-endian) | length of kind (8) |
// kind | body); the first one's previous hash is 32 zeros.
struct LogEntry {
    std::int64_t number = 0;
    UnixTime time = 0;
    std::string kind; // "import", "grant", "redeemed" ...
    std::string body; // JSON
    Digest hash;
};

struct VersionOrigin {
    Digest content; // which version: contentOf (origins.h)
    Origin origin;
};

enum class Added : std::uint8_t { New, Unchanged, Newer, Older }; // Older: kept as history only

// A kind of entry in the log (events.h), with the fields of its JSON, with blanks between.
struct Event {
    std::string_view kind, fields;
};

// A half-done batch vanishes whole when it is destroyed without commit(), or the process dies.
// While it is open, what is put or logged belongs to it; another batch, setLevel and backup answer
// VaultBusy.
class ImportBatch {
  public:
    virtual ~ImportBatch() = default;
    [[nodiscard]] virtual Result<Added> add(const Record &record) = 0;
    // What a re-export needs besides the records: the file around them (formats/file_shell.h).
    [[nodiscard]] virtual Result<std::int64_t> addSource(std::string_view name, ByteView shell) = 0;
    [[nodiscard]] virtual Result<> commit() = 0;
};

class Vault {
  public:
    // With what `fill` puts in, whole or not at all: a vault without its keys is never there.
    // VaultExists; VaultCreateFailed; ChosenFileIsKept: a name that another vault needs; the errors
    // of `fill`.
    using Fill = std::function<Result<>(Vault &)>;
    [[nodiscard]] static Result<std::unique_ptr<Vault>>
    create(const std::filesystem::path &file, const SecretBytes &passphrase, PasswordCost cost,
           Random &random, const Clock &clock, const Fill &fill = {});
    // VaultMissing, WrongPassphrase, VaultInUse, VaultDamaged, VaultTooNew (names the version that
    // wrote it).
    [[nodiscard]] static Result<std::unique_ptr<Vault>> open(const std::filesystem::path &file,
                                                             const SecretBytes &passphrase,
                                                             Random &random, const Clock &clock);
    // Gone with the object: no file is ever written, not even a temporary one. For what may be read
    // but not kept. changePassphrase and backup answer VaultHasNoFile.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> inMemory(Random &random,
                                                                 const Clock &clock);
    virtual ~Vault() = default;

    [[nodiscard]] virtual Result<> changePassphrase(const SecretBytes &old, const SecretBytes &now,
                                                    PasswordCost cost) = 0;

    [[nodiscard]] virtual Result<std::unique_ptr<ImportBatch>> beginImport() = 0;
    [[nodiscard]] virtual bool isInBatch() const = 0; // one is open
    [[nodiscard]] virtual Result<std::vector<RecordRow>> list(const Filter &filter,
                                                              const Page &page) = 0;
    [[nodiscard]] virtual Result<std::uint64_t> count(const Filter &filter) = 0;
    [[nodiscard]] virtual Result<Record>
    record(const RecordId &id) = 0; // RecordMissing; attachments loaded
    [[nodiscard]] virtual Result<std::vector<Record>>
    history(const RecordId &id) = 0; // older versions
    [[nodiscard]] virtual Result<>
    setLevel(const RecordId &id,
             std::uint8_t level) = 0; // the person's choice; outlives re-imports
    struct Source {
        std::int64_t number;
        std::string name;
        UnixTime imported;
        Bytes shell;
    };
    [[nodiscard]] virtual Result<std::vector<Source>> sources() = 0;

    // Who answers for a version of a record (origins.h), and for which: the oldest first.
    [[nodiscard]] virtual Result<> vouch(const RecordId &record, const Digest &content,
                                         const Origin &origin) = 0;
    [[nodiscard]] virtual Result<std::vector<VersionOrigin>> origins(const RecordId &record) = 0;

    [[nodiscard]] virtual Result<> appendLog(const Event &event,
                                             std::string_view body) = 0; // events.h
    // An entry of that kind, and what it says of a visit in the visits' table, together.
    [[nodiscard]] virtual Result<> logVisit(VisitEvent event, const VisitFacts &facts,
                                            std::string_view body) = 0;
    [[nodiscard]] virtual Result<std::vector<VisitRow>> visitsSince(UnixTime since) = 0;
    [[nodiscard]] virtual Result<std::vector<LogEntry>> log(const Page &page) = 0;
    [[nodiscard]] virtual Result<> verifyLog() = 0; // LogBroken names the first bad entry

    // Small named values: wallet seed, grants given, ledger key ... Encrypted like everything else.
    [[nodiscard]] virtual Result<> put(const Space &space, std::string_view key,
                                       ByteView value) = 0;
    [[nodiscard]] virtual Result<std::optional<SecretBytes>> get(const Space &space,
                                                                 std::string_view key) = 0;
    [[nodiscard]] virtual Result<std::vector<std::string>> keys(const Space &space) = 0;
    [[nodiscard]] virtual Result<> remove(const Space &space, std::string_view key) = 0;

    // One encrypted file, verified after writing (BackupFailed). Opens with the same passphrase.
    // The errors of checkChosenFile, before anything is written.
    [[nodiscard]] virtual Result<> backup(const std::filesystem::path &to,
                                          const Progress &progress = {},
                                          Replace replace = Replace::No) = 0;
    // Checks the whole file before anything is put in place. BackupRejected; VaultExists;
    // ChosenFileIsKept.
    [[nodiscard]] static Result<> restore(const std::filesystem::path &backup,
                                          const std::filesystem::path &vault,
                                          const SecretBytes &passphrase);
    [[nodiscard]] virtual Result<> checkIntegrity() = 0; // VaultDamaged
};

} // namespace apricot
