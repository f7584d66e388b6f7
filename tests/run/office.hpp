// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/tiny_sop.hpp"
#include "tertib/run/apply.hpp"
#include "tertib/run/decide.hpp"
#include "tertib/run/timely.hpp"
#include "tertib/time/calendar_name.hpp"

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// An office of tests: three pelaksana, a calendar, a clock that the test moves, and one case.
///
///     Office office(tiny_parts(2, "start>1 1>2 2>end"));
///     office.start();
///     office.done("1");                                   // by Ani, as Kadis
///     office.refusal(ClaimTask{"1"});                     // "TASK-NOT-OPEN"
class Office {
public:
    explicit Office(tertib::SopParts parts, std::string_view calendar = "id5",
                    const tertib::ReadySopOptions& options = {})
        : calendar_(*tertib::builtin_calendar(calendar)) {
        if (parts.pelaksana.empty()) {
            parts.pelaksana = {"Kadis", "Sekretaris", "Staf"};
        }
        for (tertib::Step& step : parts.steps) {
            if (step.marks.empty() &&
                options.unknown_pelaksana == tertib::UnknownPelaksana::refuse) {
                step.marks = {{tertib::PelaksanaIndex{0}, tertib::Symbol::process}};
            }
        }
        const auto result =
            tertib::ready_sop(std::make_shared<const tertib::Sop>(std::move(parts)), options);
        if (!result.sop) {
            throw std::runtime_error(result.refusals.front().code);
        }
        sop_ = result.sop;
    }

    [[nodiscard]] tertib::CaseContext context() const {
        return {.sop = sop_.get(), .calendar = &calendar_, .roster = roster ? &*roster : nullptr};
    }
    [[nodiscard]] tertib::Command command(tertib::Action action) const {
        return {.case_id = "K-1",
                .by = by,
                .now = now,
                .at = at,
                .reason = reason,
                .dasar = dasar,
                .action = std::move(action)};
    }
    [[nodiscard]] tertib::Judgement ask(tertib::Action action) const {
        return tertib::decide(context(), state, command(std::move(action)));
    }
    /// "" if it would be done, else the refusal's code.
    [[nodiscard]] std::string refusal(tertib::Action action) const {
        const tertib::Judgement answer = ask(std::move(action));
        return answer.refusal ? answer.refusal->code : "";
    }
    /// Does it; throws the refusal's code.
    const tertib::Event& act(tertib::Action action) {
        tertib::Judgement answer = ask(std::move(action));
        if (answer.refusal) {
            throw std::runtime_error(answer.refusal->code);
        }
        for (tertib::Event& event : answer.events) {
            state = tertib::apply(*sop_, std::move(state), event);
            journal.push_back(std::move(event));
        }
        return journal.back();
    }
    const tertib::Event& start(std::string waktu = {}) {
        return act(tertib::StartCase{.waktu = std::move(waktu), .outcome = {}});
    }
    /// Completes the step, all of its produk delivered.
    const tertib::Event& done(const std::string& step, std::string outcome = {}) {
        return act(tertib::CompleteTask{
            .task = step, .produk = sop().step(step)->produk, .outcome = std::move(outcome)});
    }
    /// "1#1 3#1": the open tasks.
    [[nodiscard]] std::string open() const {
        std::string all;
        for (const tertib::Task& task : state.tasks) {
            all += all.empty() ? "" : " ";
            all += text(tertib::TaskId{sop().steps()[task.step].key, task.number});
        }
        return all;
    }
    void set(std::string_view local) { now = moment(local); }
    [[nodiscard]] tertib::Instant moment(std::string_view local) const {
        return tertib::read_stamp(local, calendar_.zone())->earliest;
    }
    [[nodiscard]] std::string due(std::size_t task = 0) const {
        const std::optional<tertib::Instant>& due = state.tasks.at(task).clock.due;
        return due ? text(*due, calendar_.zone()) : "";
    }

    [[nodiscard]] const tertib::Sop& sop() const { return sop_->sop(); }
    [[nodiscard]] const tertib::ReadySop& ready() const { return *sop_; }
    [[nodiscard]] const tertib::Calendar& calendar() const { return calendar_; }

    tertib::Actor by{.person = "Ani", .as = "Kadis"};
    tertib::Instant now = tertib::read_stamp("2025-05-05T09:00", tertib::wib())->earliest;
    std::optional<tertib::Instant> at;
    std::string reason;
    std::string dasar;
    std::optional<tertib::Roster> roster;
    tertib::CaseState state;
    std::vector<tertib::Event> journal;

private:
    std::shared_ptr<const tertib::ReadySop> sop_;
    tertib::Calendar calendar_;
};

/// The parts of an SOP with waktu, produk and kelengkapan: 1 makes what 2 needs, 2 decides, 3 is
/// optional.
inline tertib::SopParts letter_parts() {
    tertib::SopParts parts = tiny_parts(4, "start>1 1>2 2>3:Setuju 2>1:Tolak 3>4 4>end");
    parts.steps[0].waktu = tertib::read_waktu("120 Menit").waktu;
    parts.steps[0].produk = {"Konsep Surat", "Lembar Disposisi"};
    parts.steps[1].waktu = tertib::read_waktu("2 Hari").waktu;
    parts.steps[1].kelengkapan = {"Konsep Surat", "Map"};
    parts.steps[1].produk = {"Surat Bertanda Tangan"};
    parts.steps[2].optional = "bila perlu";
    parts.steps[2].produk = {"Salinan Surat Resmi"};
    parts.steps[3].kelengkapan = {"Salinan Surat Resmi"};
    return parts;
}
