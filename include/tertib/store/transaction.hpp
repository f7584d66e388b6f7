// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/case_state_bytes.hpp"
#include "tertib/run/event_bytes.hpp"
#include "tertib/run/office_event.hpp"
#include "tertib/run/office_state.hpp"
#include "tertib/store/receipt.hpp"
#include "tertib/store/seal.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a Store (store/store.hpp) asks of a database. Two stand behind it here, memory and SQLite;
/// another one (PostgreSQL, a portal's own) needs no more than these calls. Every key is made by
/// tertib, a write concerns the rows of its own case and of the documents it runs by, and no query
/// looks at a case that it isn't about, except the lists at the end of Transaction.
namespace tertib {

/// A case with the link that its next event hangs on.
using StoredCase = CaseSnapshot;

/// An event as the journal keeps it, with what is looked for. The sealed bytes are the truth.
struct StoredEvent {
    std::string case_id;
    std::uint64_t number = 0;
    SealedEvent sealed;
};

/// A running deadline: when it counts as missed, and whose it is (step "" for the whole case). Or
/// the moment of a rule of the case's overrun policy.
struct DeadlineRow {
    Instant missed_from{};
    std::string case_id;
    TaskId task;
    std::uint32_t rule = 0; ///< from 1; 0: the deadline itself

    friend auto operator<=>(const DeadlineRow&, const DeadlineRow&) = default;
};

/// An open task on the list of one post that may do it.
struct WorkRow {
    std::string post; ///< folded
    Instant due{};    ///< the last representable moment if there is no deadline
    std::string case_id;
    TaskId task;

    friend auto operator<=>(const WorkRow&, const WorkRow&) = default;
};

/// A task with the key of its step.
struct TaskRow {
    const Task* task = nullptr;
    std::string_view step;
};

/// What one command changes of a case: the rows to write, and those that go.
struct CaseChange {
    const StoredCase* before = nullptr; ///< nullptr: the case is new
    const StoredCase* after = nullptr;
    std::vector<TaskRow> tasks_gone;       ///< of `before`
    std::vector<TaskRow> tasks_new;        ///< of `after`
    std::vector<TaskRow> tasks_other;      ///< of `after`: there before, but different
    std::vector<std::uint32_t> steps;      ///< places of steps whose record differs
    std::vector<std::uint32_t> steps_gone; ///< places that the Sop of `after` lacks
    std::vector<ParkedToken> parked_gone;
    std::vector<ParkedToken> parked_new;
    std::vector<DeadlineRow> deadlines_gone;
    std::vector<DeadlineRow> deadlines_new;
    std::vector<WorkRow> work_gone;
    std::vector<WorkRow> work_new;
};

/// What the office has decided, with the link that its next event hangs on.
struct StoredOffice {
    OfficeState state;
    Sha256 head = no_hash;

    friend bool operator==(const StoredOffice&, const StoredOffice&) = default;
};

/// A row of the versions, and which of its digest's it is, from 0.
struct VersionRow {
    const SopVersion* version = nullptr;
    std::uint32_t period = 0;
};

/// What one decision changes of the office: the rows to write. None ever go.
struct OfficeChange {
    const StoredOffice* after = nullptr;
    std::vector<const OfficeHolding*> holdings; ///< of `after`: new, or different
    std::vector<VersionRow> versions;           ///< likewise
};

/// A case on the list of cases.
struct CaseRow {
    std::string id;
    CaseStatus status = CaseStatus::none;
    std::string sop_digest;
    Instant started{};
    Instant recorded{};
    std::uint64_t events = 0;
    std::string result;

    friend bool operator==(const CaseRow&, const CaseRow&) = default;
};

/// A case with events that no seal covers.
struct UnsealedCase {
    std::string case_id;
    std::uint64_t events = 0;
    std::uint64_t sealed = 0; ///< how many of them the last seal covers
    Sha256 head{};            ///< hash of the last event

