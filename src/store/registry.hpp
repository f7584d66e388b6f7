// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/overrun_policy.hpp"
#include "tertib/run/ready_sop.hpp"
#include "tertib/store/transaction.hpp"
#include "tertib/time/calendar.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace tertib {

/// The registered documents, made ready once and kept. Not for several threads at once.
class Registry {
public:
    explicit Registry(UnknownPelaksana unknown) : unknown_(unknown) {}

    /// Throws Error(argument) if none of that digest is registered, Error(damaged) if what is kept
    /// under it isn't what its digest says.
    [[nodiscard]] std::shared_ptr<const ReadySop> sop(Transaction& transaction,
                                                      std::string_view digest);
    [[nodiscard]] std::shared_ptr<const Calendar> calendar(Transaction& transaction,
                                                           std::string_view digest);
    /// What was registered may be gone again: each document is looked for before it is given out.
    void doubt() { sure_.clear(); }
    /// nullptr for "": the case has none.
    [[nodiscard]] std::shared_ptr<const OverrunPolicy> policy(Transaction& transaction,
                                                              std::string_view digest);

private:
    /// Whether the document is still there; asked once until there is doubt again.
    [[nodiscard]] bool is_there(std::string_view digest,
                                const std::function<std::optional<std::string>()>& find);

    UnknownPelaksana unknown_;
    std::map<std::string, std::shared_ptr<const ReadySop>, std::less<>> sops_;
    std::map<std::string, std::shared_ptr<const Calendar>, std::less<>> calendars_;
    std::map<std::string, std::shared_ptr<const OverrunPolicy>, std::less<>> policies_;
    std::set<std::string, std::less<>> sure_; ///< digests known to be there
};

/// The Sop ready to run; throws Error(argument) with the reason if it can't be.
[[nodiscard]] std::shared_ptr<const ReadySop> runnable(const Sop& sop, UnknownPelaksana unknown);

} // namespace tertib
