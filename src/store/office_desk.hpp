// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/kept_office.hpp"
#include "store/registry.hpp"
#include "tertib/store/store.hpp"

namespace tertib {

/// Serves requests of the office within one transaction, as Desk does those of cases. Used by one
/// thread.
class OfficeDesk {
public:
    OfficeDesk(Transaction& transaction, Registry& registry, KeptOffice& kept,
               const SaltSource& salt)
        : transaction_(transaction),
          registry_(registry),
          kept_(kept),
          salt_(salt) {}

    [[nodiscard]] Reply serve(const OfficeRequest& request);

private:
    /// What is judged in turn: registrations of documents that the journal doesn't know yet, and
    /// the command itself.
    [[nodiscard]] std::vector<OfficeCommand> steps_of(const OfficeCommand& command);
    [[nodiscard]] std::optional<RegisterSop> registration_of(const std::string& digest);
    [[nodiscard]] std::optional<Reply> earlier_answer(const OfficeRequest& request);
    [[nodiscard]] Reply record(const OfficeCommand& command, Zone zone);

    Transaction& transaction_;
    Registry& registry_;
    KeptOffice& kept_;
    const SaltSource& salt_;
};

} // namespace tertib
