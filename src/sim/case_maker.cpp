// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/case_maker.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <utility>

namespace tertib {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

/// How much of the time allowed is taken at most, by attempt: an SOP may state a total that its
/// steps can keep only if none takes all its time.
constexpr std::array<unsigned, 8> paces{900, 900, 900, 700, 500, 300, 100, 20};

[[nodiscard]] std::optional<Twist::Kind> twist_of(std::optional<Deviation> plant) {
    if (!plant) {
        return std::nullopt;
    }
    switch (*plant) {
    case Deviation::step_missing: return Twist::Kind::pass;
    case Deviation::order: return Twist::Kind::swap;
    case Deviation::repeat: return Twist::Kind::again;
    case Deviation::late_step:
    case Deviation::late_case: return Twist::Kind::late;
    case Deviation::overdue: return Twist::Kind::stop;
    case Deviation::out_of_hours: return Twist::Kind::outside;
    case Deviation::step_unknown:
    case Deviation::pelaksana:
    case Deviation::late_path:
    case Deviation::input_missing:
    case Deviation::output_missing:
    case Deviation::not_in_force:
    case Deviation::not_signed:
    case Deviation::four_eyes:
    case Deviation::incomplete: break;
    }
    return std::nullopt;
}

} // namespace

CaseMaker::CaseMaker(const CaseFrame& frame)
    : frame_(&frame),
      walk_(*frame.flow, *frame.clock, frame.options->limits.rows_of_case) {}

const MadeCase& CaseMaker::make(std::uint32_t number, LocalTime begin,
                                std::optional<Deviation> plant) {
    const GeneratorOptions& options = *frame_->options;
    plant_ = plant;
    why_ = "";
    const CaseDice dice = CaseDice(options.seed).of(Draw::begin, number);
    for (attempt_ = 0; attempt_ < options.limits.attempts; ++attempt_) {
        wish_ = {.dice = dice.of(Draw::attempt, attempt_),
                 .begin = begin,
                 .pace = paces[attempt_ % paces.size()],
                 .sent_back_percent = options.sent_back_percent,
                 .left_out_percent = options.left_out_percent};
        made_.rows.clear();
        made_.truth.clear();
        made_.missing.reset();
        if (attempt(begin)) {
            return made_;
        }
    }
    const std::string what =
        plant ? "no case of the SOP could be made up that shows " + std::string(name(*plant))
              : std::string("no case could be made up that keeps to the SOP");
    throw Error(ErrorCode::argument,
                what + (why_.empty() ? "" : " (the last one tried: " + std::string(why_) + ")"));
}

bool CaseMaker::attempt(LocalTime begin) {
    if (is(Deviation::not_in_force)) {
        if (!frame_->in_force) {
            why_ = "no Tanggal Berlaku is known";
            return false;
        }
        const auto before =
            minutes{60 + static_cast<std::int64_t>(wish_.dice.below(9 * 450, Draw::early, 0))};
        begin = frame_->clock->after(*frame_->in_force, Work{-before});
    }
    if (is(Deviation::out_of_hours)) {
        // Only what waits overnight can be begun before the office opens: at some time of the day
        // work is left over.
        const auto later = minutes{37 * static_cast<std::int64_t>(attempt_ % 16)};
        begin = std::min(frame_->clock->after(begin, Work{later}), frame_->last_begin);
    }
    wish_.begin = begin;
    if (!walk_.walk(wish_)) {
        why_ = "no step was done";
        return false;
    }
    return choose_twist() && place() && twist_shows() && keeps_total() && fill_rows() &&
           plant_in_rows();
}

/// A row that may be chosen, each with the same chance.
template <typename Accept>
std::optional<std::size_t> CaseMaker::draw_row(std::size_t count, const Accept& accept) const {
    std::size_t fit = 0;
    for (std::size_t i = 0; i < count; ++i) {
        fit += accept(i) ? 1 : 0;
    }
    if (fit == 0) {
        return std::nullopt;
    }
    std::size_t left = wish_.dice.below(fit, Draw::target, 0);
    for (std::size_t i = 0; i < count; ++i) {
        if (accept(i) && left-- == 0) {
            return i;
        }
    }
    return std::nullopt;
}

