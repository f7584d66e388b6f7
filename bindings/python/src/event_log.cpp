// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "event_log.hpp"

#include "sop.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/finding_json.hpp"
#include "tertib/log/log_info.hpp"
#include "tertib/log/log_info_json.hpp"
#include "tertib/log/log_map_json.hpp"
#include "tertib/log/log_proposal.hpp"
#include "tertib/log/step_match.hpp"
#include "tertib/read/log_reader.hpp"
#include "tertib/read/proposed_log.hpp"
#include "tertib/write/log_file.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

namespace py = pybind11;

namespace tertib::python {
namespace {

using Released = py::call_guard<py::gil_scoped_release>;
using SharedLog = std::shared_ptr<ReadLog>;
/// Activities and how many cases show them.
using CountedVariant = std::tuple<std::vector<std::string>, std::uint64_t>;

/// The bytes that a function of Python's gives, which is called with the GIL: read(size) → bytes.
ByteSource source_of_reader(const py::function& read) {
    return [&read](std::span<char> room) {
        const py::gil_scoped_acquire acquired;
        const py::bytes piece = read(room.size());
        const std::string_view bytes = piece;
        if (bytes.size() > room.size()) {
            throw Error(ErrorCode::argument, "read() gave more bytes than it was asked for");
        }
        std::ranges::copy(bytes, room.begin());
        return bytes.size();
    };
}

/// Gives pieces to a function of Python's: write(bytes).
ByteSink sink_of_writer(const py::function& write) {
    return [&write](std::string_view piece) {
        const py::gil_scoped_acquire acquired;
        write(py::bytes(piece.data(), piece.size()));
    };
}

LogFormat log_format_of(std::string_view format) {
    for (const LogFormat each : {LogFormat::csv, LogFormat::xes}) {
        if (name(each) == format) {
            return each;
        }
    }
    throw Error(ErrorCode::argument, "a log is csv or xes, not \"" + std::string(format) + "\"");
}

struct HowToRead {
    std::string map; ///< JSON, "" for none
    std::string format;
    std::string zone;
    std::string delimiter;
    bool kept = false;
    std::string file;
};

LogReadOptions options_of(const HowToRead& how) {
    LogReadOptions options;
    LogMap map = map_of(how.map);
    if (!how.zone.empty()) {
        map.zone = Zone::parse(how.zone);
        if (!map.zone) {
            throw Error(ErrorCode::argument,
                        "\"" + how.zone + "\" is no zone such as +07 or +08:00");
        }
    }
    if (how.delimiter.size() > 1) {
        throw Error(ErrorCode::argument, "a delimiter is one character");
    }
    if (!how.delimiter.empty()) {
        options.csv.delimiter = how.delimiter.front();
    }
    if (!how.format.empty()) {
        options.format = log_format_of(how.format);
    }
    options.xes.assumed_zone = map.zone.value_or(Zone());
    options.xes.others = how.kept ? OtherTransitions::kept : OtherTransitions::set_aside;
    options.csv.map = std::move(map);
    options.csv.file = how.file;
    return options;
}

SharedLog read(const py::function& reader, const std::string& map, const std::string& format,
               const std::string& zone, const std::string& delimiter, bool kept,
               const std::string& file) {
    const ByteSource source = source_of_reader(reader);
    const py::gil_scoped_release released;
    return std::make_shared<ReadLog>(
        read_log(source, options_of({map, format, zone, delimiter, kept, file})));
}

std::string propose(const py::function& reader, const std::shared_ptr<Document>& document,
                    const std::string& map, const std::string& zone, const std::string& file) {
    const ByteSource source = source_of_reader(reader);
    const Sop* const sop = document != nullptr ? &document->sop : nullptr;
    const py::gil_scoped_release released;
    ProposedLog proposed = read_proposed_log(source, sop,
                                             options_of({.map = map,
                                                         .format = {},
                                                         .zone = zone,
                                                         .delimiter = {},
                                                         .kept = false,
                                                         .file = file}));
    return to_json(propose_map(proposed.reading.log, sop, std::move(proposed.map)));
}

void write(const ReadLog& log, const std::string& format, const py::function& writer) {
    const ByteSink sink = sink_of_writer(writer);
    const py::gil_scoped_release released;
    switch (log_format_of(format)) {
    case LogFormat::csv: write_csv(log.log(), sink); break;
    case LogFormat::xes: write_xes(log.log(), sink); break;
    }
}

std::string unknown(const ReadLog& log, const Document& document, const std::string& map) {
    return to_json(
        unknown_activities(log.log(), match_steps(log.log(), document.sop, map_of(map))));
}

std::vector<std::string> activities(const ReadLog& log) {
    const Dictionary& texts = log.log().activities();
    std::vector<std::string> all;
    all.reserve(texts.size());
    for (Code code = 1; code <= texts.size(); ++code) {
        all.emplace_back(texts.text(code));
    }
    return all;
}

std::vector<CountedVariant> variants(const ReadLog& log) {
    std::vector<CountedVariant> all;
    for (const Variant& each : log.variants().all()) {
        all.emplace_back(texts_of(log.log(), each), each.cases);
    }
    return all;
}

std::optional<std::size_t> variant_of(const ReadLog& log, const std::string& case_id) {
    const Code code = log.log().cases().find(case_id);
    return code != no_code ? std::optional<std::size_t>(log.variants().of_case(code))
                           : std::nullopt;
}

} // namespace

const Variants& ReadLog::variants() const {
    std::call_once(once_, [this] { variants_.emplace(find_variants(*log_)); });
    return *variants_;
}

LogMap map_of(const std::string& json) {
    return json.empty() ? LogMap{} : log_map_from_json(json);
}

std::vector<std::string> texts_of(const EventLog& log, const Variant& variant) {
    std::vector<std::string> texts;
    texts.reserve(variant.activities.size());
    for (const Code code : variant.activities) {
        texts.emplace_back(log.activities().text(code));
    }
    return texts;
}

void bind_event_log(py::module_& module) {
    py::class_<ReadLog, SharedLog>(module, "EventLog", "A log in the library's hands.")
        .def_static("read", &read, py::arg("read"), py::arg("map"), py::arg("format"),
                    py::arg("zone"), py::arg("delimiter"), py::arg("kept"), py::arg("file"),
                    "The log of the bytes that read(size) gives.")
        .def("write", &write, py::arg("format"), py::arg("write"), "Gives it to write(bytes).")
        .def(
            "info",
            [](const ReadLog& self) { return to_json(make_log_info(self.log(), self.findings())); },
            Released(), "tertib.log_info/1")
        .def("unknown", &unknown, py::arg("sop"), py::arg("map"), Released(),
             "Findings: the activities that match no step.")
        .def("activities", &activities, Released(), "In the order of their first appearance.")
        .def("variants", &variants, Released(), "Activities and cases.")
        .def("variant_of", &variant_of, py::arg("case"), Released(), "Of a case, by its name.")
        .def_property_readonly("digest",
                               [](const ReadLog& self) {
                                   const py::gil_scoped_release released;
                                   return hex(digest(self.log()));
                               })
        .def_property_readonly("event_count",
                               [](const ReadLog& self) { return self.log().row_count(); })
        .def_property_readonly("case_count",
                               [](const ReadLog& self) { return self.log().case_count(); });
    module.def("propose_map", &propose, py::arg("read"), py::arg("sop").none(true), py::arg("map"),
               py::arg("zone"), py::arg("file"), "tertib.map/1 for a person to complete.");
}

} // namespace tertib::python
