// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/memory.hpp"

#include "tertib/base/error.hpp"

#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace tertib {

namespace {

using EventKey = std::pair<std::string, std::uint64_t>;

struct MemoryTables {
    std::map<std::string, StoredCase, std::less<>> cases;
    std::map<EventKey, SealedEvent> events;
    std::map<std::string, KeyedReceipt, std::less<>> keys;
    std::map<std::string, std::string, std::less<>> sops;
    std::map<std::string, std::string, std::less<>> calendars;
    std::map<std::string, std::string, std::less<>> policies;
    std::set<DeadlineRow> deadlines;
    std::set<WorkRow> work;
    std::map<std::uint64_t, Seal> seals;
    std::map<std::pair<std::uint64_t, std::string>, SealHead> heads;         ///< by seal and case
    std::map<std::pair<std::string, std::uint64_t>, SealHead> heads_of_case; ///< by case and seal
    StoredOffice office;
};

/// Writes at once and keeps how to take each write back: known before it is done, and done without
/// asking for memory, since it may be the lack of it that ends the transaction.
class MemoryTransaction final : public Transaction {
public:
    explicit MemoryTransaction(MemoryTables& tables) : tables_(tables) {}
    MemoryTransaction(const MemoryTransaction&) = delete;
    MemoryTransaction(MemoryTransaction&&) = delete;
    MemoryTransaction& operator=(const MemoryTransaction&) = delete;
    MemoryTransaction& operator=(MemoryTransaction&&) = delete;
    ~MemoryTransaction() override {
        for (auto undo = undo_.rbegin(); undo != undo_.rend(); ++undo) {
            (*undo)();
        }
    }

    std::optional<StoredCase> find_case(std::string_view id) override {
        return find(tables_.cases, id);
    }
    void write_case(const CaseChange& change) override {
        put(tables_.cases, change.after->state.id, *change.after);
        for (const DeadlineRow& row : change.deadlines_gone) {
            drop(tables_.deadlines, row);
        }
        for (const DeadlineRow& row : change.deadlines_new) {
            add(tables_.deadlines, row);
        }
        for (const WorkRow& row : change.work_gone) {
            drop(tables_.work, row);
        }
        for (const WorkRow& row : change.work_new) {
            add(tables_.work, row);
        }
    }

    StoredOffice find_office() override { return tables_.office; }
    Sha256 office_head() override { return tables_.office.head; }
    void write_office(const OfficeChange& change) override {
        undo_.push_back([this, old = tables_.office] { tables_.office = old; });
        tables_.office = *change.after;
    }

    void add_event(const StoredEvent& event) override {
        put(tables_.events, EventKey{event.case_id, event.number}, event.sealed);
    }
    std::optional<StoredEvent> find_event(std::string_view case_id, std::uint64_t number) override {
        const auto found = tables_.events.find({std::string(case_id), number});
        if (found == tables_.events.end()) {
            return std::nullopt;
        }
        return StoredEvent{found->first.first, found->first.second, found->second};
    }
    std::vector<StoredEvent> events(std::string_view case_id, std::uint64_t from,
                                    std::size_t limit) override {
        std::vector<StoredEvent> rows;
        for (auto at = tables_.events.lower_bound({std::string(case_id), from});
             at != tables_.events.end() && at->first.first == case_id && rows.size() < limit;
             ++at) {
            rows.push_back({at->first.first, at->first.second, at->second});
        }
        return rows;
    }
    void erase_body(std::string_view case_id, std::uint64_t number) override {
        const EventKey key{std::string(case_id), number};
        if (const auto found = tables_.events.find(key); found != tables_.events.end()) {
            SealedEvent erased = found->second;
            erased.body.clear();
            put(tables_.events, key, erased);
        }
    }

    std::optional<KeyedReceipt> find_key(std::string_view key) override {
        return find(tables_.keys, key);
    }
    void put_key(std::string_view key, const KeyedReceipt& receipt) override {
        put(tables_.keys, std::string(key), receipt);
    }

