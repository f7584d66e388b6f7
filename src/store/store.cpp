// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/store.hpp"

#include "store/desk.hpp"
#include "store/event_lines.hpp"
#include "store/journal_export.hpp"
#include "store/office_desk.hpp"
#include "store/readings.hpp"
#include "store/sealing.hpp"
#include "store/session_impl.hpp"
#include "store/verifier.hpp"
#include "tertib/base/error.hpp"
#include "tertib/model/sop_json.hpp"
#include "tertib/run/overrun_policy_json.hpp"
#include "tertib/store/random_salt.hpp"
#include "tertib/time/calendar_json.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <set>
#include <utility>

namespace tertib {

namespace {

/// How many rows of a list are read in one go.

/// A caller that waits for its requests to be durable.
struct Waiting {
    std::span<const Request> requests;
    std::vector<Reply> replies;
    std::exception_ptr failure;
    bool served = false;
};

} // namespace

class Store::Impl {
public:
    Impl(std::unique_ptr<Database> database, StoreOptions options)
        : database_(std::move(database)),
          options_(std::move(options)),
          registry_(options_.unknown_pelaksana),
          kept_(options_.kept_cases) {
        if (!options_.salt) {
            options_.salt = random_salt;
        }
    }

    [[nodiscard]] std::vector<Reply> submit(std::span<const Request> requests);

    /// Runs `work` on a transaction that only reads, nobody else using the database meanwhile.
    template <typename Work>
    auto read(const Work& work) {
        const std::scoped_lock lock(database_mutex_);
        const auto transaction = database_->begin(Access::read);
        notice_others(); // within it: of the moment that is read, and one lock for both
        return work(*transaction);
    }
    /// Runs `work` on a transaction that is committed after it.
    template <typename Work>
    auto write(const Work& work) {
        const std::scoped_lock lock(database_mutex_);
        try {
            const auto transaction = database_->begin(Access::write);
            notice_others();
            auto result = work(*transaction);
            transaction->commit();
            return result;
        } catch (...) {
            kept_.forget();
            office_.doubt();
            throw;
        }
    }
    [[nodiscard]] Desk desk(Transaction& transaction) {
        return {transaction, registry_, kept_, office_, options_.salt};
    }
    [[nodiscard]] Registry& registry() { return registry_; }
    [[nodiscard]] KeptOffice& office() { return office_; }
    [[nodiscard]] const StoreOptions& options() const { return options_; }
    [[nodiscard]] Database& database() { return *database_; }
    [[nodiscard]] std::mutex& database_mutex() { return database_mutex_; }
    void use_roster(std::shared_ptr<const Roster> roster) {
        const std::scoped_lock lock(database_mutex_);
        office_.use(std::move(roster));
    }

private:
    void serve(const std::vector<Waiting*>& group) noexcept;
    /// What another process wrote makes the kept states stale. Within a write transaction nobody
    /// else can write any more. A host may have rolled back what we wrote without our knowing.
    void notice_others() {
        if (database_->owner() == TransactionOwner::host) {
            kept_.forget();
            office_.doubt();
            registry_.doubt();
            return;
        }
        if (const std::uint64_t writes = database_->foreign_writes(); writes != foreign_writes_) {
            foreign_writes_ = writes;
            kept_.forget();
            office_.doubt();
        }
    }

    std::mutex database_mutex_; ///< held while the database is used
    std::unique_ptr<Database> database_;
    StoreOptions options_;
    Registry registry_;
    KeptCases kept_;
    KeptOffice office_;
    std::uint64_t foreign_writes_ = 0;

