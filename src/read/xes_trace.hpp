// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "log/xes_names.hpp"
#include "read/text_arena.hpp"
#include "read/xes_keys.hpp"
#include "read/xes_notes.hpp"
#include "tertib/log/log_builder.hpp"
#include "tertib/read/xes_log.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tertib {

/// One value of an event beside those that every log has.
struct XesExtra {
    std::size_t key = 0; ///< of XesKeys
    LogValue value;
};

/// The column that a value belongs into.
[[nodiscard]] ColumnType type_of(const LogValue& value) noexcept;

/// An event as it is read. Its texts lie in the trace's arena.
struct XesEvent {
    std::string_view activity;
    std::string_view resource;
    std::string_view role;
    std::string_view outcome;
    std::string_view transition;
    std::string_view instance;
    EventStamp time;
    std::int64_t line = 0;
    std::vector<XesExtra> extras;

    void clear();
};

/// Makes rows of the events of a trace: a start waits for its complete.
///
///     trace.begin(code);
///     XesEvent& event = trace.event();     // to be filled, its texts kept in trace.arena()
///     trace.add_event();
///     trace.finish();
class XesTrace {
public:
    XesTrace(LogBuilder& builder, XesKeys& keys, XesNotes& notes, OtherTransitions others);

    void begin(Code case_code) noexcept { case_ = case_code; }
    [[nodiscard]] XesEvent& event() noexcept { return *event_; }
    [[nodiscard]] TextArena& arena() noexcept { return arena_; }
    void add_event();
    /// Starts that weren't completed become rows, in their order.
    void finish();

private:
    struct Waiting {
        std::uint64_t order = 0;
        std::unique_ptr<XesEvent> event;
    };
    struct Queue {
        std::vector<Waiting> starts;
        std::size_t first = 0; ///< that still waits
    };

    void wait();
    [[nodiscard]] std::unique_ptr<XesEvent> started();
    void merge(const XesEvent& start);
    void merge_text(std::string_view XesEvent::* field, const XesEvent& start,
                    std::string_view path);
    void merge_extra(const XesExtra& extra);
    void keep_transition();
    void add_row(const XesEvent& event, const EventStamp& start, const EventStamp& complete);

    LogBuilder* builder_;
    XesKeys* keys_;
    XesNotes* notes_;
    OtherTransitions others_;
    Code case_ = no_code;
    TextArena arena_;
    std::unique_ptr<XesEvent> event_;
    std::map<std::pair<std::string_view, std::string_view>, Queue> waiting_;
    std::size_t waiting_count_ = 0;
    std::uint64_t order_ = 0;
};

} // namespace tertib
