// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/watch.hpp"
#include "tertib/run/decide.hpp"
#include "tertib/run/office_command.hpp"
#include "tertib/run/revision.hpp"
#include "tertib/run/timely.hpp"
#include "tertib/store/receipt.hpp"
#include "tertib/store/seal.hpp"
#include "tertib/store/tick_report.hpp"
#include "tertib/store/transaction.hpp"
#include "tertib/store/verification.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// A command with what only a store needs to know of it. A plain value.
struct Request {
    Command command;
    /// Makes asking again safe: the same key again is answered as the first time, and nothing is
    /// done twice. "": asking again is a new command.
    std::string key;
    /// How many events the asker has seen of the case: if there are others since, the command is
    /// refused as CASE-STALE. Nothing: whatever the case is like.
    std::optional<std::uint64_t> seen;
    std::string sop;      ///< start, migrate: digest of a registered Sop
    std::string calendar; ///< start, recompute: digest of a registered calendar
    std::string policy;   ///< start: digest of a registered overrun policy, "" for none
};

/// A command of the office, with what only a store needs to know of it. A plain value.
struct OfficeRequest {
    OfficeCommand command;
    std::string key; ///< as of a Request
    Zone zone;       ///< the office's clock: it tells the day
};

struct StoreOptions {
    /// May steps of unknown pelaksana be done by anybody (each such event says so)?
    UnknownPelaksana unknown_pelaksana = UnknownPelaksana::refuse;
    std::size_t batch = 256;      ///< commands that share one commit at most
    std::size_t kept_cases = 256; ///< states kept at hand between commands
    SaltSource salt;              ///< nothing: the system's random source
};

/// Whether lines of events show their personal parts, or leave them out.
enum class LineBodies : std::uint8_t { shown, left_out };

/// How events are written as lines.
struct LineOptions {
    LineBodies bodies = LineBodies::shown;
    /// The office's clock. Nothing: that of the store's calendars, WIB where they don't agree.
    std::optional<Zone> office;
};

class Session;

/// Cases kept durably. Threads may share one: whoever comes first commits for all that wait.
///
///     Store store(open_sqlite("kasus.tertib"));
///     std::string sop = store.register_sop(*office_sop);
///     Reply reply = store.submit({.command = …, .key = "form-17", .sop = sop, .calendar = …});
///     if (reply.refusal) std::cerr << message(*reply.refusal, Language::id);
///
/// A reply with a receipt is durable. Error(outcome_unknown) says that a commit may or may not have
/// taken place: submit the same request with its key again.
class Store {
public:
    explicit Store(std::unique_ptr<Database> database, StoreOptions options = {});
    ~Store();
    Store(const Store&) = delete;
    Store(Store&&) noexcept;
    Store& operator=(const Store&) = delete;
    Store& operator=(Store&&) noexcept;

    /// Keeps the Sop (or calendar) for the cases that run by it, and gives its digest. An Sop that
    /// can't be run is refused by Error(argument) with the reason; see ready_sop().
    std::string register_sop(const Sop& sop);
    std::string register_calendar(const Calendar& calendar);
    std::string register_policy(const OverrunPolicy& policy);
    /// Holdings that a host keeps elsewhere, beside those of the journal, for as long as this Store
    /// lives; nullptr: none.
    void use_roster(std::shared_ptr<const Roster> roster);