    friend bool operator==(const UnsealedCase&, const UnsealedCase&) = default;
};

/// Reads and writes of one moment: all of a transaction's writes happen, or none. Used by one
/// thread. Destroyed without commit(), it changes nothing. Everything throws Error(store) where
/// the database fails, Error(damaged) for rows that can't be.
class Transaction {
public:
    Transaction() = default;
    Transaction(const Transaction&) = delete;
    Transaction(Transaction&&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    virtual ~Transaction() = default;

    /// Its steps end with the last one that has a record: the others are as they began.
    [[nodiscard]] virtual std::optional<StoredCase> find_case(std::string_view id) = 0;
    virtual void write_case(const CaseChange& change) = 0;

    /// The office; its events have office_id where others have their case's id.
    [[nodiscard]] virtual StoredOffice find_office() = 0;
    /// Only the head of its chain; no_hash where nothing was decided.
    [[nodiscard]] virtual Sha256 office_head() = 0;
    virtual void write_office(const OfficeChange& change) = 0;

    virtual void add_event(const StoredEvent& event) = 0;
    [[nodiscard]] virtual std::optional<StoredEvent> find_event(std::string_view case_id,
                                                                std::uint64_t number) = 0;
    /// At most `limit` events of a case from a number on, in order.
    [[nodiscard]] virtual std::vector<StoredEvent>
    events(std::string_view case_id, std::uint64_t from, std::size_t limit) = 0;
    virtual void erase_body(std::string_view case_id, std::uint64_t number) = 0;

    /// The answer that a key was given, and what was asked with it.
    [[nodiscard]] virtual std::optional<KeyedReceipt> find_key(std::string_view key) = 0;
    virtual void put_key(std::string_view key, const KeyedReceipt& receipt) = 0;
    /// Every key, in order, for comparing what was answered with the journal.
    virtual void
    each_key(const std::function<void(std::string_view, const KeyedReceipt&)>& visit) = 0;

    /// Documents by digest, as JSON. What is there already stays.
    [[nodiscard]] virtual std::optional<std::string> find_sop(std::string_view digest) = 0;
    virtual void put_sop(std::string_view digest, std::string_view json) = 0;
    [[nodiscard]] virtual std::optional<std::string> find_calendar(std::string_view digest) = 0;
    virtual void put_calendar(std::string_view digest, std::string_view json) = 0;
    [[nodiscard]] virtual std::optional<std::string> find_policy(std::string_view digest) = 0;
    virtual void put_policy(std::string_view digest, std::string_view json) = 0;
    [[nodiscard]] virtual std::vector<std::string> sops() = 0;      ///< digests, ascending
    [[nodiscard]] virtual std::vector<std::string> calendars() = 0; ///< digests, ascending
    [[nodiscard]] virtual std::vector<std::string> policies() = 0;  ///< digests, ascending

    /// At most `limit` cases whose id comes after, by id.
    [[nodiscard]] virtual std::vector<CaseRow> cases(std::string_view after, std::size_t limit) = 0;
    /// At most `limit` open tasks of a post (folded) after a row, those due first in front.
    [[nodiscard]] virtual std::vector<WorkRow> worklist(const WorkRow& after,
                                                        std::size_t limit) = 0;
    /// Every row of the lists, in their order, for comparing them with the journal.
    virtual void each_deadline(const std::function<void(const DeadlineRow&)>& visit) = 0;
    virtual void each_work(const std::function<void(const WorkRow&)>& visit) = 0;

    /// At most `limit` running deadlines and rules whose moment has come by `until`, in order.
    [[nodiscard]] virtual std::vector<DeadlineRow> deadlines(Instant until, std::size_t limit) = 0;

    virtual void add_seal(const Seal& seal) = 0;
    virtual void add_seal_head(const SealHead& head) = 0;
    [[nodiscard]] virtual std::optional<Seal> last_seal() = 0;
    /// At most `limit` seals after a number, in order.
    [[nodiscard]] virtual std::vector<Seal> seals(std::uint64_t after, std::size_t limit) = 0;
    /// At most `limit` heads of a seal whose case's id comes after, by that id.
    [[nodiscard]] virtual std::vector<SealHead>
    seal_heads(std::uint64_t seal, std::string_view after, std::size_t limit) = 0;
    /// The heads of a case in all seals, by seal.
    [[nodiscard]] virtual std::vector<SealHead> heads_of(std::string_view case_id) = 0;
    /// At most `limit` cases whose id comes after and that have events which no seal covers, by id:
    /// every chain of the journal counts, whatever other tables say.
    [[nodiscard]] virtual std::vector<UnsealedCase> unsealed(std::string_view after,
                                                             std::size_t limit) = 0;

    /// Throws Error(outcome_unknown) where it can't be told whether the writes took place.
    virtual void commit() = 0;
};

enum class Access : std::uint8_t { read, write };

/// Whose the transactions of a database are. Of a host's, a write is part of what the host has
/// begun, durable when the host commits and gone when it rolls back: nothing that was read or
/// written is kept at hand from one to the next, and no thread commits for another.
enum class TransactionOwner : std::uint8_t { store, host };

/// A place where cases are kept. Used by one thread at a time; a Store sees to that.
class Database {
public:
    Database() = default;
    Database(const Database&) = delete;
    Database(Database&&) = delete;
    Database& operator=(const Database&) = delete;
    Database& operator=(Database&&) = delete;
    virtual ~Database() = default;

    /// Waits a bounded time for other writers, then throws Error(store). At most one transaction
    /// is open at a time.
    [[nodiscard]] virtual std::unique_ptr<Transaction> begin(Access access) = 0;

    [[nodiscard]] virtual TransactionOwner owner() const { return TransactionOwner::store; }
    /// The same data through a way of its own that only reads and never waits for a writer, for
    /// another thread; nullptr where there is no such way. May be called while somebody else uses
    /// the database.
    [[nodiscard]] virtual std::unique_ptr<Database> reader() const { return nullptr; }

    /// A number that changes whenever somebody else has written: what was kept of rows is stale.
    [[nodiscard]] virtual std::uint64_t foreign_writes() = 0;
    /// Moves what was written into its final place, and makes erased bytes unreadable. Throws
    /// Error(store) while others are in the way.
    virtual void tidy() = 0;
    /// Copies all of it, as of one moment, to a file that isn't there yet; others go on writing
    /// meanwhile. May be called while somebody else uses the database. Throws Error(unsupported)
    /// where there is nothing to copy to a file.
    virtual void backup(const std::string& path) const = 0;
    /// What is wrong with the database itself, in a line each; none if it is sound.
    [[nodiscard]] virtual std::vector<std::string> check() = 0;
};

} // namespace tertib
