// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/kept_office.hpp"
#include "store/registry.hpp"
#include "tertib/store/store.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// States of cases kept at hand between commands, so that most needn't be read again. Emptied
/// whenever it might hold what isn't in the database.
class KeptCases {
public:
    explicit KeptCases(std::size_t most) : most_(most) {}
    [[nodiscard]] StoredCase* find(std::string_view id);
    StoredCase& keep(StoredCase stored);
    void forget() { cases_.clear(); }

private:
    std::size_t most_;
    std::map<std::string, StoredCase, std::less<>> cases_;
};

/// Serves requests within one transaction: finds the case, has it judged, and writes what follows.
/// Used by one thread.
class Desk {
public:
    Desk(Transaction& transaction, Registry& registry, KeptCases& kept, KeptOffice& office,
         const SaltSource& salt)
        : transaction_(transaction),
          registry_(registry),
          kept_(kept),
          office_(office),
          salt_(salt) {}

    [[nodiscard]] Reply serve(const Request& request);
    /// Records what fell due in one case, and adds it to the report.
    void tick(std::string_view case_id, Instant now, TickReport& report);

    /// The case as it stands, with a record for each of its steps; nullptr if there is none. Valid
    /// until the next call.
    [[nodiscard]] StoredCase* find_case(std::string_view id);

private:
    /// What a case is judged by, kept alive.
    struct Ground {
        std::shared_ptr<const ReadySop> sop;
        std::shared_ptr<const Calendar> calendar;
        std::shared_ptr<const Roster> roster;
        std::shared_ptr<const OverrunPolicy> policy;
        std::shared_ptr<const Calendar> next_calendar; ///< recompute
        std::shared_ptr<const ReadySop> next_sop;      ///< migrate
        std::span<const SopVersion> versions;

        [[nodiscard]] CaseContext context() const {
            return {.sop = sop.get(),
                    .calendar = calendar.get(),
                    .roster = roster.get(),
                    .policy = policy.get(),
                    .next_calendar = next_calendar.get(),
                    .next_sop = next_sop.get(),
                    .versions = versions};
        }
    };
    /// Their digests; "" for no policy.
    struct Documents {
        std::string_view sop;
        std::string_view calendar;
        std::string_view policy;
    };
    [[nodiscard]] Ground ground_of(const Documents& documents);
    [[nodiscard]] Ground ground_of(const CaseState& state);
    [[nodiscard]] std::optional<Reply> earlier_answer(const Request& request);
    Receipt write(const Ground& ground, const StoredCase* before, const std::vector<Event>& events);

    Transaction& transaction_;
    Registry& registry_;
    KeptCases& kept_;
    KeptOffice& office_;
    const SaltSource& salt_;
};

} // namespace tertib
