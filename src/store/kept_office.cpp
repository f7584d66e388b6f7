// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/kept_office.hpp"

#include <utility>

namespace tertib {

const StoredOffice& KeptOffice::stored(Transaction& transaction) {
    if (doubted_ && transaction.office_head() != stored_.head) {
        stored_ = transaction.find_office();
        roster_.reset();
    }
    doubted_ = false;
    return stored_;
}

const std::shared_ptr<const Roster>& KeptOffice::roster(Transaction& transaction) {
    const OfficeState& state = stored(transaction).state;
    if (!roster_) {
        Roster own = roster_of(state);
        if (others_) {
            std::vector<PostHolding> all(own.holdings().begin(), own.holdings().end());
            all.insert(all.end(), others_->holdings().begin(), others_->holdings().end());
            own = Roster(std::move(all));
        }
        roster_ = std::make_shared<const Roster>(std::move(own));
    }
    return roster_;
}

void KeptOffice::keep(StoredOffice stored) {
    stored_ = std::move(stored);
    roster_.reset();
}

void KeptOffice::use(std::shared_ptr<const Roster> others) {
    others_ = std::move(others);
    roster_.reset();
}

OfficeChange change_of(const OfficeState& before, const StoredOffice& after) {
    OfficeChange change{.after = &after, .holdings = {}, .versions = {}};
    // Holdings are only added and changed.
    const std::vector<OfficeHolding>& holdings = after.state.holdings;
    for (std::size_t i = 0; i < holdings.size(); ++i) {
        if (i >= before.holdings.size() || before.holdings[i] != holdings[i]) {
            change.holdings.push_back(&holdings[i]);
        }
    }
    // Versions too, but in between; those of one digest keep their order.
    const std::vector<SopVersion>& old = before.versions;
    const std::vector<SopVersion>& versions = after.state.versions;
    std::size_t at = 0; ///< in `old`
    std::uint32_t period = 0;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        period = i > 0 && versions[i - 1].digest == versions[i].digest ? period + 1 : 0;
        const bool was_there = at < old.size() && old[at].digest == versions[i].digest;
        if (!was_there || old[at] != versions[i]) {
            change.versions.push_back({.version = &versions[i], .period = period});
        }
        at += was_there ? 1 : 0;
    }
    return change;
}

} // namespace tertib
