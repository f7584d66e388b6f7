// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/overlay.hpp"

#include "model/overlay_flow.hpp"
#include "model/overlay_identity.hpp"
#include "model/sop_digest.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tertib {
namespace {

/// Names in a row, for a message.
std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += text.empty() ? "" : ", ";
        text += name;
    }
    return text;
}

/// Lines of an entry without those that are still blank.
std::vector<std::string> filled_in(const std::vector<std::string>& lines) {
    std::vector<std::string> kept;
    std::ranges::copy_if(lines, std::back_inserter(kept),
                         [](const std::string& line) { return !trim(line).empty(); });
    return kept;
}

/// Applies an overlay part by part. Every entry either fits and is applied, or becomes a finding.
class Applying {
public:
    Applying(const Sop& sop, const Overlay& overlay)
        : sop_(sop),
          overlay_(overlay),
          parts_(sop.parts()) {
        for (std::size_t i = 0; i < parts_.steps.size(); ++i) {
            step_index_.emplace(parts_.steps[i].key, i);
        }
    }

    OverlayResult run() {
        compare_digest();
        set_identity();
        set_outside();
        assign();
        set_outcomes();
        set_optional();
        set_flow_of_nodes();
        check_references();
        tell_open();
        return {Sop(std::move(parts_)), std::move(findings_)};
    }

private:
    void tell(std::string_view code, std::string step, std::vector<Argument> arguments) {
        Place where;
        where.step = std::move(step);
        findings_.push_back(make_finding(code, std::move(where), std::move(arguments)));
    }

    /// The step, or nullptr after a finding.
    Step* step(const std::string& key, std::string_view section) {
        const auto found = step_index_.find(key);
        if (found == step_index_.end()) {
            tell("OVERLAY-UNKNOWN-STEP", "", {{"step", key}, {"section", std::string(section)}});
            return nullptr;
        }
        return &parts_.steps[found->second];
    }

    std::optional<PelaksanaIndex> pelaksana(const std::string& name, const std::string& step) {
        const auto found = sop_.find_pelaksana(name);
        if (!found) {
            tell("OVERLAY-UNKNOWN-PELAKSANA", step,
                 {{"pelaksana", name}, {"known", listed(parts_.pelaksana)}});
        }
        return found;
    }

    void replaced(const std::string& step, std::string entry) {
        tell("OVERLAY-REPLACES", step, {{"entry", std::move(entry)}});
    }

    void still_open(std::string entry) { open_.push_back(std::move(entry)); }

    void compare_digest();
    void set_identity();
    void set_outside();
    void assign();
    std::optional<std::vector<Mark>> marks_for(const std::string& key,
                                               const std::vector<std::string>& names);
    void set_outcomes();
    void set_optional();
    void set_flow_of_nodes();
    void check_references();
    void tell_open();
    void forget_unknown_marks(const std::string& key);
    [[nodiscard]] std::string optional_text(const OptionalSteps& optional) const;

    const Sop& sop_;
    const Overlay& overlay_;
    SopParts parts_;
    std::map<std::string, std::size_t, std::less<>> step_index_;
    std::vector<Finding> findings_;
    std::vector<std::string> open_; ///< entries that nobody has filled in
};

void Applying::compare_digest() {
    if (overlay_.sop_digest.empty() || overlay_.sop_digest == sop_.digest()) {
        return;
    }
    std::vector<std::string> changed;
    if (!overlay_.basis.empty()) {
        std::map<std::string, std::string> now = part_digests(parts_);
        for (const auto& [part, digest] : overlay_.basis) {
            const auto found = now.find(part);
            if (found == now.end() || found->second != digest) {
                changed.push_back(part);
            }
            if (found != now.end()) {
                now.erase(found);
            }
        }
        for (const auto& [part, digest] : now) {
            changed.push_back(part); // new since then
        }
    }
    if (changed.empty()) {
        tell("OVERLAY-DIGEST-UNNAMED", "", {});
    } else {
        tell("OVERLAY-DIGEST", "", {{"parts", listed(changed)}});
    }
}

void Applying::set_identity() {
    for (const auto& [field, lines] : overlay_.identity) {
        const std::vector<std::string> given = filled_in(lines);
        if (given.empty()) {
            still_open("identity " + field);
            continue;
        }
        FieldSetting setting = set_field(std::move(parts_.identity), field, given);
        parts_.identity = std::move(setting.identity);
        std::ranges::move(setting.findings, std::back_inserter(findings_));
        if (setting.replaced) {
            replaced("", "identity " + field);
        }
    }
}

void Applying::set_outside() {
    for (const std::string& name : filled_in(overlay_.pelaksana_luar)) {
        if (const auto index = pelaksana(name, "")) {
            parts_.pelaksana_luar.push_back(*index);
        }
    }
    std::ranges::sort(parts_.pelaksana_luar);
    const auto twice = std::ranges::unique(parts_.pelaksana_luar);
    parts_.pelaksana_luar.erase(twice.begin(), twice.end());
}