bool CaseMaker::choose_twist() {
    const std::optional<Twist::Kind> kind = twist_of(plant_);
    if (!kind) {
        return true;
    }
    const std::optional<std::size_t> target =
        draw_row(walk_.rows().size(), [this](std::size_t i) { return may_twist(walk_.rows()[i]); });
    if (!target) {
        why_ = "no step for it";
        return false;
    }
    const WalkedRow row = walk_.rows()[*target];
    wish_.twist = {.kind = *kind, .step = row.step, .visit = row.visit};
    if (*kind == Twist::Kind::swap) {
        wish_.twist.other = walk_.rows()[row.follower].step;
    }
    if (is(Deviation::late_case)) {
        wish_.twist.late_by = hours{4 * attempt_};
    }
    if (!walk_.walk(wish_)) {
        why_ = "its times don't allow it";
        return false;
    }
    return true;
}

/// Where the deviation is sure to be seen as what it is, and as nothing else.
bool CaseMaker::may_twist(const WalkedRow& row) const {
    const OfficeStep& step = frame_->flow->step(row.step);
    const bool once = walk_.visits(row.step) == 1;
    const bool timed = !step.outside && !step.allowed.empty();
    switch (*plant_) {
    case Deviation::step_missing:
        return once && step.always && !row.chose && row.follower != WalkedRow::none &&
               walk_.told() && walk_.ends_clear();
    case Deviation::order: return once && may_swap(row);
    case Deviation::repeat: return once && !step.returns && !row.chose;
    case Deviation::late_step:
    case Deviation::late_case: return timed;
    case Deviation::overdue: return timed && !step.reason && row.clear && walk_.told();
    case Deviation::out_of_hours: return !step.outside;
    case Deviation::step_unknown:
    case Deviation::pelaksana:
    case Deviation::late_path:
    case Deviation::input_missing:
    case Deviation::output_missing:
    case Deviation::not_in_force:
    case Deviation::not_signed:
    case Deviation::four_eyes:
    case Deviation::incomplete: break;
    }
    return false;
}

/// Two steps that follow straight upon each other, on no loop, the first on each way to the second.
bool CaseMaker::may_swap(const WalkedRow& row) const {
    if (row.follower == WalkedRow::none || row.chose) {
        return false;
    }
    const WalkedRow& next = walk_.rows()[row.follower];
    const OfficeFlow& flow = *frame_->flow;
    const StepGraph& graph = flow.graph();
    const std::span<const Arc> out = graph.digraph().successors(StepGraph::step_node(row.step));
    const auto plain = [&](const WalkedRow& each) {
        const OfficeStep& step = flow.step(each.step);
        return !step.returns && !step.reason && !each.chose && walk_.visits(each.step) == 1;
    };
    return plain(row) && plain(next) && out.size() == 1 &&
           out.front().node == StepGraph::step_node(next.step) &&
           flow.leads_over(row.step, next.step);
}

bool CaseMaker::place() {
    if (is(Deviation::not_in_force)) {
        return true;
    }
    if (is(Deviation::incomplete)) {
        return place_across_end();
    }
    return place_before(frame_->now, is(Deviation::overdue));
}

/// Earlier, until it has ended (or is overdue) by then.
bool CaseMaker::place_before(LocalTime last, bool overdue) {
    const auto end = [&] {
        const LocalTime due = walk_.overdue_after();
        return overdue && due != LocalTime::max() ? std::max(walk_.ended(), due + minutes{1})
                                                  : walk_.ended();
    };
    constexpr int most_tries = 8;
    for (int i = 0; i < most_tries && end() > last; ++i) {
        const Work over = frame_->clock->between(last, end());
        wish_.begin = frame_->clock->after(
            wish_.begin, Work{-std::chrono::floor<minutes>(over.time) - hours{i + 1}});
        if (wish_.begin < frame_->first_begin || !walk_.walk(wish_)) {
            why_ = "the days given are too short for it";
            return false;
        }
    }
    return end() <= last && wish_.begin <= frame_->last_begin;
}

/// Begun so that it is on its way at the log's end.
bool CaseMaker::place_across_end() {
    const Work all = frame_->clock->between(walk_.began(), walk_.ended());
    const auto done = static_cast<std::int64_t>(wish_.dice.below(80, Draw::early, 1)) + 10;
    const auto before = std::chrono::floor<minutes>(all.time * done / 100) + minutes{1};
    wish_.begin = frame_->clock->after(frame_->now, Work{-before});
    if (wish_.begin < frame_->first_begin || wish_.begin > frame_->last_begin ||
        !walk_.walk(wish_)) {
        why_ = "the days given are too short for it";
        return false;
    }
    const std::span<const WalkedRow> rows = walk_.rows();
    const bool owed = std::ranges::any_of(rows, [this](const WalkedRow& row) {
        return row.complete > frame_->now && !frame_->flow->step(row.step).reason;
    });
    why_ = "nothing is owed at the end";
    return owed && rows.front().complete <= frame_->now && walk_.told();
}

