// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/reference_sop.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <stdexcept>

namespace tertib::test {

namespace {

[[nodiscard]] std::uint64_t bit(std::size_t flow) {
    return std::uint64_t{1} << flow;
}

} // namespace

ReferenceSop::ReferenceSop(const Sop& sop) : sop_(&sop) {
    for (std::size_t i = 0; i < sop.flow().size(); ++i) {
        const Flow& flow = sop.flow()[i];
        if (flow.kind == FlowKind::sequence && !stays_in_row(flow)) {
            flows_.push_back(i);
        }
    }
    if (sop.flow().size() > 64) {
        throw std::runtime_error("the reference model takes at most 64 flows");
    }
    for (const Step& step : sop.steps()) {
        waktu_.push_back(ready(WaktuRequest{.waktu = step.waktu}));
    }
    explore();
    explore_unsettled();
}

std::vector<std::size_t> ReferenceSop::out(const std::string& node) const {
    std::vector<std::size_t> list;
    std::ranges::copy_if(flows_, std::back_inserter(list),
                         [&](std::size_t i) { return sop_->flow()[i].from == node; });
    return list;
}

std::vector<std::size_t> ReferenceSop::in(const std::string& node) const {
    std::vector<std::size_t> list;
    std::ranges::copy_if(flows_, std::back_inserter(list),
                         [&](std::size_t i) { return sop_->flow()[i].to == node; });
    return list;
}

bool ReferenceSop::is_gateway(const std::string& node) const {
    return std::ranges::any_of(sop_->gateways(),
                               [&](const Gateway& each) { return each.key == node; });
}

std::optional<std::size_t> ReferenceSop::step(std::string_view key) const {
    for (std::size_t i = 0; i < sop_->steps().size(); ++i) {
        if (sop_->steps()[i].key == key) {
            return i;
        }
    }
    return std::nullopt;
}

bool ReferenceSop::chooses(const std::string& node) const {
    const std::vector<std::size_t> flows = out(node);
    const std::optional<std::size_t> row = step(node);
    const bool decides = row && sop_->steps()[*row].kind == StepKind::decision && flows.size() > 1;
    return !is_gateway(node) && (decides || std::ranges::any_of(flows, [&](std::size_t i) {
                                     return sop_->flow()[i].outcome.has_value();
                                 }));
}

std::vector<std::size_t> ReferenceSop::leaving(const std::string& node,
                                               const std::string& outcome) const {
    std::vector<std::size_t> flows = out(node);
    if (!chooses(node)) {
        return outcome.empty() ? flows : std::vector<std::size_t>{};
    }
    for (const std::size_t flow : flows) {
        if (fold(sop_->flow()[flow].outcome.value_or("")) == fold(outcome)) {
            return {flow};
        }
    }
    return {};
}

bool ReferenceSop::leads_to(const std::string& from, const std::string& to) const {
    std::set<std::string> seen;
    std::vector<std::string> open{from};
    while (!open.empty()) {
        const std::string node = open.back();
        open.pop_back();
        for (const std::size_t flow : out(node)) {
            const std::string& next = sop_->flow()[flow].to;
            if (next == to) {
                return true;
            }
            if (seen.insert(next).second) {
                open.push_back(next);
            }
        }
    }
    return false;
}

std::uint64_t ReferenceSop::laid(std::uint64_t marking, std::vector<std::size_t> flows) const {
    while (!flows.empty()) {
        const std::size_t flow = flows.back();
        flows.pop_back();
        const std::string& node = sop_->flow()[flow].to;
        if (node == end_node) {
            continue;
        }
        if ((marking & bit(flow)) != 0) {
            throw std::runtime_error("two tokens on one flow: the Sop isn't sound");
        }
        marking |= bit(flow);
        std::uint64_t needed = 0;
        for (const std::size_t each : in(node)) {
            needed |= bit(each);
        }
        if (is_gateway(node) && (marking & needed) == needed) {
            marking &= ~needed;
            std::ranges::copy(out(node), std::back_inserter(flows));
        }
    }
    return marking;
}

void ReferenceSop::explore() {
    std::vector<std::uint64_t> open;
    const auto leave = [&](std::uint64_t rest, const std::string& node) {
        const std::vector<std::size_t> flows = out(node);
        if (chooses(node)) {
            for (const std::size_t flow : flows) {
                open.push_back(laid(rest, {flow}));
            }
        } else {
            open.push_back(laid(rest, flows));
        }
    };
    leave(0, std::string(start_node));
    while (!open.empty()) {
        const std::uint64_t marking = open.back();
        open.pop_back();
        if (!markings_.insert(marking).second) {
            continue;
        }
        for (const std::size_t flow : flows_) {
            const std::string& node = sop_->flow()[flow].to;
            if ((marking & bit(flow)) != 0 && step(node)) {
                leave(marking & ~bit(flow), node);
            }
        }
    }
}

void ReferenceSop::explore_unsettled() {
    std::vector<std::uint64_t> open;
    const auto leave = [&](std::uint64_t rest, const std::string& node) {
        std::uint64_t all = rest;
        for (const std::size_t flow : out(node)) {
            const std::uint64_t token = sop_->flow()[flow].to == end_node ? 0 : bit(flow);
            all |= token;
            if (chooses(node)) {
                open.push_back(rest | token);
            }
        }
        if (!chooses(node)) {
            open.push_back(all);
        }
    };
    leave(0, std::string(start_node));
    while (!open.empty()) {
        const std::uint64_t marking = open.back();
        open.pop_back();
        if (!unsettled_.insert(marking).second) {
            continue;
        }
        for (const std::size_t flow : flows_) {
            const std::string& node = sop_->flow()[flow].to;
            std::uint64_t needed = bit(flow);
            for (const std::size_t each : is_gateway(node) ? in(node) : std::vector{flow}) {
                needed |= bit(each);
            }
            if ((marking & needed) == needed && node != end_node) {
                leave(marking & ~needed, node);
            }
        }
    }
}

std::vector<ReferenceSop::Link> ReferenceSop::links(std::size_t step) const {
    std::vector<Link> links;
    const std::vector<std::string>& needed = sop_->steps()[step].kelengkapan;
    for (std::size_t place = 0; place < needed.size(); ++place) {
        for (std::size_t maker = step; maker-- > 0;) {
            const std::vector<std::string>& made = sop_->steps()[maker].produk;
            const auto same = [&](const std::string& produk) {
                return fold(produk) == fold(needed[place]);
            };
            const auto found = std::ranges::find_if(made, same);
            if (found != made.end()) {
                links.push_back({place, maker, static_cast<std::size_t>(found - made.begin())});
                break;
            }
        }
    }
    return links;
}

} // namespace tertib::test
