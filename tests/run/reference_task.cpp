// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/reference_case.hpp"

#include "run/reference_words.hpp"

#include <algorithm>

// What a person asks of one task.
namespace tertib::test {

namespace {

[[nodiscard]] std::optional<std::size_t> place_of(const std::vector<std::string>& list,
                                                  const std::string& wanted) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (same(list[i], wanted)) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace

bool ReferenceCase::may(const OpenTask& task, const Actor& by) const {
    const Step& step = sop_->sop().steps()[task.step];
    if (among(task.escalated, by.as)) {
        return true;
    }
    if (!task.post.empty()) {
        return same(task.post, by.as);
    }
    if (step.marks.empty()) {
        return std::ranges::any_of(sop_->sop().pelaksana(),
                                   [&](const std::string& each) { return same(each, by.as); });
    }
    return std::ranges::any_of(step.marks, [&](const Mark& mark) {
        return same(sop_->sop().pelaksana_name(mark.pelaksana), by.as);
    });
}

std::string ReferenceCase::judge_task(const Command& command, const std::string& name, Verb verb) {
    if (std::string code = find(name); !code.empty()) {
        return code;
    }
    const OpenTask& task = tasks_[meant_];
    if (happened_ < task.timer.since) {
        return "AT-BEFORE-TASK";
    }
    const bool candidate = may(task, command.by);
    const bool mine =
        candidate && task.claimed && !task.holder.empty() && same(task.holder, command.by.person);
    const bool of_another = task.claimed && !mine;
    const bool waits = task.waiting_since.has_value();
    if (verb == Verb::reassign || verb == Verb::skip) {
        return "";
    }
    if (verb == Verb::release && !task.claimed) {
        return "TASK-NOT-CLAIMED";
    }
    if (verb == Verb::resume && !waits) {
        return "TASK-NOT-WAITING";
    }
    if (!candidate) {
        return "ACTOR-NOT-CANDIDATE";
    }
    if (of_another) {
        return "TASK-HELD";
    }
    if (verb == Verb::claim && mine) {
        return "TASK-YOURS";
    }
    if (verb == Verb::resume) {
        return "";
    }
    if (waits) {
        return "TASK-WAITING";
    }
    return in_the_midst(task.timer.stops, happened_) ? "AT-WHILE-STOPPED" : "";
}

std::string ReferenceCase::act(const ClaimTask& action, const Command& command) {
    std::string code = judge_task(command, action.task, Verb::claim);
    if (code.empty()) {
        task().claimed = true;
        task().holder = command.by.person;
        task().holder_as = command.by.as;
        task().holder_event = events_;
    }
    return code;
}

std::string ReferenceCase::act(const ReleaseTask& action, const Command& command) {
    std::string code = judge_task(command, action.task, Verb::release);
    if (code.empty()) {
        task().claimed = false;
        task().holder = task().holder_as = "";
    }
    return code;
}

std::vector<std::string> ReferenceCase::posts_left(const OpenTask& task) const {
    std::vector<std::string> left;
    for (const Mark& mark : sop_->sop().steps()[task.step].marks) {
        const std::string& post = sop_->sop().pelaksana_name(mark.pelaksana);
        if (!among(left, post) && !among(task.done_by, post)) {
            left.push_back(post);
        }
    }
    return left;
}

ReferenceCase::Documents ReferenceCase::judge_documents(const CompleteTask& action) const {
    Documents documents;
    for (const std::string& each : action.produk) {
        const std::optional<std::size_t> place = place_of(step().produk, each);
        if (!place) {
            return {"PRODUK-UNKNOWN", {}};
        }
        documents.produk.insert(*place);
    }
    bool missing = false;
    for (const std::string& each : action.missing) {
        if (!place_of(step().kelengkapan, each)) {
            return {"KELENGKAPAN-UNKNOWN", {}};
        }
        missing = true;
    }
    for (const ReferenceSop::Link& link : sop_->links(tasks_[meant_].step)) {
        const auto counts = counts_.find(link.maker);
        const bool left_out = sop_->sop().steps()[link.maker].optional && counts != counts_.end() &&
                              counts->second.skips > 0 && counts->second.completions == 0;
        missing = missing || (!delivered_.contains({link.maker, link.produk}) && !left_out);
    }
    if (missing && blank(action.excuse)) {
        documents.refusal = "KELENGKAPAN-MISSING";
    }
    return documents;
}

std::string ReferenceCase::act(const CompleteTask& action, const Command& command) {
    if (std::string code = judge_task(command, action.task, Verb::finish); !code.empty()) {
        return code;
    }
    const Documents documents = judge_documents(action);
    if (!documents.refusal.empty()) {
        return documents.refusal;
    }
    const std::size_t done = task().step;
    for (const std::size_t place : documents.produk) {
        delivered_.insert({done, place});
    }
    if (step().participation == Participation::all && !step().marks.empty()) {
        const std::vector<std::string> left = posts_left(task());
        if (!among(left, command.by.as)) {
            return "TASK-DONE-BY-POST";
        }
        if (left.size() > 1) {
            return complete_part(action, command);
        }
    }
    const std::string node = step().key;
    if (action.target) {
        if (blank(action.outcome)) {
            return "OUTCOME-NEEDED";
        }
        if (sop_->chooses(node) && !sop_->leaving(node, action.outcome).empty()) {
            return "OUTCOME-DRAWN";
        }
        if (blank(command.reason)) {
            return "REASON-NEEDED";
        }
        if (!sop_->step(*action.target) && *action.target != end_node) {
            return "STEP-UNKNOWN";
        }
        const Landing there = landing(*action.target);
        if (!there.fits) {
            return "TARGET-ELSEWHERE";
        }
        leave(happened_);
        if (there.flow) {
            lay(*there.flow, happened_);
        }
    } else {
        leave(happened_);
        if (std::string code = go(node, action.outcome); !code.empty()) {
            return code;
        }
    }
    ++counts_[done].completions;
    end_if_empty(action.result);
    return !action.result.empty() && status_ != CaseStatus::ended ? "CASE-NOT-ENDING" : "";
}

std::string ReferenceCase::complete_part(const CompleteTask& action, const Command& command) {
    if (!action.outcome.empty() || action.target) {
        return "OUTCOME-TOO-EARLY";
    }
    if (!action.result.empty()) {
        return "CASE-NOT-ENDING";
    }
    OpenTask& open = task();
    open.done_by.push_back(command.by.as);
    open.claimed = false;
    open.holder = open.holder_as = "";
    open.post = ""; // the others still have to
    return "";
}

std::string ReferenceCase::act(const ReturnTask& action, const Command& command) {
    if (std::string code = judge_task(command, action.task, Verb::finish); !code.empty()) {
        return code;
    }
    if (blank(command.reason)) {
        return "REASON-NEEDED";
    }
    const std::optional<std::size_t> target = sop_->step(action.target);
    if (!target) {
        return "STEP-UNKNOWN";
    }
    if (*target == task().step || counts_[*target].arrivals == 0 ||
        !sop_->leads_to(action.target, step().key)) {
        return "RETURN-NOT-EARLIER";
    }
    const Landing there = landing(action.target);
    if (!there.fits) {
        return "RETURN-ELSEWHERE";
    }
    leave(happened_);
    lay(*there.flow, happened_);
    return "";
}

std::string ReferenceCase::act(const WaitTask& action, const Command& command) {
    if (std::string code = judge_task(command, action.task, Verb::wait); !code.empty()) {
        return code;
    }
    if (blank(command.reason)) {
        return "REASON-NEEDED";
    }
    task().waiting_since = happened_;
    task().stops_service = action.scope == WaitScope::task_and_service;
    return "";
}

std::string ReferenceCase::act(const ResumeTask& action, const Command& command) {
    if (std::string code = judge_task(command, action.task, Verb::resume); !code.empty()) {
        return code;
    }
    if (action.with == ResumeWith::whole && blank(command.dasar)) {
        return "DASAR-NEEDED";
    }
    OpenTask& open = task();
    if (happened_ < *open.waiting_since) {
        return "AT-BEFORE-TASK";
    }
    if (action.with == ResumeWith::whole) {
        open.timer = {
            .since = happened_, .stops = stopped_after(happened_), .promised = open.timer.promised};
        open.followed.clear();
    } else {
        open.timer.stops =
            stood_still(open.timer.since, open.timer.stops, *open.waiting_since, happened_);
    }
    go_on_with(open.timer, sop_->waktu(open.step));
    end_service_stop(open, happened_);
    open.stops_service = false;
    open.waiting_since.reset();
    return "";
}

std::string ReferenceCase::judge_recipient(const ReassignTask& action,
                                           const std::string& post) const {
    std::vector<std::string> posts{post};
    if (action.pelaksana.empty()) {
        posts.clear();
        for (const Mark& mark : step().marks) {
            posts.push_back(sop_->sop().pelaksana_name(mark.pelaksana));
        }
    }
    if (blank(action.person) || roster_ == nullptr || posts.empty()) {
        return "";
    }
    const LocalDay day = local_day(happened_, calendar_->zone());
    for (const std::string& each : posts) {
        bool covered = false;
        for (const PostHolding& holding : roster_->holdings()) {
            if (!same(holding.pelaksana, each)) {
                continue;
            }
            covered = true;
            const bool now = holding.from <= day && (!holding.until || *holding.until >= day);
            if (same(holding.person, action.person) && now) {
                return "";
            }
        }
        if (!covered) {
            return "";
        }
    }
    return "RECIPIENT-NOT-HOLDER";
}

std::string ReferenceCase::act(const ReassignTask& action, const Command& command) {
    if (std::string code = judge_task(command, action.task, Verb::reassign); !code.empty()) {
        return code;
    }
    if (blank(command.reason)) {
        return "REASON-NEEDED";
    }
    std::string post;
    if (!action.pelaksana.empty()) {
        const std::optional<PelaksanaIndex> known = sop_->sop().find_pelaksana(action.pelaksana);
        bool listed = known.has_value();
        for (const PostHolding& each :
             roster_ == nullptr ? std::span<const PostHolding>{} : roster_->holdings()) {
            listed = listed || same(each.pelaksana, action.pelaksana);
        }
        if (!listed) {
            return "PELAKSANA-NOT-LISTED";
        }
        post = known ? sop_->sop().pelaksana_name(*known) : action.pelaksana;
    }
    OpenTask& open = task();
    if (action.work == WorkDone::discarded) {
        open.done_by.clear();
    }
    // Where each post has its own part, a part can't go to a post that has none.
    if (!post.empty() && step().participation == Participation::all && !step().marks.empty() &&
        !among(posts_left(open), post)) {
        return "TASK-DONE-BY-POST";
    }
    if (std::string code = judge_recipient(action, post); !code.empty()) {
        return code;
    }
    open.post = post;
    open.claimed = !blank(action.person);
    open.holder = open.claimed ? action.person : "";
    open.holder_as = open.claimed ? post : "";
    open.holder_event = events_;
    return "";
}

std::string ReferenceCase::act(const SkipTask& action, const Command& command) {
    if (std::string code = judge_task(command, action.task, Verb::skip); !code.empty()) {
        return code;
    }
    const bool founded = !blank(command.reason) && !blank(command.dasar);
    const bool of_another = task().claimed && !same(task().holder, command.by.person);
    const bool nobody_else = may(task(), command.by) && !of_another;
    if (!founded && !(step().optional && nobody_else)) {
        return "SKIP-NEEDS-DASAR";
    }
    const std::string node = step().key;
    ++counts_[task().step].skips;
    leave(happened_);
    if (std::string code = go(node, action.outcome); !code.empty()) {
        return code;
    }
    end_if_empty("");
    return "";
}

} // namespace tertib::test
