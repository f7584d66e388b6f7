// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar.hpp"
#include "tertib/time/ready_waktu.hpp"
#include "tertib/time/waktu.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Which tasks a rule is for when its moment has come: those that nobody has taken, or all that are
/// still open.
enum class OverrunWhen : std::uint8_t { not_started, not_completed };

/// Where its moment lies: when the deadline is missed, or a waktu before or after the deadline.
enum class OverrunSide : std::uint8_t { at, before, after };

/// What is done then: it is only recorded, for the host to tell people; the task goes to another
/// post or person; or a post may do it as well, and has it on its list.
enum class OverrunAct : std::uint8_t { notify, reassign, escalate };

struct OverrunRule {
    std::vector<std::string> steps; ///< keys; none: every step
    OverrunWhen when = OverrunWhen::not_completed;
    OverrunSide side = OverrunSide::at;
    std::string waktu; ///< "1 Hari", "30 Menit"; "" for `at`
    OverrunAct what = OverrunAct::notify;
    std::string pelaksana; ///< to whose post; "" for notify
    std::string person;    ///< reassign: to whom, "" to whoever of the post takes it

    friend bool operator==(const OverrunRule&, const OverrunRule&) = default;
};

/// What an office does about tasks that run out of time: data, not code.
///
///     OverrunPolicy policy("Loket 2025", {{.steps = {"3"}, .side = OverrunSide::before,
///                                          .waktu = "1 Hari"},
///                                         {.what = OverrunAct::escalate, .pelaksana = "Kadis"}});
///
/// A case is started with one (CaseContext::policy) and keeps it: its journal names the digest.
/// Immutable; read it from any thread, share it between all cases.
class OverrunPolicy {
public:
    /// Throws Error(argument) for a rule that can't be followed: a waktu that is no plain amount of
    /// time, or missing, or given where none belongs; a post or person likewise; a step twice.
    OverrunPolicy(std::string name, std::vector<OverrunRule> rules);

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] const std::vector<OverrunRule>& rules() const noexcept { return rules_; }
    /// SHA-256 over name and rules, 64 hexadecimal digits.
    [[nodiscard]] const std::string& digest() const noexcept { return digest_; }

    /// Whether a rule (its place) is for the step of that key.
    [[nodiscard]] bool is_for(std::size_t rule, std::string_view step) const;
    /// The moment of a rule for a deadline that counts as missed from `missed_from` on; nothing
    /// where it can't be reckoned.
    [[nodiscard]] std::optional<Instant> moment(std::size_t rule, const Calendar& calendar,
                                                Instant due, Instant missed_from) const;

    friend bool operator==(const OverrunPolicy& a, const OverrunPolicy& b) {
        return a.name_ == b.name_ && a.rules_ == b.rules_;
    }

private:
    std::string name_;
    std::vector<OverrunRule> rules_;
    std::vector<ReadyWaktu> waktu_; ///< by rule; backwards for `before`
    std::string digest_;
};

/// The names used in JSON: "not_started", "not_completed"; "at", "before", "after"; "notify",
/// "reassign", "escalate".
[[nodiscard]] std::string_view name(OverrunWhen when) noexcept;
[[nodiscard]] std::string_view name(OverrunSide side) noexcept;
[[nodiscard]] std::string_view name(OverrunAct what) noexcept;

} // namespace tertib
