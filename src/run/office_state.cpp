// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_state.hpp"

#include "run/sop_periods.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

Roster roster_of(const OfficeState& state) {
    std::vector<PostHolding> holdings;
    holdings.reserve(state.holdings.size());
    for (const OfficeHolding& each : state.holdings) {
        const std::optional<LocalDay>& until = each.holding.until;
        if (until && *until < each.holding.from) {
            continue;
        }
        holdings.push_back(each.holding);
        if (each.holding.person.empty()) {
            holdings.back().person = "@" + std::to_string(each.event);
        }
    }
    return Roster(std::move(holdings));
}

bool in_force(const SopVersion& version, LocalDay day) noexcept {
    return version.status != SopStatus::unknown && (!version.from || *version.from <= day) &&
           (!version.until || day <= *version.until);
}

std::optional<Finding> why_not_in_force(std::span<const SopVersion> versions,
                                        std::string_view digest, LocalDay day) {
    const VersionRows rows = rows_of(versions, digest);
    const auto own = versions.subspan(rows.first, rows.last - rows.first);
    const auto said = [](const SopVersion& each) { return each.status != SopStatus::unknown; };
    const auto now = [day](const SopVersion& each) { return in_force(each, day); };
    if (std::ranges::none_of(own, said) || std::ranges::any_of(own, now)) {
        return std::nullopt;
    }
    std::vector<Argument> arguments{{"sop", label_of(own.front())},
                                    {"day", text(day)},
                                    {"periods", periods_text(versions, digest)}};
    for (const std::size_t row : siblings_of(versions, digest)) {
        if (in_force(versions[row], day)) {
            arguments.push_back({"other", label_of(versions[row])});
            arguments.push_back({"digest", versions[row].digest});
            return make_finding("SOP-OTHER-IN-FORCE", {}, std::move(arguments));
        }
    }
    return make_finding("SOP-NOT-IN-FORCE", {}, std::move(arguments));
}

} // namespace tertib