    std::mutex queue_mutex_; ///< never held while the database works
    std::condition_variable served_;
    std::vector<Waiting*> queue_;
    bool led_ = false; ///< somebody is committing for those who wait
};

std::vector<Reply> Store::Impl::submit(std::span<const Request> requests) {
    Waiting own{.requests = requests, .replies = {}, .failure = {}, .served = false};
    if (database_->owner() == TransactionOwner::host) {
        // What is in the host's transaction is for its thread alone to commit.
        serve({&own});
        if (own.failure) {
            std::rethrow_exception(own.failure);
        }
        return std::move(own.replies);
    }
    std::unique_lock lock(queue_mutex_);
    queue_.push_back(&own);
    while (!own.served) {
        if (led_) {
            served_.wait(lock);
            continue;
        }
        std::vector<Waiting*> group;
        try {
            group.reserve(queue_.size());
        } catch (...) {
            std::erase(queue_, &own);
            throw;
        }
        led_ = true;
        std::size_t count = 0;
        // At least one caller, however many requests it has: they commit together.
        while (!queue_.empty() &&
               (group.empty() || count + queue_.front()->requests.size() <= options_.batch)) {
            count += queue_.front()->requests.size();
            group.push_back(queue_.front());
            queue_.erase(queue_.begin());
        }
        lock.unlock();
        serve(group);
        lock.lock();
        for (Waiting* each : group) {
            each->served = true;
        }
        led_ = false;
        served_.notify_all();
    }
    if (own.failure) {
        std::rethrow_exception(own.failure);
    }
    return std::move(own.replies);
}

/// Serves all callers of the group in one transaction. A caller whose requests throw gets that
/// exception, and the others are served without it; if the commit fails, all are told. It throws
/// nothing itself, even without memory: others wait for the one who leads.
void Store::Impl::serve(const std::vector<Waiting*>& group) noexcept {
    const auto failed = [](const Waiting* each) { return each->failure != nullptr; };
    while (!std::ranges::all_of(group, failed)) {
        Waiting* current = nullptr;
        try {
            write([&](Transaction& transaction) {
                Desk desk = this->desk(transaction);
                for (Waiting* each : group) {
                    if (each->failure) {
                        continue;
                    }
                    current = each;
                    each->replies.clear();
                    each->replies.reserve(each->requests.size());
                    for (const Request& request : each->requests) {
                        each->replies.push_back(desk.serve(request));
                    }
                }
                current = nullptr;
                return 0;
            });
            return;
        } catch (...) {
            for (Waiting* each : group) {
                if (!each->failure && (current == nullptr || current == each)) {
                    each->failure = std::current_exception();
                }
            }
        }
    }
}

Store::Store(std::unique_ptr<Database> database, StoreOptions options)
    : impl_(std::make_unique<Impl>(std::move(database), std::move(options))) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

std::string Store::register_sop(const Sop& sop) {
    (void)runnable(sop, impl_->options().unknown_pelaksana);
    const std::string json = to_json(sop);
    return impl_->write([&](Transaction& transaction) {
        transaction.put_sop(sop.digest(), json);
        return sop.digest();
    });
}

std::string Store::register_calendar(const Calendar& calendar) {
    const std::string json = to_json(calendar);
    return impl_->write([&](Transaction& transaction) {
        transaction.put_calendar(calendar.digest(), json);
        return calendar.digest();
    });
}

std::string Store::register_policy(const OverrunPolicy& policy) {
    const std::string json = to_json(policy);
    return impl_->write([&](Transaction& transaction) {
        transaction.put_policy(policy.digest(), json);
        return policy.digest();
    });
}

void Store::use_roster(std::shared_ptr<const Roster> roster) {
    impl_->use_roster(std::move(roster));
}

Reply Store::submit(const Request& request) {
    return std::move(impl_->submit({&request, 1}).front());
}

std::vector<Reply> Store::submit(std::span<const Request> requests) {
    return requests.empty() ? std::vector<Reply>{} : impl_->submit(requests);
}

Reply Store::submit(const OfficeRequest& request) {
    return impl_->write([&](Transaction& transaction) {
        OfficeDesk desk(transaction, impl_->registry(), impl_->office(), impl_->options().salt);
        return desk.serve(request);
    });
}

TickReport Store::tick(Instant now, std::size_t limit) {
    return impl_->write([&](Transaction& transaction) {
        TickReport report;
        report.now = now;
        std::set<std::string> seen;
        Desk desk = impl_->desk(transaction);
        for (const DeadlineRow& row : transaction.deadlines(now, limit)) {
            if (seen.insert(row.case_id).second) {
                desk.tick(row.case_id, now, report);
            }
        }
        std::ranges::sort(report.missed);
        std::ranges::sort(report.rules, {}, &FollowedRule::moment);
        report.next_due = first_due(transaction);
        return report;
    });
}

std::optional<CaseState> Store::find_case(std::string_view id) {
    return impl_->read([&](Transaction& transaction) {
        const StoredCase* found = impl_->desk(transaction).find_case(id);
        return found == nullptr ? std::nullopt : std::optional(found->state);
    });
}

std::vector<CaseRow> Store::cases(std::string_view after, std::size_t limit) {
    return impl_->read([&](Transaction& transaction) { return transaction.cases(after, limit); });
}

std::vector<WorkRow> Store::worklist(std::string_view pelaksana, std::size_t limit,
                                     const std::optional<WorkRow>& after) {
    return impl_->read([&](Transaction& transaction) {
        return worklist_of(transaction, pelaksana, limit, after);
    });
}

std::optional<Instant> Store::next_due() {
    return impl_->read(first_due);
}

OfficeState Store::office() {
    return impl_->read(
        [&](Transaction& transaction) { return impl_->office().stored(transaction).state; });
}

std::shared_ptr<const Roster> Store::roster() {
    return impl_->read(
        [&](Transaction& transaction) { return impl_->office().roster(transaction); });
}

std::vector<SopVersion> Store::versions() {
    return office().versions;
}

std::vector<RevisedCase> Store::revised_cases(std::string_view old_digest, const Sop& revised,
                                              std::string_view after, std::size_t limit) {
    return impl_->read([&](Transaction& transaction) {
        const auto old = impl_->registry().sop(transaction, old_digest);
        std::vector<RevisedCase> touched;
        std::string last(after);
        for (bool more = true; more && touched.size() < limit;) {
            const std::vector<CaseRow> rows = transaction.cases(last, rows_at_once);
            for (const CaseRow& row : rows) {
                const bool open =
                    row.status == CaseStatus::running || row.status == CaseStatus::suspended;
                if (open && row.sop_digest == old_digest && touched.size() < limit) {
                    const std::optional<StoredCase> stored = transaction.find_case(row.id);
                    touched.push_back(revise(old->sop(), revised, stored.value().state));
                }
                last = row.id;
            }
            more = rows.size() == rows_at_once;
        }
        return touched;
    });
}

std::vector<StoredEvent> Store::events(std::string_view case_id, std::uint64_t from,
                                       std::size_t limit) {
    return impl_->read(
        [&](Transaction& transaction) { return transaction.events(case_id, from, limit); });
}

void Store::each_event(std::string_view case_id,
                       const std::function<void(const StoredEvent&)>& visit) {
    impl_->read([&](Transaction& transaction) {
        visit_events(transaction, case_id, visit);
        return 0;
    });
}

void Store::each_line(std::string_view case_id, const LineOptions& options,
                      const std::function<void(std::string_view line)>& write) {
    impl_->read([&](Transaction& transaction) {
        EventLines lines(transaction, impl_->registry(), options);
        visit_events(transaction, case_id,
                     [&](const StoredEvent& stored) { write(lines.line_of(stored)); });
        return 0;
    });
}

std::shared_ptr<const ReadySop> Store::sop(std::string_view digest) {
    return impl_->read(
        [&](Transaction& transaction) { return impl_->registry().sop(transaction, digest); });
}

std::shared_ptr<const Calendar> Store::calendar(std::string_view digest) {
    return impl_->read(
        [&](Transaction& transaction) { return impl_->registry().calendar(transaction, digest); });
}

std::vector<std::string> Store::sops() {
    return impl_->read([](Transaction& transaction) { return transaction.sops(); });
}

std::vector<std::string> Store::calendars() {
    return impl_->read([](Transaction& transaction) { return transaction.calendars(); });
}

Verification Store::verify(const Watch& watch, std::span<const Seal> kept) {
    const std::scoped_lock lock(impl_->database_mutex());
    const std::vector<std::string> damage = impl_->database().check();
    const auto transaction = impl_->database().begin(Access::read);
    Verifier verifier(*transaction, impl_->options().unknown_pelaksana, watch);
    return verifier.run(damage, kept);
}

Seal Store::seal(Instant now) {
    return impl_->write([&](Transaction& transaction) { return make_seal(transaction, now); });
}

std::vector<Seal> Store::seals(std::uint64_t after, std::size_t limit) {
    return impl_->read([&](Transaction& transaction) { return transaction.seals(after, limit); });
}

void Store::export_journal(Zone zone, const std::function<void(std::string_view line)>& write) {
    impl_->read([&](Transaction& transaction) {
        export_lines(transaction, zone, write);
        return 0;
    });
}

Session Store::session() {
    return Session(
        std::make_unique<Session::Impl>(*this, impl_->database().reader(), impl_->options()));
}

void Store::backup(const std::string& path) const {
    impl_->database().backup(path);
}

void Store::tidy() {
    const std::scoped_lock lock(impl_->database_mutex());
    impl_->database().tidy();
}

} // namespace tertib
