// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
// Public logs and nets whose costs two other aligners agree on, where they are.
#include "catch.hpp"
#include "tertib/base/text.hpp"
#include "tertib/check/align.hpp"
#include "tertib/check/fitness.hpp"
#include "tertib/check/net_traces.hpp"
#include "tertib/check/replay.hpp"
#include "tertib/read/pnml.hpp"
#include "tertib/read/xes_log.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace tertib;

namespace {

const std::string folder = "../shared/data/logs/";

std::string bytes_of(const std::string& name) {
    std::ifstream file(folder + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// {"0": 12, "1": 720} as it stands in the table.
std::string written(const std::map<std::uint32_t, std::uint64_t>& histogram) {
    std::string text;
    for (const auto& [cost, cases] : histogram) {
        text +=
            (text.empty() ? "{\"" : ", \"") + std::to_string(cost) + "\": " + std::to_string(cases);
    }
    return text + "}";
}

std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    for (const std::string_view cell : split(line, '\t')) {
        cells.emplace_back(cell);
    }
    return cells;
}

/// log, net, cases, events, variants, cost, bw, perfect, avg_fit, log_fit, oracle, seconds,
/// cost_histogram.
void compare(const std::vector<std::string>& row) {
    INFO(row[0] << " on " << row[1]);
    const std::string net_bytes = bytes_of(row[1]);
    const std::string log_bytes = bytes_of(row[0]);
    REQUIRE_FALSE(net_bytes.empty());
    REQUIRE_FALSE(log_bytes.empty());
    const PetriNet net = read_pnml(net_bytes).net;
    const EventLog log = read_xes(source_of(log_bytes)).log;
    const NetTraces traces(find_variants(log), labels_by_name(net, log));
    AlignOptions options;
    const LogFitness costs = log_fitness(traces.all(), align(net, traces.all(), options));
    options.moves = AlignMoves::kept;
    CHECK(log_fitness(traces.all(), align(net, traces.all(), options)) == costs);
    CHECK(std::to_string(costs.cases) == row[2]);
    CHECK(std::to_string(costs.events) == row[3]);
    CHECK(std::to_string(costs.variants) == row[4]);
    CHECK(std::to_string(costs.cost) == row[5]);
    CHECK(std::to_string(costs.min_model_cost) == row[6]);
    CHECK(std::to_string(costs.perfect) == row[7]);
    CHECK(costs.avg_fitness == Approx(std::strtod(row[8].c_str(), nullptr)).margin(1e-6));
    CHECK(costs.log_fitness == Approx(std::strtod(row[9].c_str(), nullptr)).margin(1e-6));
    CHECK(written(costs.histogram) == row[12]);
    CHECK(costs.bounded_variants == 0);
    std::uint64_t fitting = 0;
    const std::vector<TraceReplay> replays = replay(net, traces.all());
    for (std::size_t i = 0; i < replays.size(); ++i) {
        fitting += replays[i].verdict == ReplayVerdict::fits ? traces.all()[i].cases : 0;
    }
    CHECK(fitting == costs.perfect);
}

} // namespace

TEST_CASE("the costs of public logs come out exactly") {
    const std::string table = bytes_of("alignment_costs.tsv");
    const char* required = std::getenv("TERTIB_REQUIRE_DATA");
    if (table.empty() && required != nullptr && std::string_view(required) == "1") {
        FAIL(folder << "alignment_costs.tsv is required and isn't there");
    }
    if (table.empty()) {
        WARN("skipped: " << folder << "alignment_costs.tsv isn't there");
        return;
    }
    std::size_t rows = 0;
    for (const std::string_view line : split(table, '\n')) {
        const std::vector<std::string> cells = cells_of(line);
        if (cells.size() >= 13 && cells[0] != "log") {
            compare(cells);
            ++rows;
        }
    }
    CHECK(rows >= 6);
}
