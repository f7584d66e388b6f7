// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/memory.hpp"
#include "tertib/store/transaction.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a command wrote, kept to be written again without anybody judging.
struct Written {
    tertib::StoredCase before;
    tertib::StoredCase after;
    tertib::CaseChange change; ///< points into the two
    std::vector<tertib::StoredEvent> events;
};

/// A database in memory that keeps what is written to it, in order.
class Recording final : public tertib::Database {
public:
    explicit Recording(std::deque<Written>& log) : inner_(tertib::open_memory()), log_(log) {}
    std::unique_ptr<tertib::Transaction> begin(tertib::Access access) override {
        return std::make_unique<Passing>(inner_->begin(access), log_);
    }
    std::uint64_t foreign_writes() override { return inner_->foreign_writes(); }
    void tidy() override { inner_->tidy(); }
    void backup(const std::string& path) const override { inner_->backup(path); }
    std::vector<std::string> check() override { return inner_->check(); }

private:
    class Passing final : public tertib::Transaction {
    public:
        Passing(std::unique_ptr<tertib::Transaction> inner, std::deque<Written>& log)
            : inner_(std::move(inner)),
              log_(log) {}

        std::optional<tertib::StoredCase> find_case(std::string_view id) override {
            return inner_->find_case(id);
        }
        void write_case(const tertib::CaseChange& change) override {
            Written& kept = log_.emplace_back();
            kept.after = *change.after;
            kept.change = change;
            kept.change.after = &kept.after;
            if (change.before != nullptr) {
                kept.before = *change.before;
                kept.change.before = &kept.before;
            }
            point_into(kept.change.tasks_gone, kept.before.state);
            point_into(kept.change.tasks_new, kept.after.state);
            point_into(kept.change.tasks_other, kept.after.state);
            inner_->write_case(change);
        }
        tertib::StoredOffice find_office() override { return inner_->find_office(); }
        tertib::Sha256 office_head() override { return inner_->office_head(); }
        void write_office(const tertib::OfficeChange& change) override {
            inner_->write_office(change);
        }
        void add_event(const tertib::StoredEvent& event) override {
            if (event.case_id != tertib::office_id) {
                log_.back().events.push_back(event);
            }
            inner_->add_event(event);
        }
        std::optional<tertib::StoredEvent> find_event(std::string_view id,
                                                      std::uint64_t number) override {
            return inner_->find_event(id, number);
        }
        std::vector<tertib::StoredEvent> events(std::string_view id, std::uint64_t from,
                                                std::size_t limit) override {
            return inner_->events(id, from, limit);
        }
        void erase_body(std::string_view id, std::uint64_t number) override {
            inner_->erase_body(id, number);
        }
        std::optional<tertib::KeyedReceipt> find_key(std::string_view key) override {
            return inner_->find_key(key);
        }
        void put_key(std::string_view key, const tertib::KeyedReceipt& receipt) override {
            inner_->put_key(key, receipt);
        }
        std::optional<std::string> find_sop(std::string_view digest) override {
            return inner_->find_sop(digest);
        }
        void put_sop(std::string_view digest, std::string_view json) override {
            inner_->put_sop(digest, json);
        }
        std::optional<std::string> find_calendar(std::string_view digest) override {
            return inner_->find_calendar(digest);
        }
        void put_calendar(std::string_view digest, std::string_view json) override {
            inner_->put_calendar(digest, json);
        }
        std::optional<std::string> find_policy(std::string_view digest) override {
            return inner_->find_policy(digest);
        }
        void put_policy(std::string_view digest, std::string_view json) override {
            inner_->put_policy(digest, json);
        }
        std::vector<std::string> policies() override { return inner_->policies(); }
        std::vector<std::string> sops() override { return inner_->sops(); }
        std::vector<std::string> calendars() override { return inner_->calendars(); }
        void each_deadline(const std::function<void(const tertib::DeadlineRow&)>& visit) override {
            inner_->each_deadline(visit);
        }
        void each_work(const std::function<void(const tertib::WorkRow&)>& visit) override {
            inner_->each_work(visit);
        }
        std::vector<tertib::CaseRow> cases(std::string_view after, std::size_t limit) override {
            return inner_->cases(after, limit);
        }
        std::vector<tertib::WorkRow> worklist(const tertib::WorkRow& after,
                                              std::size_t limit) override {
            return inner_->worklist(after, limit);
        }
        std::vector<tertib::DeadlineRow> deadlines(tertib::Instant until,
                                                   std::size_t limit) override {
            return inner_->deadlines(until, limit);
        }
        void each_key(const std::function<void(std::string_view, const tertib::KeyedReceipt&)>&
                          visit) override {
            inner_->each_key(visit);
        }
        void add_seal(const tertib::Seal& seal) override { inner_->add_seal(seal); }
        void add_seal_head(const tertib::SealHead& head) override { inner_->add_seal_head(head); }
        std::optional<tertib::Seal> last_seal() override { return inner_->last_seal(); }
        std::vector<tertib::Seal> seals(std::uint64_t after, std::size_t limit) override {
            return inner_->seals(after, limit);
        }
        std::vector<tertib::SealHead> seal_heads(std::uint64_t seal, std::string_view after,
                                                 std::size_t limit) override {
            return inner_->seal_heads(seal, after, limit);
        }
        std::vector<tertib::SealHead> heads_of(std::string_view id) override {
            return inner_->heads_of(id);
        }
        std::vector<tertib::UnsealedCase> unsealed(std::string_view after,
                                                   std::size_t limit) override {
            return inner_->unsealed(after, limit);
        }
        void commit() override { inner_->commit(); }

    private:
        static void point_into(std::vector<tertib::TaskRow>& rows, const tertib::CaseState& state) {
            for (tertib::TaskRow& row : rows) {
                for (const tertib::Task& task : state.tasks) {
                    if (task.step == row.task->step && task.number == row.task->number) {
                        row.task = &task;
                        break;
                    }
                }
            }
        }

        std::unique_ptr<tertib::Transaction> inner_;
        std::deque<Written>& log_;
    };

    std::unique_ptr<tertib::Database> inner_;
    std::deque<Written>& log_;
};
