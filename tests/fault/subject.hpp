// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// The seam between the harnesses (fault_run, power_loss_run, kill_loop) and what they test: any
/// journal kept through SQLite. The harnesses know only this file; they choose the path and the
/// name of the VFS, keep what was answered in an Oracle outside the file, and compare.
///
///     const OpenSubject open = bare_journal();
///     auto subject = open({.path = path});
///     const std::vector<Entry> asked = {{.case_id = "a", .key = "k1", .payload = "x"}};
///     if (subject->append(asked).fate == Fate::acknowledged) …
///
/// A subject is used by one thread. Destroying it closes its file as a process that ends well
/// would; nothing may be thrown by that.

/// What is to be appended. The key is unique in the file: the same entries asked again with their
/// keys are the retry, whose answer is the first one's (with the same numbers).
struct Entry {
    std::string case_id;
    std::string key;
    std::string payload;

    bool operator==(const Entry&) const = default;
};

/// An entry as it stands in the file; case_seq runs 1, 2, 3 … in each case.
struct JournalEvent {
    std::string case_id;
    std::int64_t case_seq = 0;
    std::string key;
    std::string payload;
};

enum class Fate {
    acknowledged, ///< it is in the file, and stays there
    refused,      ///< it isn't, and never will be unless asked again
    unknown       ///< one of both; asking again settles it
};

/// All entries of one append share their fate.
struct Answer {
    Fate fate = Fate::unknown;
    std::vector<std::int64_t> case_seqs; ///< one for each entry, if acknowledged
    std::string reason;                  ///< of what isn't acknowledged
};

/// How a subject says that anything but an append failed; what it throws besides is a defect.
class SubjectError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

enum class Durability { full, normal, off }; ///< PRAGMA synchronous
enum class CacheSize { usual, tiny };        ///< tiny: long transactions spill into the WAL

struct Opening {
    std::string path;
    std::string vfs; ///< "": the default one
    Durability durability = Durability::full;
    CacheSize cache = CacheSize::usual;
};

/// What can be asked of a file besides appending and reading.
enum class Chore {
    checkpoint, ///< moves what it can from the WAL into the file
    truncate,   ///< the same, waiting for all, and empties the WAL
    vacuum,     ///< rewrites the file
    copy,       ///< an online copy to the path + "-copy"
    integrity   ///< check(), whose words must be none
};

enum class Offered { yes, no };

class Subject {
public:
    Subject() = default;
    Subject(const Subject&) = delete;
    Subject& operator=(const Subject&) = delete;
    virtual ~Subject() = default;

    /// All entries in one transaction. Never throws SubjectError: the answer says it.
    [[nodiscard]] virtual Answer append(std::span<const Entry> entries) = 0;

    /// Writes the entries in one transaction, then gives it up.
    virtual void abandon(std::span<const Entry> entries) = 0;

    using Visitor = std::function<void(const JournalEvent&)>;
    /// The events of one case ("": of all) in their order, within one read transaction, which is
    /// open while the visitor runs.
    virtual void read(std::string_view case_id, const Visitor& visit) = 0;

    /// What is wrong with the file: PRAGMA integrity_check and the subject's own chain.
    [[nodiscard]] virtual std::vector<std::string> check() = 0;

    /// `no` where the subject has no such thing; then nothing was done.
    [[nodiscard]] virtual Offered perform(Chore chore) = 0;
};

/// Opens the file, makes it where there is none, recovers it where it must be. Throws SubjectError.
using OpenSubject = std::function<std::unique_ptr<Subject>(const Opening&)>;

/// All events, or those of one case.
[[nodiscard]] inline std::vector<JournalEvent> read_events(Subject& subject,
                                                           std::string_view case_id = {}) {
    std::vector<JournalEvent> events;
    subject.read(case_id, [&](const JournalEvent& event) { events.push_back(event); });
    return events;
}

} // namespace tertib
