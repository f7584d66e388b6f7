// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/sop.hpp"

#include "model/sop_digest.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "time/waktu_shape.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>

namespace tertib {
namespace {

/// start, end, and g with digits name nodes that are no steps.
bool reserved(std::string_view key) {
    if (key == start_node || key == end_node) {
        return true;
    }
    return key.size() > 1 && key.front() == 'g' &&
           key.find_first_not_of("0123456789", 1) == key.npos;
}

[[noreturn]] void refuse(const std::string& what) {
    throw Error(ErrorCode::argument, what);
}

void check_pelaksana(const SopParts& parts) {
    std::unordered_set<std::string> names;
    for (const std::string& name : parts.pelaksana) {
        if (trim(name).empty()) {
            refuse("a pelaksana has no name");
        }
        if (!names.insert(fold(name)).second) {
            refuse("two pelaksana are named " + name);
        }
    }
    for (std::size_t i = 0; i < parts.pelaksana_luar.size(); ++i) {
        const auto index = static_cast<std::size_t>(parts.pelaksana_luar[i]);
        if (index >= parts.pelaksana.size() ||
            (i > 0 && parts.pelaksana_luar[i] <= parts.pelaksana_luar[i - 1])) {
            refuse("pelaksana_luar must name columns in ascending order");
        }
    }
}

void check_marks(const SopParts& parts, const Step& step) {
    for (const Mark& mark : step.marks) {
        if (static_cast<std::size_t>(mark.pelaksana) >= parts.pelaksana.size()) {
            refuse("step " + step.key + " has a mark of a pelaksana that isn't there");
        }
    }
}

void check_waktu(const SopParts& parts) {
    for (const Step& step : parts.steps) {
        if (const auto wrong = wrong_shape(step.waktu)) {
            refuse("the waktu of step " + step.key + " " + *wrong);
        }
    }
    if (const auto wrong = parts.total ? wrong_shape(*parts.total) : std::nullopt) {
        refuse("the total " + *wrong);
    }
}

using Names = std::unordered_set<std::string_view>;

Names check_nodes(const SopParts& parts) {
    Names names = {start_node, end_node};
    for (const Step& step : parts.steps) {
        if (step.key.empty() || reserved(step.key)) {
            refuse("a step can't have the key '" + step.key + "'");
        }
        if (!names.insert(step.key).second) {
            refuse("two steps have the key " + step.key);
        }
        check_marks(parts, step);
    }
    for (const Gateway& gateway : parts.gateways) {
        if (!reserved(gateway.key) || !names.insert(gateway.key).second) {
            refuse("a gateway can't have the key '" + gateway.key + "'");
        }
    }
    return names;
}

void check_flow(const SopParts& parts, const Names& names) {
    const auto lane_exists = [&](const std::optional<PelaksanaIndex>& lane) {
        return !lane || static_cast<std::size_t>(*lane) < parts.pelaksana.size();
    };
    for (const Flow& flow : parts.flow) {
        const std::string text = "the flow from " + flow.from + " to " + flow.to;
        if (!names.contains(flow.from) || !names.contains(flow.to)) {
            refuse(text + " joins a node that isn't there");
        }
        if (flow.to == start_node || flow.from == end_node) {
            refuse(text + " goes into start or out of end");
        }
        if (!lane_exists(flow.from_pelaksana) || !lane_exists(flow.to_pelaksana)) {
            refuse(text + " names a pelaksana that isn't there");
        }
    }
}

} // namespace

Sop::Sop(SopParts parts) : parts_(std::move(parts)), by_key_(parts_.steps.size()) {
    check_pelaksana(parts_);
    check_flow(parts_, check_nodes(parts_));
    check_waktu(parts_);
    std::iota(by_key_.begin(), by_key_.end(), std::size_t{0});
    std::ranges::sort(by_key_, {},
                      [&](std::size_t i) { return std::string_view(parts_.steps[i].key); });
    digest_ = canonical_digest(parts_);
}

const Step* Sop::step(std::string_view key) const noexcept {
    const auto key_of = [&](std::size_t i) { return std::string_view(parts_.steps[i].key); };
    const auto found = std::ranges::lower_bound(by_key_, key, {}, key_of);
    return found != by_key_.end() && key_of(*found) == key ? &parts_.steps[*found] : nullptr;
}

const std::string& Sop::pelaksana_name(PelaksanaIndex index) const {
    const auto at = static_cast<std::size_t>(index);
    if (at >= parts_.pelaksana.size()) {
        refuse("there is no pelaksana number " + std::to_string(at));
    }
    return parts_.pelaksana[at];
}

std::optional<PelaksanaIndex> Sop::find_pelaksana(std::string_view name) const {
    const std::string wanted = fold(name);
    const auto found = std::ranges::find(parts_.pelaksana, wanted,
                                         [](const std::string& each) { return fold(each); });
    if (found == parts_.pelaksana.end()) {
        return std::nullopt;
    }
    return static_cast<PelaksanaIndex>(found - parts_.pelaksana.begin());
}

bool Sop::outside_office(PelaksanaIndex index) const noexcept {
    return std::ranges::binary_search(parts_.pelaksana_luar, index);
}

} // namespace tertib
