// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/drawn_flow.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace tertib {
namespace {

/// An arrow between two marks that are no connectors.
struct Way {
    const PlacedMark* from = nullptr;
    const PlacedMark* to = nullptr;
    std::string label;
    bool dashed = false;
};

class Drawing {
public:
    Drawing(const StepsReading& steps, const Connectors& connectors,
            std::span<const GridArrow> arrows)
        : steps_(steps),
          connectors_(connectors) {
        for (const PlacedMark& mark : steps.marks) {
            if (mark.id != 0) {
                marks_.emplace(mark.id, &mark);
            }
            if (mark.node == RowNode::step) {
                ++marks_in_step_[mark.step];
            }
        }
        for (const GridArrow& arrow : arrows) {
            leaving_.emplace(arrow.from, &arrow);
        }
    }

    DrawnFlow read(std::span<const GridArrow> arrows) {
        for (const GridArrow& arrow : arrows) {
            const PlacedMark* from = find(arrow.from);
            if (from == nullptr || find(arrow.to) == nullptr) {
                out_.findings.push_back(make_finding("READ-ARROW-LOOSE", {}, {}, arrow.label));
            } else if (from->symbol != Symbol::connector) {
                follow(arrow, *from);
            }
        }
        for (const Way& way : ways_) {
            add(way);
        }
        add_terminators();
        report_ends();
        return std::move(out_);
    }

private:
    [[nodiscard]] const PlacedMark* find(std::uint32_t id) const {
        const auto found = marks_.find(id);
        return found == marks_.end() ? nullptr : found->second;
    }

    /// Follows an arrow through connectors to the marks where it arrives.
    void follow(const GridArrow& first, const PlacedMark& from) {
        std::set<std::uint32_t> seen;
        std::vector<std::pair<std::uint32_t, Way>> open = {
            {first.to, Way{&from, nullptr, first.label, first.dashed}}};
        bool arrived = false;
        while (!open.empty()) {
            auto [id, way] = std::move(open.back());
            open.pop_back();
            const PlacedMark* mark = find(id);
            if (mark == nullptr || !seen.insert(id).second) {
                continue;
            }
            if (mark->symbol != Symbol::connector) {
                way.to = mark;
                ways_.push_back(std::move(way));
                arrived = true;
                continue;
            }
            const auto partner = connectors_.partner.find(id);
            for (const std::uint32_t next :
                 {id, partner == connectors_.partner.end() ? id : partner->second}) {
                const auto [begin, end] = leaving_.equal_range(next);
                for (auto it = begin; it != end; ++it) {
                    const std::string& label = it->second->label;
                    open.emplace_back(it->second->to,
                                      Way{way.from, nullptr, way.label.empty() ? label : way.label,
                                          way.dashed || it->second->dashed});
                }
            }
        }
        if (!arrived) {
            out_.findings.push_back(make_finding("READ-ARROW-LOOSE", place(from), {}, first.label));
        }
    }

    [[nodiscard]] Place place(const PlacedMark& mark) const {
        return {.row = mark.row,
                .column = 0,
                .step = mark.node == RowNode::step ? steps_.steps[mark.step].key : std::string()};
    }

    /// A terminator beside other marks of its row is the end only.
    [[nodiscard]] bool is_end_beside(const PlacedMark& mark) const {
        return mark.node == RowNode::step && mark.symbol == Symbol::terminator &&
               marks_in_step_.at(mark.step) > 1;
    }

    [[nodiscard]] std::string_view node(const PlacedMark& mark) const {
        switch (mark.node) {
        case RowNode::start: return start_node;
        case RowNode::end: return end_node;
        case RowNode::step:
            return is_end_beside(mark) ? end_node : std::string_view(steps_.steps[mark.step].key);
        case RowNode::none: return {};
        }
        return {};
    }

    void add(const Way& way) {
        const std::string_view from = node(*way.from);
        const std::string_view to = node(*way.to);
        if (from.empty() || to.empty() || from == end_node || to == start_node) {
            out_.findings.push_back(
                make_finding("READ-ARROW-LOOSE", place(*way.from), {}, way.label));
            return;
        }
        const std::string label = squeeze(way.label);
        Flow flow{.from = std::string(from),
                  .to = std::string(to),
                  .outcome = label.empty() ? std::nullopt : std::optional(label),
                  .kind = way.dashed ? FlowKind::consultation : FlowKind::sequence,
                  .from_pelaksana = way.from->lane,
                  .to_pelaksana = way.to->lane,
                  .provenance = Provenance::drawn,
                  .evidence = {}};
        const bool in_row = from == to;
        const auto same = std::ranges::find_if(out_.flow, [&](const Flow& known) {
            const bool lanes = known.from_pelaksana == flow.from_pelaksana &&
                               known.to_pelaksana == flow.to_pelaksana;
            return known.from == flow.from && known.to == flow.to &&
                   known.outcome == flow.outcome && known.kind == flow.kind && (!in_row || lanes);
        });
        if (same == out_.flow.end()) {
            out_.flow.push_back(std::move(flow));
        } else {
            same->from_pelaksana =
                same->from_pelaksana == flow.from_pelaksana ? same->from_pelaksana : std::nullopt;
            same->to_pelaksana =
                same->to_pelaksana == flow.to_pelaksana ? same->to_pelaksana : std::nullopt;
        }
    }