    void
    each_key(const std::function<void(std::string_view, const KeyedReceipt&)>& visit) override {
        for (const auto& [key, receipt] : tables_.keys) {
            visit(key, receipt);
        }
    }

    std::optional<std::string> find_sop(std::string_view digest) override {
        return find(tables_.sops, digest);
    }
    void put_sop(std::string_view digest, std::string_view json) override {
        put_new(tables_.sops, digest, json);
    }
    std::optional<std::string> find_calendar(std::string_view digest) override {
        return find(tables_.calendars, digest);
    }
    void put_calendar(std::string_view digest, std::string_view json) override {
        put_new(tables_.calendars, digest, json);
    }
    std::optional<std::string> find_policy(std::string_view digest) override {
        return find(tables_.policies, digest);
    }
    void put_policy(std::string_view digest, std::string_view json) override {
        put_new(tables_.policies, digest, json);
    }
    std::vector<std::string> sops() override { return keys_of(tables_.sops); }
    std::vector<std::string> calendars() override { return keys_of(tables_.calendars); }
    std::vector<std::string> policies() override { return keys_of(tables_.policies); }

    std::vector<CaseRow> cases(std::string_view after, std::size_t limit) override {
        std::vector<CaseRow> rows;
        for (auto at = tables_.cases.upper_bound(after);
             at != tables_.cases.end() && rows.size() < limit; ++at) {
            const CaseState& state = at->second.state;
            rows.push_back({state.id, state.status, state.sop_digest, state.started, state.recorded,
                            state.events, state.result});
        }
        return rows;
    }
    std::vector<WorkRow> worklist(const WorkRow& after, std::size_t limit) override {
        std::vector<WorkRow> rows;
        for (auto at = tables_.work.upper_bound(after);
             at != tables_.work.end() && at->post == after.post && rows.size() < limit; ++at) {
            rows.push_back(*at);
        }
        return rows;
    }
    std::vector<DeadlineRow> deadlines(Instant until, std::size_t limit) override {
        std::vector<DeadlineRow> rows;
        for (auto at = tables_.deadlines.begin();
             at != tables_.deadlines.end() && at->missed_from <= until && rows.size() < limit;
             ++at) {
            rows.push_back(*at);
        }
        return rows;
    }
    void each_deadline(const std::function<void(const DeadlineRow&)>& visit) override {
        for (const DeadlineRow& row : tables_.deadlines) {
            visit(row);
        }
    }
    void each_work(const std::function<void(const WorkRow&)>& visit) override {
        for (const WorkRow& row : tables_.work) {
            visit(row);
        }
    }

    void add_seal(const Seal& seal) override { put(tables_.seals, seal.number, seal); }
    void add_seal_head(const SealHead& head) override {
        put(tables_.heads, {head.seal, head.case_id}, head);
        put(tables_.heads_of_case, {head.case_id, head.seal}, head);
    }
    std::optional<Seal> last_seal() override {
        return tables_.seals.empty() ? std::nullopt : std::optional(tables_.seals.rbegin()->second);
    }
    std::vector<Seal> seals(std::uint64_t after, std::size_t limit) override {
        std::vector<Seal> rows;
        for (auto at = tables_.seals.upper_bound(after);
             at != tables_.seals.end() && rows.size() < limit; ++at) {
            rows.push_back(at->second);
        }
        return rows;
    }
    std::vector<SealHead> seal_heads(std::uint64_t seal, std::string_view after,
                                     std::size_t limit) override {
        std::vector<SealHead> rows;
        for (auto at = tables_.heads.upper_bound({seal, std::string(after)});
             at != tables_.heads.end() && at->first.first == seal && rows.size() < limit; ++at) {
            rows.push_back(at->second);
        }
        return rows;
    }
    std::vector<SealHead> heads_of(std::string_view case_id) override {
        std::vector<SealHead> rows;
        for (auto at = tables_.heads_of_case.lower_bound({std::string(case_id), 0});
             at != tables_.heads_of_case.end() && at->first.first == case_id; ++at) {
            rows.push_back(at->second);
        }
        return rows;
    }
    std::vector<UnsealedCase> unsealed(std::string_view after, std::size_t limit) override {
        std::vector<UnsealedCase> rows;
        constexpr std::uint64_t last = std::numeric_limits<std::uint64_t>::max();
        auto at = tables_.events.upper_bound({std::string(after), last});
        while (at != tables_.events.end() && rows.size() < limit) {
            const std::string& id = at->first.first;
            at = tables_.events.upper_bound({id, last});
            const auto& [key, sealed_event] = *std::prev(at);
            const std::uint64_t sealed = sealed_of(key.first);
            if (key.second > sealed) {
                rows.push_back({key.first, key.second, sealed, sealed_event.hash});
            }
        }
        return rows;
    }

