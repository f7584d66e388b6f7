// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "align_verb.hpp"

#include "input.hpp"
#include "page.hpp"
#include "reason.hpp"

#include "tertib/base/error.hpp"
#include "tertib/check/align.hpp"
#include "tertib/check/fitness_json.hpp"
#include "tertib/check/net_traces.hpp"
#include "tertib/graph/step_graph.hpp"
#include "tertib/log/variants.hpp"
#include "tertib/read/pnml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace tertib::tool {
namespace {

PetriNet load_net(const std::string& path) {
    PnmlOptions options;
    options.name = path;
    const std::string bytes = read_input(path, options.max_bytes);
    try {
        return read_pnml(bytes, options).net;
    } catch (const Error& error) {
        throw unreadable(path, error, InputKind::json);
    }
}

/// A net and which of its labels each activity of the log has.
struct Model {
    PetriNet net;
    std::vector<LabelIndex> labels;
    std::string path;
    Exit exit = Exit::done;
};

Model model_of(const AlignRequest& request, const EventLog& log, const LogMap& map,
               const Manner& manner) {
    if (!request.net.empty()) {
        PetriNet net = load_net(request.net);
        std::vector<LabelIndex> labels = labels_by_name(net, log);
        return {.net = std::move(net), .labels = std::move(labels), .path = request.net};
    }
    const Document document = load_documents(request.sop, manner.language).front();
    const StepGraph graph(document.sop);
    PetriNet net = petri_net(graph);
    std::vector<LabelIndex> labels = labels_by_step(net, match_steps(log, document.sop, map));
    return {.net = std::move(net),
            .labels = std::move(labels),
            .path = request.sop.path,
            .exit = tell_overlays(document, manner.language)};
}

/// Says which activities the model doesn't know: each of their events is a deviation.
void tell_unknown(const EventLog& log, std::span<const LabelIndex> labels, const Manner& manner) {
    constexpr std::size_t most = 10;
    std::string names;
    std::size_t count = 0;
    for (Code code = 1; code < labels.size(); ++code) {
        if (labels[code] != unknown_label) {
            continue;
        }
        if (++count <= most) {
            names += (names.empty() ? "" : ", ") + std::string(log.activities().text(code));
        }
    }
    if (count > 0) {
        const std::vector<Argument> arguments = {{"count", std::to_string(count)},
                                                 {"names", count > most ? names + " …" : names}};
        say(printable(text_of("UI-ALIGN-UNKNOWN", manner.language, arguments)));
    }
}

Watch watch_for(std::optional<std::uint32_t> seconds) {
    if (!seconds) {
        return {};
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(*seconds);
    return [end](const Progress&) {
        return std::chrono::steady_clock::now() < end ? Go::on : Go::stop;
    };
}

std::string ratio(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::fixed, 4);
    return {digits.data(), end.ptr};
}

std::string as_text(const LogFitness& fitness, const Manner& manner) {
    Page page(manner.terminal, manner.language);
    page.heading(page.text("UI-ALIGN-TITLE"));
    TextTable table;
    const auto add = [&](std::string_view code, std::string value) {
        table.rows.push_back({page.text(code), std::move(value)});
    };
    add("UI-LOG-CASES", std::to_string(fitness.cases));
    add("UI-LOG-EVENTS", std::to_string(fitness.events));
    add("UI-ALIGN-VARIANTS", std::to_string(fitness.variants));
    add("UI-ALIGN-PERFECT", std::to_string(fitness.perfect));
    add("UI-ALIGN-COST", std::to_string(fitness.cost));
    if (fitness.bounded_variants > 0) {
        add("UI-ALIGN-LOWER", std::to_string(fitness.cost_lower));
        add("UI-ALIGN-BOUNDED", std::to_string(fitness.bounded_variants));
    }
    add("UI-ALIGN-SHORTEST", std::to_string(fitness.min_model_cost));
    add("UI-ALIGN-MEAN", ratio(fitness.avg_fitness));
    add("UI-ALIGN-OVERALL", ratio(fitness.log_fitness));
    page.table(std::move(table), 2);
    page.heading(page.text("UI-ALIGN-COSTS"));
    TextTable costs;
    for (const auto& [cost, cases] : fitness.histogram) {
        costs.rows.push_back({std::to_string(cost), std::to_string(cases)});
    }
    page.table(std::move(costs), 2);
    return page.take();
}

} // namespace

Outcome align_verb(const AlignRequest& request, const Manner& manner) {
    if (request.net.empty() == request.sop.path.empty()) {
        throw Failure(Exit::usage, "UI-USAGE-ALIGN");
    }
    const Watch watch = watch_for(request.budget_seconds);
    const auto [reading, map] = load_log(request.log, LogUse::steps);
    const Model model = model_of(request, reading.log, map, manner);
    tell_unknown(reading.log, model.labels, manner);
    const NetTraces traces(find_variants(reading.log), model.labels);
    AlignOptions options;
    options.watch = watch;
    try {
        const LogFitness fitness =
            log_fitness(traces.all(), align(model.net, traces.all(), options));
        return {.text = manner.answer == Answer::json ? to_json(fitness) : as_text(fitness, manner),
                .exit = model.exit};
    } catch (const Error& error) {
        throw Failure(Exit::unreadable, "UI-USAGE-ALIGN-NET",
                      {{"file", model.path}, {"reason", error.what()}});
    }
}

} // namespace tertib::tool