    /// Judges the command and, if it isn't refused, writes its events, all or none.
    [[nodiscard]] Reply submit(const Request& request);
    /// The same for several, in order, in one commit: durable together. Each is judged by what
    /// those before it left.
    [[nodiscard]] std::vector<Reply> submit(std::span<const Request> requests);
    /// The same for what the office decides. A version whose document is registered in the store, but
    /// not in the journal, is recorded as registered first. From then on commands are judged by it,
    /// those of other processes too.
    [[nodiscard]] Reply submit(const OfficeRequest& request);
    /// Records what fell due by `now`, and does what the cases' overrun policies say, earliest first:
    /// at most `limit` deadlines and rules, but all of the cases that they belong to.
    TickReport tick(Instant now, std::size_t limit = 10'000);

    [[nodiscard]] std::optional<CaseState> find_case(std::string_view id);
    [[nodiscard]] std::vector<CaseRow> cases(std::string_view after, std::size_t limit);
    /// Open tasks that somebody of the pelaksana may do, by deadline; `after` for the next page.
    [[nodiscard]] std::vector<WorkRow> worklist(std::string_view pelaksana, std::size_t limit,
                                                const std::optional<WorkRow>& after = {});
    /// From when on the earliest running deadline counts as missed, or a rule has its moment.
    [[nodiscard]] std::optional<Instant> next_due();
    /// What the office has decided: who holds which post, which versions are in force.
    [[nodiscard]] OfficeState office();
    /// By what commands are judged: the holdings of the journal, and those of use_roster().
    [[nodiscard]] std::shared_ptr<const Roster> roster();
    [[nodiscard]] std::vector<SopVersion> versions();
    /// Cases of a version that haven't ended, as far as another version would touch them, whose id
    /// comes after, by id: at most `limit`. For what it does to an overlay, see run/revision.hpp.
    [[nodiscard]] std::vector<RevisedCase> revised_cases(std::string_view old_digest,
                                                         const Sop& revised, std::string_view after,
                                                         std::size_t limit);
    /// Events of a case, or for office_id of the office.
    [[nodiscard]] std::vector<StoredEvent> events(std::string_view case_id, std::uint64_t from,
                                                  std::size_t limit);
    /// Every event of a case (for "" of the office, then of all cases, by id) in order, as of one
    /// moment. `visit` runs while the store is locked: it must not call the store.
    void each_event(std::string_view case_id, const std::function<void(const StoredEvent&)>& visit);
    /// The same as lines of a journal's export, "tertib.journal/1" (docs/formats.md), each with its
    /// end and on the clock of the calendar that its case runs by. Throws Error(damaged) for an event
    /// that can't be read.
    void each_line(std::string_view case_id, const LineOptions& options,
                   const std::function<void(std::string_view line)>& write);
    /// The Sop that a case runs by, ready; Error(argument) if none of that digest is registered.
    [[nodiscard]] std::shared_ptr<const ReadySop> sop(std::string_view digest);
    [[nodiscard]] std::shared_ptr<const Calendar> calendar(std::string_view digest);
    /// The digests of all that are registered, ascending.
    [[nodiscard]] std::vector<std::string> sops();
    [[nodiscard]] std::vector<std::string> calendars();

    /// Plays the whole journal again: every link, every body, every registered document, every
    /// seal, and every table against one made anew. Seals that were `kept` elsewhere tell whether
    /// what they cover is what it was when they were made. See Verification.
    [[nodiscard]] Verification verify(const Watch& watch = {}, std::span<const Seal> kept = {});
    /// Seals all events so far: one digest to keep elsewhere (store/seal.hpp). Looks at every case,
    /// so call it once a day rather than after each command. Throws Error(argument) for a moment
    /// before the last seal's.
    Seal seal(Instant now);
    /// At most `limit` seals after a number, in order.
    [[nodiscard]] std::vector<Seal> seals(std::uint64_t after, std::size_t limit);
    /// Writes all of it, as of one moment, as JSON Lines (docs/formats.md): the documents, the events,
    /// the seals, the answers that were given to keys, and a line that closes it. `write` gets a line
    /// with its end at a time, while the store is locked: it must not call the store. See
    /// import_journal() (store/journal_import.hpp).
    void export_journal(Zone zone, const std::function<void(std::string_view line)>& write);

    /// For a thread of its own: reads that wait for nobody. See store/session.hpp.
    [[nodiscard]] Session session();

    /// Copies the whole store, as of one moment, to a file that isn't there yet. Nobody waits for it.
    void backup(const std::string& path) const;
    /// Moves what was written into its final place; after erasing, call it to make the erased
    /// bytes unreadable at once.
    void tidy();

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace tertib
