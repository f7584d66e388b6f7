// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/log_reader.hpp"

#include "read/throws.hpp"
#include "read/xes_sample.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace tertib;

namespace {

LogReading read_bytes(const std::string& bytes) {
    return read_log(source_of(bytes));
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::size_t variant_count(const EventLog& log) {
    std::set<std::vector<Code>> variants;
    for (Code code = 1; code <= log.case_count(); ++code) {
        const CaseRows rows = log.case_index().rows(code);
        std::vector<Code> trace;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            trace.push_back(log.activity(rows[i]));
        }
        variants.insert(trace);
    }
    return variants.size();
}

} // namespace

TEST_CASE("the bytes tell the format, not a name") {
    CHECK(find_log_format("<?xml version=\"1.0\"?>") == LogFormat::xes);
    CHECK(find_log_format("\xEF\xBB\xBF \n<log>") == LogFormat::xes);
    CHECK(find_log_format("case,activity") == LogFormat::csv);
    CHECK(find_log_format("") == LogFormat::csv);
    CHECK(name(LogFormat::xes) == "xes");
    CHECK(name(LogFormat::csv) == "csv");
}

TEST_CASE("XES and CSV come through one door") {
    const LogReading xes =
        read_bytes(xes_of(xes_trace("REG-1", xes_event("A", "complete", "08:00"))));
    const LogReading csv = read_bytes("case:concept:name,concept:name,time:timestamp\n"
                                      "REG-1,A,2025-05-05T08:00:00+07:00\n");
    REQUIRE(xes.log.row_count() == 1);
    REQUIRE(csv.log.row_count() == 1);
    CHECK(csv.log.row(0).complete == xes.log.row(0).complete);
}

TEST_CASE("a format that is wanted is insisted on") {
    const std::string xes = xes_of(xes_trace("REG-1", xes_event("A", "complete", "08:00")));
    LogReadOptions options;
    options.format = LogFormat::xes;
    CHECK(read_log(source_of(xes), options).log.row_count() == 1);
    CHECK(says(error_of([&] { static_cast<void>(read_log(source_of("a,b\n"), options)); }),
               "isn't XES"));
    options.format = LogFormat::csv;
    CHECK(says(error_of([&] { static_cast<void>(read_log(source_of(xes), options)); }),
               "not a table"));
}

TEST_CASE("an archive is refused with what to do") {
    const Error error = error_of([] { static_cast<void>(read_bytes("PK\x03\x04zip")); });
    CHECK(error.code() == ErrorCode::format);
    CHECK(says(error, "CSV or XES"));
}

TEST_CASE("the public logs have the cases, events and variants that are known of them") {
    const std::filesystem::path folder = "../shared/data/logs";
    if (!std::filesystem::exists(folder)) {
        REQUIRE(std::getenv("TERTIB_REQUIRE_DATA") == nullptr);
        WARN("skipped: no " << folder);
        return;
    }
    std::ifstream table(folder / "alignment_costs.tsv");
    std::string line;
    std::getline(table, line);
    std::size_t logs = 0;
    while (std::getline(table, line)) {
        std::istringstream fields(line);
        std::string log_name;
        std::string net;
        std::size_t cases = 0;
        std::size_t events = 0;
        std::size_t variants = 0;
        fields >> log_name >> net >> cases >> events >> variants;
        INFO(log_name);
        const std::string bytes = text_of(folder / log_name);
        const LogReading reading = read_bytes(bytes);
        CHECK(reading.log.case_count() == cases);
        CHECK(reading.log.row_count() == events);
        CHECK(variant_count(reading.log) == variants);
        ++logs;
    }
    CHECK(logs == 6);
}
