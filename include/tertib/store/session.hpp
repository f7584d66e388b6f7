// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/store.hpp"

namespace tertib {

/// What one thread does with a store: reads on a way of its own, which never wait for a command of
/// another thread, and commands, which are handed to the store and share its commits.
///
///     Store store(open_sqlite("kasus.tertib"));
///     std::thread screen([&] {
///         Session session = store.session();
///         for (const WorkRow& row : session.worklist("Kadis", 20)) …
///         Reply reply = session.submit(request);
///     });
///
/// A read shows what was durable when it began, the session's own commands among it. A store in
/// memory has no second way in: there its sessions read as the store itself does.
/// One session for each thread; it must not outlive its store, which must not be moved meanwhile.
class Session {
public:
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;

    /// As the functions of the store (store/store.hpp). What they throw is the same.
    [[nodiscard]] std::optional<CaseState> find_case(std::string_view id);
    [[nodiscard]] std::vector<CaseRow> cases(std::string_view after, std::size_t limit);
    [[nodiscard]] std::vector<WorkRow> worklist(std::string_view pelaksana, std::size_t limit,
                                                const std::optional<WorkRow>& after = {});
    [[nodiscard]] std::optional<Instant> next_due();
    [[nodiscard]] OfficeState office();
    [[nodiscard]] std::vector<SopVersion> versions();
    /// Asks the store, which also knows the holdings of use_roster(): it may wait for a command.
    [[nodiscard]] std::shared_ptr<const Roster> roster();
    [[nodiscard]] std::vector<StoredEvent> events(std::string_view case_id, std::uint64_t from,
                                                  std::size_t limit);
    /// Here `visit` may call the store, but not the session.
    void each_event(std::string_view case_id, const std::function<void(const StoredEvent&)>& visit);
    [[nodiscard]] std::shared_ptr<const ReadySop> sop(std::string_view digest);
    [[nodiscard]] std::shared_ptr<const Calendar> calendar(std::string_view digest);

    [[nodiscard]] Reply submit(const Request& request);
    [[nodiscard]] std::vector<Reply> submit(std::span<const Request> requests);
    [[nodiscard]] Reply submit(const OfficeRequest& request);

private:
    friend class Store;
    class Impl;
    explicit Session(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> impl_;
};

} // namespace tertib
