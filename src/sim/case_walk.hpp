// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/case_dice.hpp"
#include "sim/office_clock.hpp"
#include "sim/office_flow.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// One run of a step, as it is told by the log.
struct WalkedRow {
    static constexpr std::uint32_t none = UINT32_MAX;

    std::uint32_t step = 0;
    std::uint32_t visit = 0; ///< how often work had come to the step before
    EdgeIndex way{};         ///< that was chosen after it, where `chose`
    bool chose = false;
    bool clear = true;             ///< no optional step was left out right before it
    std::uint32_t cause = none;    ///< place of the row whose work came to it
    std::uint32_t follower = none; ///< place of the first row to which its own work came
    LocalTime start{};
    LocalTime complete{};
};

/// What a case does otherwise at one run of a step.
struct Twist {
    enum class Kind : std::uint8_t {
        none,
        pass,    ///< it is passed over, unseen
        swap,    ///< what comes right after it is done before it
        again,   ///< it is done twice
        late,    ///< it takes longer than it may
        stop,    ///< nobody does it
        outside, ///< it is begun outside working time
    };
    Kind kind = Kind::none;
    std::uint32_t step = 0;
    std::uint32_t visit = 0;
    std::uint32_t other = 0;         ///< of `swap` the step that comes right after
    std::chrono::minutes late_by{0}; ///< of `late` working time beyond what is drawn
};

/// How a case goes. Each walk of the same wish is the same; with another twist, or begun at another
/// time, it makes the same choices.
struct WalkWish {
    CaseDice dice{0};
    LocalTime begin{}; ///< in working time
    /// Of the time allowed so much is taken at most, in thousandths.
    unsigned pace = 900;
    unsigned sent_back_percent = 0;
    unsigned left_out_percent = 0;
    Twist twist;
};

/// Walks cases through a flow, one after another: tokens as in graph/net.hpp, and each step in
/// working time within its waktu since it was ready. Borrows flow and clock; for one thread.
class CaseWalk {
public:
    CaseWalk(const OfficeFlow& flow, const OfficeClock& clock, std::size_t max_rows);

    /// False if the twist could not be done. Throws Error(limit) for a case of too many rows.
    [[nodiscard]] bool walk(const WalkWish& wish);

    /// In the order of their completions.
    [[nodiscard]] std::span<const WalkedRow> rows() const noexcept { return rows_; }
    [[nodiscard]] std::uint32_t visits(std::size_t step) const { return visits_[step]; }
    /// When the case began: the first moment known of it.
    [[nodiscard]] LocalTime began() const noexcept { return began_; }
    [[nodiscard]] LocalTime ended() const noexcept { return ended_; } ///< the last completion
    /// Whether every choice is told by an outcome of the log.
    [[nodiscard]] bool told() const noexcept { return told_; }
    /// Whether no optional step was left out right before the case's end.
    [[nodiscard]] bool ends_clear() const noexcept { return ends_clear_; }
    /// Whether the stated total, or what the path taken would need, was passed; the latter is
    /// reckoned where a step is late.
    [[nodiscard]] bool later_than_total() const { return total_passed_at(ended_); }
    [[nodiscard]] bool total_passed_at(LocalTime moment) const;
    [[nodiscard]] bool later_than_path() const;
    /// Of a step that nobody does: the last moment at which it wasn't overdue.
    [[nodiscard]] LocalTime overdue_after() const;

private:
    struct Token {
        LocalTime ready{};
        LocalTime path{}; ///< when it would be ready, had all steps before taken all their time
        std::uint32_t cause = WalkedRow::none;
        bool clear = true;
    };
    struct Arrival {
        EdgeIndex edge{};
        Token token;
    };
    struct Task {
        WalkedRow row;
        Token token;
        bool late = false;
    };

    [[nodiscard]] bool at_twist(Twist::Kind kind, std::uint32_t step, std::uint32_t visit) const;
    [[nodiscard]] bool left_out(std::uint32_t step) const;
    void settle();
    void arrive(const Arrival& arrival);
    void join(NodeIndex gateway);
    void begin_step(std::uint32_t step, Token token);
    void take_time(Task& task, LocalTime ready);
    void begin_outside(Task& task);
    void swap_with_next(Task task, std::uint32_t next);
    void leave(NodeIndex node, std::uint32_t visit, Token token, WalkedRow* row);
    [[nodiscard]] OfficeWay choose(NodeIndex node, std::uint32_t visit) const;
    void finish(std::size_t place);
    void finish_late(Task& task);
    std::uint32_t record(const WalkedRow& row);
    void follow_path(const WalkedRow& row, Token& token);

    const OfficeFlow* flow_;
    const OfficeClock* clock_;
    std::size_t max_rows_;
    const WalkWish* wish_ = nullptr;

    std::vector<WalkedRow> rows_;
    std::vector<std::uint32_t> visits_;         ///< by step
    std::vector<std::optional<Token>> waiting_; ///< by edge into a gateway
    std::vector<Arrival> arrivals_;
    std::vector<Task> tasks_;
    std::optional<Task> stopped_;
    LocalTime began_{};
    LocalTime ended_{};
    LocalTime path_limit_{};
    LocalTime clock_from_{}; ///< from which the whole case's time counts
    std::uint64_t moves_ = 0;
    bool first_ = true;
    bool told_ = true;
    bool ends_clear_ = true;
    bool path_known_ = true;
    bool twisted_ = false;
    bool failed_ = false;
};

} // namespace tertib