/// The second walk may have found other rows between.
bool CaseMaker::twist_shows() {
    const std::span<const WalkedRow> rows = walk_.rows();
    const Twist& twist = wish_.twist;
    why_ = "it would not show";
    switch (twist.kind) {
    case Twist::Kind::none: return true;
    case Twist::Kind::swap: {
        const auto row = std::ranges::find(rows, twist.step, &WalkedRow::step);
        return row != rows.end() && std::all_of(row + 1, rows.end(), [&](const WalkedRow& later) {
                   return later.complete > row->complete;
               });
    }
    case Twist::Kind::pass:
        return walk_.visits(twist.step) == 1 && walk_.told() && walk_.ends_clear();
    case Twist::Kind::again: return walk_.visits(twist.step) == 1;
    case Twist::Kind::late:
        // Where the end isn't sure, how long the path may take isn't either.
        return !walk_.later_than_path() || (walk_.told() && walk_.ends_clear());
    case Twist::Kind::stop: return walk_.told();
    case Twist::Kind::outside: return true;
    }
    return false;
}

bool CaseMaker::keeps_total() {
    if (is(Deviation::late_case)) {
        why_ = "the SOP states no total, or it was kept";
        return walk_.later_than_total();
    }
    if (is(Deviation::late_step) || is(Deviation::overdue)) {
        return true;
    }
    why_ = "it would take longer than the total that the SOP states";
    return !walk_.later_than_total();
}

bool CaseMaker::draw_person(MadeRow& row, std::size_t place) {
    others_.clear();
    for (const std::vector<bool>& set : frame_->four_eyes) {
        for (std::size_t i = 0; i < place && set[row.step]; ++i) {
            const MadeRow& before = made_.rows[i];
            if (set[before.step] && before.step != row.step) {
                others_.push_back(before.who.person);
            }
        }
    }
    const std::optional<OfficePeople::Who> who = frame_->people->draw(
        row.step, day_at(row.complete), wish_.dice.number(Draw::person, place), others_);
    if (!who) {
        why_ = "nobody may do one of its steps on its day";
        return false;
    }
    row.who = *who;
    return true;
}

bool CaseMaker::fill_rows() {
    for (const WalkedRow& walked : walk_.rows()) {
        if (is(Deviation::incomplete) && walked.complete > frame_->now) {
            continue;
        }
        MadeRow row{.step = walked.step, .start = walked.start, .complete = walked.complete};
        if (walked.chose) {
            row.way = walked.way;
        }
        if (!draw_person(row, made_.rows.size())) {
            return false;
        }
        made_.rows.push_back(row);
    }
    return true;
}

void CaseMaker::tell(Deviation code, std::uint32_t step, TruthReason reason) {
    made_.truth.push_back({.code = code, .step = step, .reason = reason});
}

/// What a case that takes too long is late for besides.
void CaseMaker::tell_consequences() {
    constexpr TruthReason follows = TruthReason::follows;
    if (is(Deviation::late_case)) {
        tell(Deviation::late_step, wish_.twist.step, follows);
    }
    if (is(Deviation::overdue)) {
        tell(Deviation::incomplete, MadeRow::no_step, follows);
        if (walk_.total_passed_at(frame_->now)) {
            tell(Deviation::late_case, MadeRow::no_step, follows);
        }
        return;
    }
    if (is(Deviation::late_step) && walk_.later_than_total()) {
        tell(Deviation::late_case, MadeRow::no_step, follows);
    }
    if (walk_.later_than_path()) {
        tell(Deviation::late_path, MadeRow::no_step, follows);
    }
}

