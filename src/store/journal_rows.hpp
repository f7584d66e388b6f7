// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/event.hpp"
#include "tertib/store/journal_log.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace tertib {

/// Makes rows of the events of cases, which come one case after another and in order. What it is
/// given was verified before.
class JournalRowMaker {
public:
    JournalRowMaker(const JournalLogOptions& options, PlaceUnit places);

    /// Begins a case; false if it was there before.
    [[nodiscard]] bool begin_case(std::string_view case_id);
    void add(const Event& event, std::uint32_t place);
    /// What is in hand becomes rows.
    void end_case();

    /// Who acted for the holder of a post, from the first day to the last, and by which letter.
    [[nodiscard]] std::vector<MappedPerson> acting() const;
    [[nodiscard]] EventLog finish() && { return std::move(builder_).finish(); }

private:
    /// A task that somebody has, or whose clock stands still.
    struct Open {
        EventStamp claimed; ///< not known: nobody has it
        std::string person;
        std::string role;
        std::uint32_t place = 0;
        bool waiting = false;
    };
    using Acting = std::tuple<std::string, std::string, Standing, std::string>;

    void give(const Event& event, const std::string& person, std::string role, std::uint32_t place);
    void complete(const Event& event, std::uint32_t place);
    void leave(const Event& event, const TaskId& task, std::uint32_t place);
    void migrate(const Event& event, std::uint32_t place);
    void add_other(const Event& event, EventKind kind, const TaskId& task, std::uint32_t place);
    void add_row(const Event& event, const TaskId& task, LogEvent row);
    void set(std::string_view column, std::string_view value);
    void set_of_case(std::string_view column, std::string_view value);
    void note_acting(const Event& event);
    [[nodiscard]] EventStamp stamp(Instant instant) const;

    JournalLogOptions options_;
    LogBuilder builder_;
    Code case_ = no_code;
    std::map<TaskId, Open> open_;
    std::map<Acting, std::pair<LocalDay, LocalDay>> acting_;
};

} // namespace tertib
