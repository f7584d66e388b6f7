// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include <tertib/base/catalogue.hpp>
#include <tertib/base/error.hpp>
#include <tertib/check/fitness.hpp>
#include <tertib/check/net_traces.hpp>
#include <tertib/graph/step_graph.hpp>
#include <tertib/log/log_info.hpp>
#include <tertib/read/log_reader.hpp>
#include <tertib/read/reader.hpp>

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

/// A file as the bytes that a log is read from, piece by piece.
static tertib::ByteSource source_of_file(std::ifstream& file) {
    return [&file](std::span<char> room) {
        file.read(room.data(), static_cast<std::streamsize>(room.size()));
        return static_cast<std::size_t>(file.gcount());
    };
}

static int run() {
    std::ifstream document("examples/sop/laporan-kinerja.txt", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(document), {}};
    const tertib::Sop sop = tertib::read_sops(text).front().sop;

    std::ifstream file("examples/log/laporan-kinerja.csv", std::ios::binary);
    const tertib::LogReading reading = tertib::read_log(source_of_file(file));
    const tertib::LogInfo info = tertib::make_log_info(reading.log, reading.findings);
    std::cout << info.events << " kejadian, " << info.cases << " kasus\n";
    for (const tertib::Finding& finding : info.findings) {
        std::cout << message(finding, tertib::Language::id) << '\n';
    }

    const tertib::StepGraph graph(sop);
    const tertib::PetriNet net = tertib::petri_net(graph);
    const auto matches = tertib::match_steps(reading.log, sop, {});
    const tertib::NetTraces traces(tertib::find_variants(reading.log),
                                   tertib::labels_by_step(net, matches));
    const auto fitness = tertib::log_fitness(traces.all(), tertib::align(net, traces.all()));
    std::cout << "kecocokan " << fitness.log_fitness << '\n';
    return fitness.perfect == 1 ? 0 : 1;
}

int main() {
    try {
        return run();
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