    [[nodiscard]] bool has_flow(std::string_view key, bool outgoing) const {
        return std::ranges::any_of(out_.flow, [&](const Flow& flow) {
            const bool in_row = flow.from == flow.to && !flow.outcome;
            return flow.kind == FlowKind::sequence && !in_row &&
                   (outgoing ? flow.from : flow.to) == key;
        });
    }

    /// A terminator alone in a step's row: the end if no arrow leaves it, the start if none comes
    /// to it.
    void add_terminators() {
        const PlacedMark* first_with_exit = nullptr;
        for (const PlacedMark& mark : steps_.marks) {
            if (mark.node != RowNode::step || mark.symbol != Symbol::terminator ||
                is_end_beside(mark)) {
                continue;
            }
            const std::string& key = steps_.steps[mark.step].key;
            const bool leaves = has_flow(key, true);
            if (!has_flow(key, false)) {
                add_start(key, Provenance::drawn);
            }
            if (!leaves) {
                out_.flow.push_back(Flow{
                    .from = key, .to = std::string(end_node), .provenance = Provenance::drawn});
            } else if (first_with_exit == nullptr) {
                first_with_exit = &mark;
            }
        }
        if (!has_flow(start_node, true)) {
            assume_start(first_with_exit);
        }
    }

    void add_start(const std::string& key, Provenance provenance) {
        out_.flow.insert(
            out_.flow.begin(),
            Flow{.from = std::string(start_node), .to = key, .provenance = provenance});
    }

    /// No start is drawn, or ways lead back to it: the first terminator that has a way out, else
    /// the first row.
    void assume_start(const PlacedMark* terminator) {
        if (terminator != nullptr) {
            add_start(steps_.steps[terminator->step].key, Provenance::drawn);
        } else if (!steps_.steps.empty()) {
            const std::string& key = steps_.steps.front().key;
            add_start(key, Provenance::order);
            out_.findings.push_back(make_finding("READ-START-ASSUMED", {}, {{"step", key}}));
        }
    }

    void report_ends() {
        for (const Step& step : steps_.steps) {
            const auto at = steps_.places.find(step.key);
            const Place where = at == steps_.places.end() ? Place{} : at->second;
            const bool in = has_flow(step.key, false);
            const bool out = has_flow(step.key, true);
            if (!in && !out) {
                out_.findings.push_back(
                    make_finding("READ-STEP-UNCONNECTED", where, {{"step", step.key}}));
            } else if (!out) {
                out_.findings.push_back(
                    make_finding("READ-IMPLICIT-END", where, {{"step", step.key}}));
            }
        }
    }

    const StepsReading& steps_;
    const Connectors& connectors_;
    std::map<std::uint32_t, const PlacedMark*> marks_;
    std::map<std::size_t, std::size_t> marks_in_step_;
    std::multimap<std::uint32_t, const GridArrow*> leaving_;
    std::vector<Way> ways_;
    DrawnFlow out_;
};

} // namespace

Connectors pair_connectors(std::span<const PlacedMark> marks) {
    std::map<PelaksanaIndex, std::vector<const PlacedMark*>> lanes;
    for (const PlacedMark& mark : marks) {
        if (mark.symbol == Symbol::connector) {
            lanes[mark.lane].push_back(&mark);
        }
    }
    Connectors out;
    for (auto& [lane, list] : lanes) {
        std::ranges::stable_sort(list, {}, &PlacedMark::row);
        for (std::size_t i = 0; i + 1 < list.size(); i += 2) {
            out.pairs.push_back({lane, list[i]->row, list[i + 1]->row});
            if (list[i]->id != 0 && list[i + 1]->id != 0) {
                out.partner.emplace(list[i]->id, list[i + 1]->id);
                out.partner.emplace(list[i + 1]->id, list[i]->id);
            }
        }
        if (list.size() % 2 == 1) {
            out.lone.push_back({.row = list.back()->row, .column = 0, .step = {}});
        }
    }
    return out;
}

DrawnFlow draw_flow(const StepsReading& steps, const Connectors& connectors,
                    std::span<const GridArrow> arrows) {
    return Drawing(steps, connectors, arrows).read(arrows);
}

} // namespace tertib
