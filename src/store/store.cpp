// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/store.hpp"

#include "store/desk.hpp"
#include "store/office_desk.hpp"
#include "store/random_salt.hpp"
#include "store/verifier.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/model/sop_json.hpp"
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
constexpr std::size_t rows_at_once = 1'000;

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
        notice_others();
        const auto transaction = database_->begin(Access::read);
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
    void serve(const std::vector<Waiting*>& group);
    /// What another process wrote makes the kept states stale. Within a write transaction nobody
    /// else can write any more.
    void notice_others() {
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
    std::unique_lock lock(queue_mutex_);
    queue_.push_back(&own);
    while (!own.served) {
        if (led_) {
            served_.wait(lock);
            continue;
        }
        led_ = true;
        std::vector<Waiting*> group;
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
/// exception, and the others are served without it; if the commit fails, all are told.
void Store::Impl::serve(const std::vector<Waiting*>& group) {
    std::vector<Waiting*> open = group;
    while (!open.empty()) {
        Waiting* current = nullptr;
        try {
            write([&](Transaction& transaction) {
                Desk desk = this->desk(transaction);
                for (Waiting* each : open) {
                    current = each;
                    each->replies.clear();
                    for (const Request& request : each->requests) {
                        each->replies.push_back(desk.serve(request));
                    }
                }
                current = nullptr;
                return 0;
            });
            return;
        } catch (...) {
            if (current == nullptr) {
                for (Waiting* each : open) {
                    each->failure = std::current_exception();
                }
                return;
            }
            current->failure = std::current_exception();
            std::erase(open, current);
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

std::size_t Store::tick(Instant now, std::size_t limit) {
    return impl_->write([&](Transaction& transaction) {
        std::size_t count = 0;
        std::set<std::string> seen;
        Desk desk = impl_->desk(transaction);
        for (const DeadlineRow& row : transaction.deadlines(now, limit)) {
            if (seen.insert(row.case_id).second) {
                count += desk.tick(row.case_id, now);
            }
        }
        return count;
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
    const WorkRow from = after.value_or(
        WorkRow{.post = fold(pelaksana), .due = Instant::min(), .case_id = {}, .task = {}});
    return impl_->read([&](Transaction& transaction) { return transaction.worklist(from, limit); });
}

std::optional<Instant> Store::next_due() {
    return impl_->read([&](Transaction& transaction) {
        const std::vector<DeadlineRow> first = transaction.deadlines(Instant::max(), 1);
        return first.empty() ? std::nullopt : std::optional(first.front().missed_from);
    });
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
    constexpr std::size_t page = rows_at_once;
    const auto one_case = [&](Transaction& transaction, std::string_view id) {
        for (std::uint64_t from = 1; from != 0;) {
            const std::vector<StoredEvent> events = transaction.events(id, from, page);
            std::ranges::for_each(events, visit);
            from = events.size() == page ? events.back().number + 1 : 0;
        }
    };
    impl_->read([&](Transaction& transaction) {
        if (!case_id.empty()) {
            one_case(transaction, case_id);
            return 0;
        }
        one_case(transaction, office_id);
        std::string last;
        for (bool more = true; more;) {
            const std::vector<CaseRow> rows = transaction.cases(last, page);
            for (const CaseRow& row : rows) {
                one_case(transaction, row.id);
                last = row.id;
            }
            more = rows.size() == page;
        }
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

Verification Store::verify(const Watch& watch) {
    const std::scoped_lock lock(impl_->database_mutex());
    const std::vector<std::string> damage = impl_->database().check();
    const auto transaction = impl_->database().begin(Access::read);
    Verifier verifier(*transaction, impl_->options().unknown_pelaksana, watch);
    return verifier.run(damage);
}

void Store::backup(const std::string& path) const {
    impl_->database().backup(path);
}

void Store::tidy() {
    const std::scoped_lock lock(impl_->database_mutex());
    impl_->database().tidy();
}

} // namespace tertib
