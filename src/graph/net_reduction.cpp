// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/net_reduction.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tertib {

namespace {

constexpr std::uint64_t max_work = 200'000'000;
constexpr int max_passes = 10'000;

} // namespace

std::size_t ReducedNet::transition_count() const noexcept {
    return static_cast<std::size_t>(std::ranges::count(transitions_, true, &Transition::alive));
}

ReducedNet::Id ReducedNet::add(std::vector<Place> inputs, std::vector<Place> outputs) {
    std::ranges::sort(outputs);
    const Id id = static_cast<Id>(transitions_.size());
    for (const Place place : inputs) {
        consumers_[place].push_back(id);
    }
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (i == 0 || outputs[i] != outputs[i - 1]) {
            producers_[outputs[i]].push_back(id);
        }
    }
    transitions_.push_back({std::move(inputs), std::move(outputs), true});
    return id;
}

void ReducedNet::remove(Id id) {
    Transition& transition = transitions_[id];
    for (const Place place : transition.inputs) {
        work_ += consumers_[place].size();
        std::erase(consumers_[place], id);
    }
    for (const Place place : transition.outputs) {
        work_ += producers_[place].size();
        std::erase(producers_[place], id);
    }
    transition = {{}, {}, false};
}

/// Takes a place, with its consumers that take from nothing else, out of the net.
void ReducedNet::remove_place(Place place) {
    const std::vector<Id> producers = std::move(producers_[place]);
    producers_[place].clear();
    for (const Id id : producers) {
        work_ += transitions_[id].outputs.size();
        std::erase(transitions_[id].outputs, place);
    }
    const std::vector<Id> consumers = std::move(consumers_[place]);
    consumers_[place].clear();
    for (const Id id : consumers) {
        std::erase(transitions_[id].inputs, place);
        if (transitions_[id].inputs.empty()) {
            remove(id);
        }
    }
}

void ReducedNet::reduce() {
    for (int i = 0; i < max_passes && work_ < max_work; ++i) {
        if (!pass()) {
            return;
        }
    }
}

/// Tries each rule everywhere once; true if any applied.
bool ReducedNet::pass() {
    bool changed = false;
    for (Place place = 0; place < consumers_.size() && work_ < max_work; ++place) {
        ++work_;
        if (consumers_[place].empty()) {
            continue;
        }
        changed = drop_twin_transitions(place) || changed;
        changed = drop_idle(place) || changed;
        changed = drop_sink(place) || changed;
        changed = inline_place(place) || changed;
    }
    for (Id id = 0; id < transitions_.size() && work_ < max_work; ++id) {
        ++work_;
        changed = (transitions_[id].alive && drop_twin_places(id)) || changed;
    }
    return changed;
}

bool ReducedNet::drop_idle(Place place) {
    if (consumers_[place].size() < 2) {
        return false;
    }
    for (const Id id : consumers_[place]) {
        const Transition& each = transitions_[id];
        ++work_;
        if (each.inputs.size() == 1 && each.outputs == each.inputs) {
            remove(id);
            return true;
        }
    }
    return false;
}

bool ReducedNet::only_consumed(Place place) const {
    return !consumers_[place].empty() && std::ranges::all_of(consumers_[place], [this](Id id) {
        return transitions_[id].inputs.size() == 1 && transitions_[id].outputs.empty();
    });
}

bool ReducedNet::drop_sink(Place place) {
    const std::vector<Id>& producers = producers_[place];
    if (starts_with_token(place) || producers.empty() || !only_consumed(place)) {
        return false;
    }
    const std::vector<Place>& inputs = transitions_[producers.front()].inputs;
    work_ += producers.size();
    const bool fits = std::ranges::all_of(producers, [&](Id id) {
        return transitions_[id].outputs.size() == 1 && transitions_[id].inputs == inputs;
    });
    if (fits) {
        remove_place(place);
    }
    return fits;
}

