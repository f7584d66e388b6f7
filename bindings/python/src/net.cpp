// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "net.hpp"

#include "event_log.hpp"
#include "sop.hpp"

#include "tertib/base/watch.hpp"
#include "tertib/check/align.hpp"
#include "tertib/check/fitness.hpp"
#include "tertib/check/fitness_json.hpp"
#include "tertib/check/net_traces.hpp"
#include "tertib/check/precision.hpp"
#include "tertib/check/replay.hpp"
#include "tertib/check/replay_counts.hpp"
#include "tertib/graph/petri_net.hpp"
#include "tertib/graph/step_graph.hpp"
#include "tertib/log/step_match.hpp"
#include "tertib/read/pnml.hpp"

#include <pybind11/stl.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;

namespace tertib::python {
namespace {

using Released = py::call_guard<py::gil_scoped_release>;

struct HeldNet {
    PetriNet net;
    std::shared_ptr<Document> document; ///< the SOP whose net it is, or none
};
using SharedNet = std::shared_ptr<HeldNet>;

/// Kind, activity of the log, label of the net.
using Move = std::tuple<std::string, std::optional<std::string>, std::optional<std::string>>;
/// Activities, cases, cost, what it can't be below, moves.
using Aligned = std::tuple<std::vector<std::string>, std::uint64_t, std::uint32_t, std::uint32_t,
                           std::vector<Move>>;
/// The figures as JSON, the variants, precision, whether the budget ended the work.
using AlignedLog = std::tuple<std::string, std::vector<Aligned>, std::optional<double>, bool>;
/// Activities, cases, verdict, the event that it is about.
using Replayed =
    std::tuple<std::vector<std::string>, std::uint64_t, std::string, std::optional<std::uint32_t>>;
using ReplayedLog = std::tuple<std::string, std::vector<Replayed>>;

SharedNet net_of_pnml(const py::bytes& data, const std::string& file) {
    const std::string bytes = data;
    const py::gil_scoped_release released;
    PnmlOptions options;
    options.name = file;
    return std::make_shared<HeldNet>(HeldNet{read_pnml(bytes, options).net, nullptr});
}

SharedNet net_of_sop(const std::shared_ptr<Document>& document) {
    const StepGraph graph(document->sop);
    return std::make_shared<HeldNet>(HeldNet{petri_net(graph), document});
}

NetTraces traces_of(const HeldNet& held, const ReadLog& log, const std::string& map) {
    return held.document != nullptr
               ? NetTraces(log.variants(),
                           labels_by_step(held.net,
                                          match_steps(log.log(), held.document->sop, map_of(map))))
               : NetTraces(log.variants(), labels_by_name(held.net, log.log()));
}

/// Ends the work after the seconds given, and lets the interpreter's signals raise meanwhile.
Watch watch_for(std::optional<double> seconds) {
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds between_signals{50};
    const Clock::time_point begin = Clock::now();
    return [seconds, begin, asked = begin](const Progress&) mutable {
        const Clock::time_point now = Clock::now();
        if (now - asked >= between_signals) {
            asked = now;
            const py::gil_scoped_acquire acquired;
            if (PyErr_CheckSignals() != 0) {
                throw py::error_already_set();
            }
        }
        return seconds && std::chrono::duration<double>(now - begin).count() >= *seconds ? Go::stop
                                                                                         : Go::on;
    };
}

const char* kind_name(AlignMoveKind kind) noexcept {
    switch (kind) {
    case AlignMoveKind::synchronous: return "synchronous";
    case AlignMoveKind::log: return "log";
    case AlignMoveKind::model: return "model";
    case AlignMoveKind::silent: return "silent";
    }
    return "";
}

std::vector<Move> moves_of(const PetriNet& net, const std::vector<std::string>& activities,
                           const TraceAlignment& found) {
    std::vector<Move> moves;
    moves.reserve(found.moves.size());
    for (const AlignMove& each : found.moves) {
        const auto label = each.transition ? net.label(*each.transition) : std::nullopt;
        moves.emplace_back(kind_name(each.kind),
                           each.event ? std::optional(activities[*each.event]) : std::nullopt,
                           label ? std::optional(net.name(*label)) : std::nullopt);
    }
    return moves;
}

AlignedLog align_log(const HeldNet& held, const ReadLog& log, const std::string& map,
                     std::optional<double> seconds, std::size_t max_states, std::size_t max_bytes,
                     bool kept) {
    const NetTraces traces = traces_of(held, log, map);
    const Alignments found = align(held.net, traces.all(),
                                   {.max_states = max_states,
                                    .max_bytes = max_bytes,
                                    .moves = kept ? AlignMoves::kept : AlignMoves::left_out,
                                    .watch = watch_for(seconds)});
    std::optional<double> precision;
    if (kept) {
        if (const auto known = log_precision(held.net, traces.all(), found, max_states)) {
            precision = known->value();
        }
    }
    std::vector<Aligned> variants;
    variants.reserve(found.traces.size());
    for (std::size_t i = 0; i < found.traces.size(); ++i) {
        const Variant& variant = log.variants().all()[i];
        const TraceAlignment& each = found.traces[i];
        std::vector<std::string> activities = texts_of(log.log(), variant);
        std::vector<Move> moves = moves_of(held.net, activities, each);
        variants.emplace_back(std::move(activities), variant.cases, each.upper, each.lower,
                              std::move(moves));
    }
    return {to_json(log_fitness(traces.all(), found)), std::move(variants), precision,
            found.stopped};
}

ReplayedLog replay_log(const HeldNet& held, const ReadLog& log, const std::string& map,
                       std::optional<double> seconds, std::size_t max_states) {
    const NetTraces traces = traces_of(held, log, map);
    const std::vector<TraceReplay> answers =
        replay(held.net, traces.all(), {.max_states = max_states, .watch = watch_for(seconds)});
    std::vector<Replayed> variants;
    variants.reserve(answers.size());
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const Variant& variant = log.variants().all()[i];
        variants.emplace_back(texts_of(log.log(), variant), variant.cases,
                              std::string(name(answers[i].verdict)), answers[i].event);
    }
    return {to_json(replay_counts(traces.all(), answers)), std::move(variants)};
}

std::vector<std::string> labels(const HeldNet& held) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < held.net.label_count(); ++i) {
        all.push_back(held.net.name(static_cast<LabelIndex>(i)));
    }
    return all;
}

} // namespace

void bind_net(py::module_& module) {
    py::class_<HeldNet, SharedNet>(module, "Net", "A net in the library's hands.")
        .def_static("from_pnml", &net_of_pnml, py::arg("data"), py::arg("file"),
                    "The net of a PNML file's bytes.")
        .def_static("from_sop", &net_of_sop, py::arg("sop"), Released(), "The net of an SOP.")
        .def("align", &align_log, py::arg("log"), py::arg("map"), py::arg("seconds"),
             py::arg("max_states"), py::arg("max_bytes"), py::arg("moves"), Released(),
             "tertib.align/1, the variants, precision, whether it was ended.")
        .def("replay", &replay_log, py::arg("log"), py::arg("map"), py::arg("seconds"),
             py::arg("max_states"), Released(), "tertib.token_replay/1, and the variants.")
        .def_property_readonly("labels", &labels)
        .def_property_readonly("place_count",
                               [](const HeldNet& self) { return self.net.place_count(); })
        .def_property_readonly("transition_count",
                               [](const HeldNet& self) { return self.net.transition_count(); });
}

} // namespace tertib::python