bool CaseMaker::plant_in_rows() {
    if (!plant_) {
        return true;
    }
    switch (*plant_) {
    case Deviation::step_missing:
    case Deviation::repeat:
    case Deviation::out_of_hours: tell(*plant_, wish_.twist.step); return true;
    case Deviation::order: tell(*plant_, wish_.twist.other); return true;
    case Deviation::late_step:
    case Deviation::overdue:
        tell(*plant_, wish_.twist.step);
        tell_consequences();
        return true;
    case Deviation::late_case:
        tell(*plant_, MadeRow::no_step);
        tell_consequences();
        return true;
    case Deviation::not_in_force:
    case Deviation::incomplete: tell(*plant_, MadeRow::no_step); return true;
    case Deviation::step_unknown: return plant_unknown_step();
    case Deviation::pelaksana: return plant_person();
    case Deviation::input_missing:
    case Deviation::output_missing: return plant_document();
    case Deviation::four_eyes: return plant_same_person();
    case Deviation::late_path:
    case Deviation::not_signed: break;
    }
    return false;
}

/// Someone does what the SOP doesn't know, while a step is under way.
bool CaseMaker::plant_unknown_step() {
    const std::optional<std::size_t> place = draw_row(made_.rows.size(), [this](std::size_t i) {
        return !frame_->flow->step(made_.rows[i].step).outside;
    });
    if (!place) {
        return false;
    }
    MadeRow row = made_.rows[*place];
    row.step = MadeRow::no_step;
    row.way.reset();
    made_.rows.insert(made_.rows.begin() + static_cast<std::ptrdiff_t>(*place), row);
    tell(*plant_, MadeRow::no_step);
    return true;
}

bool CaseMaker::plant_person() {
    const OfficeFlow& flow = *frame_->flow;
    const std::optional<std::size_t> place = draw_row(made_.rows.size(), [&](std::size_t i) {
        const std::uint32_t step = made_.rows[i].step;
        const bool watched = std::ranges::any_of(
            frame_->four_eyes, [step](const std::vector<bool>& set) { return set[step]; });
        return !flow.step(step).outside && !flow.sop().steps()[step].marks.empty() && !watched;
    });
    if (!place) {
        why_ = "no step whose pelaksana is known";
        return false;
    }
    MadeRow& row = made_.rows[*place];
    const std::optional<OfficePeople::Who> who = frame_->people->draw_unfit(
        row.step, day_at(row.complete), wish_.dice.number(Draw::person, UINT32_MAX));
    if (!who) {
        why_ = "everybody may do the step";
        return false;
    }
    row.who = *who;
    tell(*plant_, row.step);
    return true;
}

bool CaseMaker::plant_document() {
    const auto columns = [this](std::size_t place) -> const std::vector<std::uint32_t>& {
        const StepDocuments& own = frame_->documents[made_.rows[place].step];
        return is(Deviation::input_missing) ? own.kelengkapan : own.produk;
    };
    const std::optional<std::size_t> place =
        draw_row(made_.rows.size(), [&](std::size_t i) { return !columns(i).empty(); });
    if (!place) {
        why_ = "no such document is told of";
        return false;
    }
    const std::size_t which = wish_.dice.below(columns(*place).size(), Draw::target, 1);
    made_.missing = {.row = *place, .column = columns(*place)[which]};
    tell(*plant_, made_.rows[*place].step);
    return true;
}

/// If it can be, by someone who may do both steps.
bool CaseMaker::plant_same_person() {
    const auto once = [this](std::size_t place) {
        const std::uint32_t step = made_.rows[place].step;
        return walk_.visits(step) == 1 && !frame_->flow->step(step).outside &&
               made_.rows[place].who.person != 0;
    };
    const bool insist = attempt_ < frame_->options->limits.attempts / 2;
    why_ = "no two steps for it";
    for (const std::vector<bool>& set : frame_->four_eyes) {
        for (std::size_t later = 1; later < made_.rows.size(); ++later) {
            for (std::size_t i = 0; i < later; ++i) {
                MadeRow& row = made_.rows[later];
                const MadeRow& before = made_.rows[i];
                if (!set[row.step] || !set[before.step] || before.step == row.step ||
                    !once(later) || !once(i)) {
                    continue;
                }
                const bool fits =
                    frame_->people->fits(before.who.person, row.step, day_at(row.complete));
                if (!fits && insist) {
                    continue;
                }
                row.who.person = before.who.person;
                tell(*plant_, row.step);
                if (!fits) {
                    tell(Deviation::pelaksana, row.step, TruthReason::follows);
                }
                return true;
            }
        }
    }
    return false;
}

} // namespace tertib