    void commit() override { undo_.clear(); }

private:
    template <typename Map>
    [[nodiscard]] static std::optional<typename Map::mapped_type> find(const Map& map,
                                                                       std::string_view key) {
        const auto found = map.find(key);
        return found == map.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] std::uint64_t sealed_of(const std::string& case_id) const {
        const auto behind =
            tables_.heads_of_case.lower_bound({case_id, std::numeric_limits<std::uint64_t>::max()});
        const bool known =
            behind != tables_.heads_of_case.begin() && std::prev(behind)->first.first == case_id;
        return known ? std::prev(behind)->second.number : 0;
    }
    template <typename Map>
    [[nodiscard]] static std::vector<std::string> keys_of(const Map& map) {
        std::vector<std::string> keys;
        keys.reserve(map.size());
        for (const auto& [key, value] : map) {
            keys.push_back(key);
        }
        return keys;
    }
    template <typename Map>
    void put(Map& map, const typename Map::key_type& key, const typename Map::mapped_type& value) {
        const auto found = map.find(key);
        if (found == map.end()) {
            undo_.push_back([&map, key] { map.erase(key); });
            map.emplace(key, value);
        } else {
            undo_.push_back([&map, key, old = found->second]() mutable {
                map.find(key)->second = std::move(old);
            });
            found->second = value;
        }
    }
    void put_new(std::map<std::string, std::string, std::less<>>& map, std::string_view key,
                 std::string_view value) {
        if (!map.contains(key)) {
            put(map, std::string(key), std::string(value));
        }
    }
    template <typename Row>
    void add(std::set<Row>& rows, const Row& row) {
        if (!rows.contains(row)) {
            undo_.push_back([&rows, row] { rows.erase(row); });
            rows.insert(row);
        }
    }
    template <typename Row>
    void drop(std::set<Row>& rows, const Row& row) {
        if (const auto found = rows.find(row); found != rows.end()) {
            const auto kept = std::make_shared<typename std::set<Row>::node_type>();
            undo_.push_back([&rows, kept] { rows.insert(std::move(*kept)); });
            *kept = rows.extract(found);
        }
    }

    MemoryTables& tables_;
    std::vector<std::function<void()>> undo_;
};

class MemoryDatabase final : public Database {
public:
    std::unique_ptr<Transaction> begin(Access /*access*/) override {
        return std::make_unique<MemoryTransaction>(tables_);
    }
    std::uint64_t foreign_writes() override { return 0; }
    void tidy() override {}
    void backup(const std::string& /*path*/) const override {
        throw Error(ErrorCode::unsupported, "a store in memory has no file to be copied to");
    }
    std::vector<std::string> check() override { return {}; }

private:
    MemoryTables tables_;
};

} // namespace

std::unique_ptr<Database> open_memory() {
    return std::make_unique<MemoryDatabase>();
}

} // namespace tertib
