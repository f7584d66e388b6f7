// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fault/scratch.hpp"
#include "run/office.hpp"
#include "tertib/store/memory.hpp"
#include "tertib/store/sqlite.hpp"
#include "tertib/store/store.hpp"

#include <functional>
#include <memory>
#include <string>
#include <utility>

/// Salts that are the same in every run, and never twice the same.
inline tertib::SaltSource counted_salts() {
    return [count = std::uint64_t{0}]() mutable {
        tertib::Salt salt{};
        ++count;
        for (std::size_t i = 0; i < 8; ++i) {
            salt[i] = static_cast<std::uint8_t>(count >> (8 * i));
        }
        return salt;
    };
}

/// A store with an Sop and a calendar registered, and a clock that the test moves.
///
///     Counter counter(open_memory());
///     counter.start("K-1");
///     counter.code("K-1", ClaimTask{"9"});      // "STEP-UNKNOWN"
class Counter {
public:
    explicit Counter(std::unique_ptr<tertib::Database> database,
                     tertib::SopParts parts = letter_parts())
        : office(std::move(parts)),
          store(std::move(database), {.salt = counted_salts()}) {
        sop = store.register_sop(office.sop());
        calendar = store.register_calendar(office.calendar());
    }

    [[nodiscard]] tertib::Request request(const std::string& case_id, tertib::Action action,
                                          std::string key = {}) const {
        tertib::Request made{.command = office.command(std::move(action)),
                             .key = std::move(key),
                             .seen = {},
                             .sop = sop,
                             .calendar = calendar};
        made.command.case_id = case_id;
        return made;
    }
    tertib::Reply ask(const std::string& case_id, tertib::Action action, std::string key = {}) {
        return store.submit(request(case_id, std::move(action), std::move(key)));
    }
    /// "" if it was done, else the refusal's code.
    std::string code(const std::string& case_id, tertib::Action action, std::string key = {}) {
        const tertib::Reply reply = ask(case_id, std::move(action), std::move(key));
        return reply.refusal ? reply.refusal->code : "";
    }
    /// "" if the office has decided it, else the refusal's code.
    std::string decided(tertib::OfficeAction action, std::string key = {}) {
        const tertib::Reply reply = store.submit(decision(std::move(action), std::move(key)));
        return reply.refusal ? reply.refusal->code : "";
    }
    [[nodiscard]] tertib::OfficeRequest decision(tertib::OfficeAction action,
                                                 std::string key = {}) const {
        return {.command = {.by = {.person = "Ani", .as = "Sekretariat"},
                            .now = office.now,
                            .at = {},
                            .reason = office.reason,
                            .dasar = office.dasar,
                            .action = std::move(action)},
                .key = std::move(key),
                .zone = tertib::wib()};
    }
    void start(const std::string& case_id) {
        if (const std::string refusal = code(case_id, tertib::StartCase{}); !refusal.empty()) {
            throw std::runtime_error(refusal);
        }
    }
    std::string done(const std::string& case_id, const std::string& step,
                     std::string outcome = {}) {
        return code(case_id, tertib::CompleteTask{.task = step,
                                                  .produk = office.sop().step(step)->produk,
                                                  .outcome = std::move(outcome)});
    }
    /// "K-1 1#1, K-2 1#1": a worklist.
    std::string list(std::string_view pelaksana, std::size_t limit = 100) {
        std::string all;
        for (const tertib::WorkRow& row : store.worklist(pelaksana, limit)) {
            all += (all.empty() ? "" : ", ") + row.case_id + " " + text(row.task);
        }
        return all;
    }

    Office office; ///< its clock and its actor are those of the commands
    tertib::Store store;
    std::string sop;
    std::string calendar;
};
