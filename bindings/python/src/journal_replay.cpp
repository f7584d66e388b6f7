// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "journal_replay.hpp"

#include "open_store.hpp"
#include "sop.hpp"

#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/case_state_json.hpp"
#include "tertib/run/event_json.hpp"
#include "tertib/testkit/journal_replay.hpp"
#include "tertib/time/calendar_name.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;

namespace tertib::python {
namespace {

/// Row, case, number, link, digest of the state.
using Played = std::tuple<std::int64_t, std::string, std::uint64_t, std::string, std::string>;
/// Row, case, number, what differs.
using Difference = std::tuple<std::int64_t, std::string, std::uint64_t, std::string>;
using Visit = std::optional<py::function>;

/// A journal that was played, with where each case ended up.
struct PlayedJournal {
    JournalReplay replay;
    std::map<std::string, std::string> cases; ///< "tertib.case/1" by id
};

Zone zone_of(const CaseState& state) {
    return read_calendar_name(state.calendar).zone.value_or(wib());
}

std::string state_json(const SopSource& sops, const CaseState& state) {
    return to_json(*sops(state.sop_digest), state, zone_of(state));
}

/// The lines of a journal's cases, one after another: what a visitor is told of comes in their
/// order.
class CaseLines {
public:
    explicit CaseLines(std::string_view journal) : rest_(journal) {}

    JournalLine next() {
        for (;;) {
            const std::size_t end = std::min(rest_.find('\n'), rest_.size());
            JournalLine line = read_journal_line(rest_.substr(0, end), ++row_);
            rest_.remove_prefix(std::min(end + 1, rest_.size()));
            if (line.case_id != office_id) {
                return line;
            }
        }
    }

private:
    std::string_view rest_;
    std::int64_t row_ = 0;
};

PlayedJournal play(const std::string& journal, const SopSource& sops, std::size_t max_events,
                   const Visit& visit) {
    CaseLines lines(journal);
    ReplayOptions options{.max_events = max_events, .visit = {}};
    if (visit) {
        options.visit = [&](const Event& event, const CaseState& state) {
            const std::string line = journal_line(lines.next().sealed, event, zone_of(state));
            const std::string json = state_json(sops, state);
            const py::gil_scoped_acquire acquired;
            (*visit)(line, json);
        };
    }
    PlayedJournal played{.replay = replay_journal(journal, sops, options), .cases = {}};
    for (const auto& [id, snapshot] : played.replay.cases) {
        played.cases.emplace(id, state_json(sops, snapshot.state));
    }
    return played;
}

SopSource sops_of(const std::vector<std::shared_ptr<Document>>& documents) {
    std::map<std::string, std::shared_ptr<const ReadySop>, std::less<>> ready;
    for (const std::shared_ptr<Document>& document : documents) {
        ReadySopResult result =
            ready_sop(std::make_shared<const Sop>(document->sop),
                      {.unknown_pelaksana = UnknownPelaksana::everyone, .soundness = {}});
        if (!result.sop) {
            throw Error(ErrorCode::argument,
                        "the Sop can't be run: " + message(result.refusals.front(), Language::en));
        }
        ready.emplace(document->sop.digest(), std::move(result.sop));
    }
    return [ready = std::move(ready)](std::string_view digest) {
        const auto found = ready.find(digest);
        return found != ready.end() ? found->second : nullptr;
    };
}

PlayedJournal play_by_store(const std::string& journal, const OpenStore& store,
                            std::size_t max_events, const Visit& visit) {
    return store.run(
        [&](Store& open) { return play(journal, tertib::sops_of(open), max_events, visit); });
}

PlayedJournal play_by_sops(const std::string& journal,
                           const std::vector<std::shared_ptr<Document>>& documents,
                           std::size_t max_events, const Visit& visit) {
    const py::gil_scoped_release released;
    return play(journal, sops_of(documents), max_events, visit);
}

std::vector<Played> events(const PlayedJournal& played) {
    std::vector<Played> all;
    all.reserve(played.replay.events.size());
    for (const ReplayedEvent& each : played.replay.events) {
        all.emplace_back(each.row, each.case_id, each.number, hex(each.hash), hex(each.state));
    }
    return all;
}

std::vector<Difference> differences(const PlayedJournal& played, const OpenStore& store) {
    std::vector<ReplayDifference> found =
        store.run([&](Store& open) { return compare(played.replay, open); });
    std::vector<Difference> all;
    all.reserve(found.size());
    for (ReplayDifference& each : found) {
        all.emplace_back(each.row, std::move(each.case_id), each.number, std::move(each.detail));
    }
    return all;
}

} // namespace

void bind_journal_replay(py::module_& module) {
    py::class_<PlayedJournal>(module, "JournalReplay", "A journal that was played again.")
        .def_static("by_store", &play_by_store, py::arg("journal"), py::arg("store"),
                    py::arg("max_events"), py::arg("visit"), "By the SOPs of a store.")
        .def_static("by_sops", &play_by_sops, py::arg("journal"), py::arg("sops"),
                    py::arg("max_events"), py::arg("visit"), "By these SOPs.")
        .def("events", &events, "Row, case, number, link, digest of the state.")
        .def_property_readonly("cases", [](const PlayedJournal& self) { return self.cases; })
        .def(
            "equals",
            [](const PlayedJournal& self, const PlayedJournal& other) {
                return self.replay == other.replay;
            },
            py::arg("other"), "Whether both led through the same states.")
        .def("compare", &differences, py::arg("store"), "Row, case, number, what differs.");
    module.def(
        "record_journal",
        [](const OpenStore& store) {
            return store.run([](Store& open) { return record_journal(open); });
        },
        py::arg("store"), "tertib.journal/1 of everything.");
}

} // namespace tertib::python
