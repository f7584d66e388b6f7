// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/random_case.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <utility>

namespace tertib::test {

namespace {

using std::chrono::minutes;

[[nodiscard]] bool same(std::string_view a, std::string_view b) {
    return fold(a) == fold(b);
}

/// Somebody who acts for the post at that moment, by the roster of random_scene().
[[nodiscard]] std::string person_of(const Scene& scene, const std::string& post, Instant at) {
    if (scene.roster) {
        const LocalDay day = local_day(at, scene.calendar->zone());
        for (const PostHolding& each : scene.roster->holdings()) {
            if (same(each.pelaksana, post) && each.from <= day &&
                (!each.until || day <= *each.until)) {
                return each.person;
            }
        }
    }
    return same(post, "Kadis") ? "Ani" : same(post, "Sekretaris") ? "Budi" : "Cici";
}

template <class T, std::size_t n>
[[nodiscard]] const T& one_of(Dice& dice, const std::array<T, n>& all) {
    return all[dice.below(n)];
}

/// Draws one command; what it knows of the case it reads from the state alone.
class CommandMaker {
public:
    CommandMaker(Dice& dice, const Scene& scene, const CaseState& state, Instant now)
        : dice_(dice),
          scene_(scene),
          state_(state),
          now_(now) {}

    Command make();

private:
    [[nodiscard]] const Sop& sop() const { return scene_.sop->sop(); }
    [[nodiscard]] std::uint64_t percent() { return dice_.below(100); }

    void set_times();
    void set_words();
    void set_actor();
    void pick_task();
    [[nodiscard]] Action action();
    [[nodiscard]] Action task_action();
    [[nodiscard]] Action case_action();
    [[nodiscard]] StartCase start();
    [[nodiscard]] CompleteTask complete();
    [[nodiscard]] ReassignTask reassign();
    [[nodiscard]] std::string drawn_outcome(const std::string& node);
    [[nodiscard]] std::string some_step();

