// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/office_apply.hpp"
#include "tertib/run/office_decide.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

inline tertib::LocalDay day(std::string_view text) {
    return *tertib::read_day(text);
}

/// A Plh. of a week, as most tests need it.
inline tertib::Delegate plh(std::string person, std::string_view from = "2025-05-05",
                            std::string_view until = "2025-05-09") {
    return {.person = std::move(person),
            .pelaksana = "Kadis",
            .kind = tertib::PostKind::plh,
            .from = day(from),
            .until = day(until),
            .surat = "800/1"};
}

/// An office that decides, with a clock that the test moves.
///
///     OfficeChain office;
///     office.act(plh("Budi"));
///     office.refusal(plh("Budi"));                       // "HOLDING-OVERLAPS"
class OfficeChain {
public:
    [[nodiscard]] tertib::OfficeCommand command(tertib::OfficeAction action) const {
        return {.by = by,
                .now = now,
                .at = at,
                .reason = reason,
                .dasar = dasar,
                .action = std::move(action)};
    }
    [[nodiscard]] tertib::OfficeJudgement ask(tertib::OfficeAction action) const {
        const tertib::Roster roster = roster_of(state);
        return decide({.zone = tertib::wib(), .roster = &roster}, state,
                      command(std::move(action)));
    }
    /// "" if it would be done, else the refusal's code.
    [[nodiscard]] std::string refusal(tertib::OfficeAction action) const {
        const tertib::OfficeJudgement answer = ask(std::move(action));
        return answer.refusal ? answer.refusal->code : "";
    }
    /// Does it; throws the refusal's code.
    const tertib::OfficeEvent& act(tertib::OfficeAction action) {
        tertib::OfficeJudgement answer = ask(std::move(action));
        if (answer.refusal) {
            throw std::runtime_error(answer.refusal->code);
        }
        state = apply(std::move(state), *answer.event);
        journal.push_back(std::move(*answer.event));
        return journal.back();
    }
    /// Registers versions by short digests, all of one nama.
    void know(const std::vector<std::string>& digests) {
        for (const std::string& digest : digests) {
            act(tertib::RegisterSop{.sop = digest, .nomor = "nomor " + digest, .nama = "Izin"});
        }
    }
    void set(std::string_view local) { now = tertib::read_stamp(local, tertib::wib())->earliest; }

    tertib::Actor by{.person = "Ani", .as = "Sekretariat"};
    tertib::Instant now = tertib::read_stamp("2025-05-05T09:00", tertib::wib())->earliest;
    std::optional<tertib::Instant> at;
    std::string reason;
    std::string dasar;
    tertib::OfficeState state;
    std::vector<tertib::OfficeEvent> journal;
};