bool ReducedNet::may_inline(Place place) const {
    const std::vector<Id>& producers = producers_[place];
    const std::vector<Id>& consumers = consumers_[place];
    if (starts_with_token(place) || producers.empty() || consumers.empty() ||
        producers.size() * consumers.size() > producers.size() + consumers.size() ||
        only_consumed(place)) {
        return false;
    }
    std::size_t arcs = 0;
    std::size_t put = 0;
    for (const Id id : consumers) {
        const Transition& each = transitions_[id];
        if (each.inputs.size() != 1 || std::ranges::binary_search(each.outputs, place)) {
            return false;
        }
        arcs += 1 + each.outputs.size();
        put += each.outputs.size();
    }
    std::size_t arcs_after = producers.size() * put;
    for (const Id id : producers) {
        const Transition& each = transitions_[id];
        if (std::ranges::count(each.outputs, place) != 1) {
            return false;
        }
        arcs += each.inputs.size() + each.outputs.size();
        arcs_after += consumers.size() * (each.inputs.size() + each.outputs.size() - 1);
        // A place in both would be given two tokens at once where one could have gone before.
        for (const Id next : consumers) {
            std::vector<Place> both;
            std::ranges::set_intersection(each.outputs, transitions_[next].outputs,
                                          std::back_inserter(both));
            if (!both.empty()) {
                return false;
            }
        }
    }
    return arcs_after <= arcs;
}

bool ReducedNet::inline_place(Place place) {
    work_ += producers_[place].size() + consumers_[place].size();
    for (const Id id : producers_[place]) {
        work_ += transitions_[id].outputs.size();
    }
    if (!may_inline(place)) {
        return false;
    }
    const std::vector<Id> producers = producers_[place];
    const std::vector<Id> consumers = consumers_[place];
    for (const Id id : producers) {
        for (const Id next : consumers) {
            std::vector<Place> outputs = transitions_[id].outputs;
            std::erase(outputs, place);
            const std::vector<Place>& put = transitions_[next].outputs;
            outputs.insert(outputs.end(), put.begin(), put.end());
            work_ += outputs.size();
            add(transitions_[id].inputs, std::move(outputs));
        }
    }
    for (const Id id : producers) {
        remove(id);
    }
    for (const Id id : consumers) {
        remove(id);
    }
    return true;
}

bool ReducedNet::drop_twin_transitions(Place place) {
    if (consumers_[place].size() < 2) {
        return false;
    }
    std::map<std::pair<std::vector<Place>, std::vector<Place>>, Id> seen;
    std::vector<Id> twins;
    for (const Id id : consumers_[place]) {
        const Transition& each = transitions_[id];
        work_ += each.inputs.size() + each.outputs.size();
        if (!seen.try_emplace({each.inputs, each.outputs}, id).second) {
            twins.push_back(id);
        }
    }
    for (const Id id : twins) {
        remove(id);
    }
    return !twins.empty();
}

bool ReducedNet::drop_twin_places(Id id) {
    if (transitions_[id].outputs.size() < 2) {
        return false;
    }
    std::map<std::pair<std::vector<Id>, std::vector<Id>>, Place> seen;
    std::vector<Place> twins;
    Place last = UINT32_MAX;
    for (const Place place : transitions_[id].outputs) {
        if (place == std::exchange(last, place) || starts_with_token(place)) {
            continue;
        }
        std::vector<Id> producers = producers_[place];
        // Any two places from which tokens are only consumed are alike in what follows.
        std::vector<Id> consumers = only_consumed(place) ? std::vector<Id>{} : consumers_[place];
        const auto times = [&](Id each) {
            return std::ranges::count(transitions_[each].outputs, place) == 1;
        };
        work_ += producers.size() + consumers.size() + 1;
        if (consumers.empty() != only_consumed(place) || !std::ranges::all_of(producers, times)) {
            continue;
        }
        std::ranges::sort(producers);
        std::ranges::sort(consumers);
        if (!seen.try_emplace({std::move(producers), std::move(consumers)}, place).second) {
            twins.push_back(place);
        }
    }
    for (const Place place : twins) {
        remove_place(place);
    }
    return !twins.empty();
}

PlainNet ReducedNet::plain() const {
    PlainNet net;
    net.source = source_;
    const auto span = [](const std::vector<Place>& places) {
        static_assert(sizeof(Place) == sizeof(PlaceIndex));
        return std::span(reinterpret_cast<const PlaceIndex*>(places.data()), places.size());
    };
    for (const Transition& each : transitions_) {
        net.inputs.push_back(span(each.inputs));
        net.outputs.push_back(span(each.outputs));
    }
    net.few_consumers = consumers_;
    return net;
}

} // namespace tertib