/// The marks that the names stand for; nothing if one of them is no pelaksana of this SOP, for
/// half of an assignment would say something that nobody said.
std::optional<std::vector<Mark>> Applying::marks_for(const std::string& key,
                                                     const std::vector<std::string>& names) {
    std::vector<Mark> marks;
    bool complete = true;
    for (const std::string& name : names) {
        const auto index = pelaksana(name, key);
        complete = complete && index.has_value();
        if (index && std::ranges::find(marks, *index, &Mark::pelaksana) == marks.end()) {
            marks.push_back({.pelaksana = *index, .symbol = Symbol::unspecified});
        }
    }
    return complete ? std::optional(std::move(marks)) : std::nullopt;
}

void Applying::assign() {
    for (const auto& [key, names] : overlay_.assign) {
        Step* const found = step(key, "assign");
        const std::vector<std::string> given = filled_in(names);
        if (found != nullptr && given.empty()) {
            still_open("assign " + key);
        }
        if (found == nullptr || given.empty()) {
            continue;
        }
        auto marks = marks_for(key, given);
        if (!marks) {
            continue;
        }
        const auto lanes = [](const std::vector<Mark>& all) {
            std::vector<PelaksanaIndex> indexes;
            std::ranges::transform(all, std::back_inserter(indexes), &Mark::pelaksana);
            std::ranges::sort(indexes);
            return indexes;
        };
        if (lanes(*marks) == lanes(found->marks)) {
            continue; // says what the document says, whose symbols are worth keeping
        }
        if (!found->marks.empty()) {
            replaced(key, "assign " + key);
            forget_unknown_marks(key);
        }
        found->marks = std::move(*marks);
    }
}

/// Members that this version doesn't know go with the marks that they belonged to.
void Applying::forget_unknown_marks(const std::string& key) {
    const std::string prefix =
        "/steps/" + std::to_string(step_index_.find(key)->second) + "/marks/";
    std::erase_if(parts_.unknown_members,
                  [&](const UnknownMember& member) { return member.pointer.starts_with(prefix); });
}

void Applying::set_outcomes() {
    for (const auto& [key, names] : overlay_.outcomes) {
        Step* const found = step(key, "outcomes");
        const std::vector<std::string> given = filled_in(names);
        if (found != nullptr && given.empty()) {
            still_open("outcomes " + key);
        }
        if (found == nullptr || given.empty() || given == found->outcomes) {
            continue;
        }
        if (!found->outcomes.empty()) {
            replaced(key, "outcomes " + key);
        }
        found->kind = StepKind::decision;
        found->outcomes.clear();
        const auto add = [&](const std::string& outcome) {
            if (std::ranges::find(found->outcomes, outcome) == found->outcomes.end()) {
                found->outcomes.push_back(outcome);
            }
        };
        std::ranges::for_each(given, add);
        for (const Flow& flow : parts_.flow) {
            if (flow.from == key && flow.outcome) {
                add(*flow.outcome); // an exit that is drawn stays an exit
            }
        }
    }
}

std::string Applying::optional_text(const OptionalSteps& optional) const {
    std::string text = squeeze(optional.when);
    if (const std::string reason = squeeze(optional.reason); !reason.empty()) {
        text += (text.empty() ? "" : "; ") + reason;
    }
    if (!overlay_.by.empty()) {
        text += (text.empty() ? "" : " ") + std::string("(") + overlay_.by + ")";
    }
    return text;
}

void Applying::set_optional() {
    for (const OptionalSteps& each : overlay_.optional) {
        for (const std::string& key : each.steps) {
            Step* const found = step(key, "optional");
            if (found == nullptr) {
                continue;
            }
            const std::string text = optional_text(each);
            if (found->optional && *found->optional != text) {
                replaced(key, "optional " + key);
            }
            found->optional = text;
        }
    }
}

void Applying::set_flow_of_nodes() {
    for (const OverlayFlow& each : overlay_.flow) {
        if (trim(each.to).empty()) {
            still_open("flow " + each.from + (each.outcome ? " " + *each.outcome : ""));
        }
    }
    FlowSetting setting = set_flow(std::move(parts_), overlay_.flow, overlay_.by);
    parts_ = std::move(setting.parts);
    std::ranges::move(setting.findings, std::back_inserter(findings_));
}

/// Four eyes and waivers change no step, but what they speak of must be there.
void Applying::check_references() {
    for (const FourEyes& each : overlay_.four_eyes) {
        for (const std::string& key : each.steps) {
            step(key, "four_eyes");
        }
    }
    for (const Waiver& waiver : overlay_.waivers) {
        for (const std::string& key : waiver.steps) {
            step(key, "waivers");
        }
        const bool signed_off = !trim(waiver.by).empty() || !trim(overlay_.by).empty();
        if (!signed_off || trim(waiver.reason).empty()) {
            tell("OVERLAY-WAIVER", "", {{"code", waiver.code}});
        }
    }
}

void Applying::tell_open() {
    if (!open_.empty()) {
        tell("OVERLAY-OPEN", "", {{"entries", listed(open_)}});
    }
}

} // namespace

OverlayResult apply_overlay(const Sop& sop, const Overlay& overlay) {
    return Applying(sop, overlay).run();
}

} // namespace tertib