    Dice& dice_;
    const Scene& scene_;
    const CaseState& state_;
    Instant now_;
    const Task* task_ = nullptr;
    std::string name_;
    Command command_;
};

Command CommandMaker::make() {
    command_.case_id = "K-1";
    set_times();
    set_words();
    pick_task();
    set_actor();
    command_.action = action();
    return std::move(command_);
}

void CommandMaker::set_times() {
    now_ += minutes(dice_.below(120));
    if (dice_.one_in(12)) {
        now_ += std::chrono::days(1);
    }
    if (dice_.one_in(50)) {
        now_ -= minutes(dice_.below(400));
    }
    command_.now = dice_.one_in(400) ? Instant{} - std::chrono::days(40000) : now_;
    if (dice_.one_in(9)) {
        command_.at = command_.now - minutes(dice_.below(dice_.one_in(2) ? 60 : 1200));
    } else if (dice_.one_in(60)) {
        command_.at = command_.now + minutes(5);
    }
}

void CommandMaker::set_words() {
    if (dice_.one_in(2)) {
        command_.reason = dice_.one_in(12) ? "  " : "berkas kurang";
    }
    if (dice_.one_in(3)) {
        command_.dasar = dice_.one_in(12) ? " " : "Nota Dinas 12";
    }
}

void CommandMaker::pick_task() {
    if (!state_.tasks.empty()) {
        task_ = &state_.tasks[dice_.below(state_.tasks.size())];
        name_ = sop().steps()[task_->step].key;
        if (dice_.one_in(2)) {
            name_ = text(TaskId{name_, task_->number});
        }
    } else {
        name_ = some_step();
    }
    if (dice_.one_in(30)) {
        static const std::array<std::string, 5> wrong{"99", "1#7", "end", "", "g1"};
        task_ = nullptr;
        name_ = dice_.one_in(2) ? some_step() : one_of(dice_, wrong);
    }
}

void CommandMaker::set_actor() {
    static const std::array<std::string, 6> people{"Ani", "Budi", "Cici", "Dedi", "Eko", "  "};
    static const std::array<std::string, 6> posts{"Kadis", "sekretaris", "Staf",
                                                  "Kadis", "Arsiparis",  ""};
    if (percent() < 85) {
        const Instant at = command_.at.value_or(command_.now);
        command_.by = task_ == nullptr ? Actor{person_of(scene_, "Kadis", at), "Kadis"}
                                       : actor_for(scene_, *task_, at);
        return;
    }
    command_.by.person = one_of(dice_, people);
    command_.by.as = one_of(dice_, posts);
    if (dice_.one_in(2)) {
        command_.by.person = person_of(scene_, command_.by.as, command_.at.value_or(command_.now));
    }
}

Action CommandMaker::action() {
    if (state_.status == CaseStatus::none) {
        return dice_.one_in(15) ? task_action() : Action{start()};
    }
    const bool stopped =
        state_.status == CaseStatus::suspended || state_.status == CaseStatus::cancelled;
    if (stopped && percent() < 60) {
        return ReopenCase{};
    }
    if (!state_.service.accepted && dice_.one_in(8)) {
        return AcceptCase{};
    }
    // Several tasks that wait at once would be rare.
    if (std::ranges::any_of(state_.tasks, &Task::stops_service) && dice_.one_in(4)) {
        command_.reason = "menunggu pemohon";
        return WaitTask{name_, WaitScope::task_and_service};
    }
    return percent() < 87 ? task_action() : case_action();
}

Action CommandMaker::task_action() {
    const std::uint64_t roll = percent();
    const bool waits = task_ != nullptr && is_waiting(task_->state);
    if (waits && roll < 50) {
        return ResumeTask{name_, dice_.one_in(3) ? ResumeWith::whole : ResumeWith::rest};
    }
    if (roll < 50) {
        return complete();
    }
    if (roll < 65) {
        return ClaimTask{name_};
    }
    if (roll < 70) {
        return ReleaseTask{name_};
    }
    if (roll < 78) {
        return ReturnTask{name_, dice_.one_in(20) ? "99" : some_step()};
    }
    if (roll < 85) {
        return WaitTask{name_, dice_.one_in(2) ? WaitScope::task_and_service : WaitScope::task};
    }
    if (roll < 87) {
        return ResumeTask{name_, ResumeWith::rest};
    }
    if (roll < 93) {
        return reassign();
    }
    SkipTask skip{.task = name_, .outcome = {}};
    if (task_ != nullptr) {
        skip.outcome = drawn_outcome(sop().steps()[task_->step].key);
    }
    return skip;
}

Action CommandMaker::case_action() {
    switch (dice_.below(8)) {
    case 0: return start();
    case 1:
    case 2: return AcceptCase{};
    case 3: return SuspendCase{};
    case 4: return dice_.one_in(2) ? Action{CancelCase{}} : Action{ReopenCase{}};
    case 5:
        return Annotate{.task = dice_.one_in(2) ? name_ : "",
                        .note = dice_.one_in(6) ? " " : "sudah ditelepon"};
    case 6: {
        Attach attach{.task = dice_.one_in(2) ? name_ : ""};
        attach.evidence = dice_.one_in(8) ? "" : "foto.jpg";
        attach.media_type = "image/jpeg";
        attach.size = dice_.below(5000);
        attach.sha256 = std::string(dice_.one_in(8) ? 63 : 64, 'a');
        attach.location = "rak 3";
        return attach;
    }
    default: return EraseBody{dice_.below(state_.events + 2)};
    }
}

StartCase CommandMaker::start() {
    static const std::array<std::string, 4> waktu{"14 Hari Kerja", "sesuai kontrak", "5 Jam",
                                                  "2 Hari"};
    StartCase start;
    if (dice_.one_in(3)) {
        start.waktu = one_of(dice_, waktu);
    }
    start.outcome = drawn_outcome(std::string(start_node));
    if (dice_.one_in(25) && state_.status == CaseStatus::none) {
        command_.case_id = dice_.one_in(2) ? "" : "@lama";
    }
    return start;
}

std::string CommandMaker::drawn_outcome(const std::string& node) {
    std::vector<std::string> outcomes;
    for (const Flow& flow : sop().flow()) {
        if (flow.from == node) {
            outcomes.push_back(flow.outcome.value_or(""));
        }
    }
    std::string outcome = outcomes.empty() ? "" : outcomes[dice_.below(outcomes.size())];
    if (dice_.one_in(25)) {
        outcome = dice_.one_in(2) ? "Lain" : "";
    }
    if (!outcome.empty() && dice_.one_in(6)) {
        outcome = "  " + outcome + " ";
        std::ranges::transform(outcome, outcome.begin(), [](char c) {
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        });
    }
    return outcome;
}

std::string CommandMaker::some_step() {
    return sop().steps()[dice_.below(sop().steps().size())].key;
}

CompleteTask CommandMaker::complete() {
    CompleteTask complete{.task = name_};
    if (dice_.one_in(4)) {
        complete.excuse = dice_.one_in(10) ? " " : "disusulkan";
    }
    if (dice_.one_in(10)) {
        complete.result = "diterbitkan";
    }
    if (task_ == nullptr) {
        return complete;
    }
    const Step& step = sop().steps()[task_->step];
    const bool part =
        step.participation == Participation::all && step.marks.size() > task_->done_by.size() + 1;
    if (!part || dice_.one_in(8)) {
        complete.outcome = drawn_outcome(step.key);
    }
    if (dice_.one_in(12)) {
        complete.target = dice_.one_in(4)    ? std::string(end_node)
                          : dice_.one_in(20) ? "99"
                                             : some_step();
        if (!dice_.one_in(4)) {
            complete.outcome = "Lain";
        }
    }
    if (percent() < 80) {
        complete.produk = step.produk;
    } else if (dice_.one_in(6)) {
        complete.produk = {"Peta"};
    }
    if (dice_.one_in(15)) {
        complete.missing = step.kelengkapan;
        if (dice_.one_in(4)) {
            complete.missing.emplace_back("Peta");
        }
    }
    return complete;
}

ReassignTask CommandMaker::reassign() {
    static const std::array<std::string, 6> people{"Ani", "Budi", "Cici", "Dedi", "", " "};
    static const std::array<std::string, 7> posts{"",     "",          "Kadis",    "sekretaris",
                                                  "STAF", "Arsiparis", "Bendahara"};
    ReassignTask reassign{.task = name_};
    reassign.pelaksana = one_of(dice_, posts);
    reassign.person = one_of(dice_, people);
    reassign.work = dice_.one_in(3) ? WorkDone::discarded : WorkDone::kept;
    return reassign;
}

} // namespace

std::uint64_t run_seed() {
    std::uint64_t seed = 20260622;
    const char* parameters = std::getenv("RC_PARAMS");
    const std::string_view all = parameters == nullptr ? "" : parameters;
    if (const std::size_t at = all.find("seed="); at != all.npos) {
        std::from_chars(all.data() + at + 5, all.data() + all.size(), seed);
    }
    return seed;
}

Instant first_moment() {
    return Instant{std::chrono::seconds{1'746'410'400}}; // 2025-05-05T02:00Z
}

Actor actor_for(const Scene& scene, const Task& task, Instant at) {
    const Step& step = scene.sop->sop().steps()[task.step];
    const auto for_post = [&](const std::string& post) {
        Actor actor{.person = task.holder, .as = post};
        if (actor.person.empty()) {
            actor.person = person_of(scene, post, at);
        }
        return actor;
    };
    if (!task.pelaksana.empty()) {
        return for_post(task.pelaksana);
    }
    for (const Mark& mark : step.marks) {
        const std::string& post = scene.sop->sop().pelaksana_name(mark.pelaksana);
        const bool done = std::ranges::any_of(
            task.done_by, [&](const std::string& each) { return same(each, post); });
        const bool other = !task.holder_as.empty() && !same(task.holder_as, post);
        if (!done && !other) {
            return for_post(post);
        }
    }
    return for_post(task.holder_as.empty() ? "Staf" : task.holder_as);
}

Command random_command(Dice& dice, const Scene& scene, const CaseState& state, Instant now) {
    return CommandMaker(dice, scene, state, now).make();
}

} // namespace tertib::test
