// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log_generate.hpp"

#include "calendar_file.hpp"
#include "input.hpp"
#include "log_out.hpp"
#include "output.hpp"
#include "reason.hpp"

#include "tertib/base/error.hpp"
#include "tertib/log/log_map_json.hpp"
#include "tertib/sim/office_year.hpp"
#include "tertib/sim/truth_json.hpp"

#include <charconv>
#include <chrono>
#include <iterator>
#include <optional>
#include <utility>

namespace tertib::tool {
namespace {

LocalDay day_of_option(const std::string& option, const std::string& text) {
    const std::optional<LocalDay> day = read_day(text);
    if (!day) {
        throw Failure(Exit::usage, "UI-USAGE-DAY", {{"option", option}, {"text", text}});
    }
    return *day;
}

PlantedDeviation plant_of(const std::string& text) {
    const std::size_t equals = text.find('=');
    const std::optional<Deviation> code = deviation_from_name(text.substr(0, equals));
    PlantedDeviation plant;
    bool whole = true;
    if (equals != std::string::npos) {
        const char* const end = text.data() + text.size();
        const auto [rest, error] = std::from_chars(text.data() + equals + 1, end, plant.cases);
        whole = rest == end && error == std::errc{};
    }
    if (!code || !whole) {
        throw Failure(Exit::usage, "UI-USAGE-PLANT", {{"text", text}});
    }
    plant.code = *code;
    return plant;
}

std::vector<FourEyes> four_eyes_of(const DocumentRequest& request) {
    std::vector<FourEyes> all;
    for (const std::string& path : request.overlays) {
        Overlay overlay = load_overlay(path);
        std::move(overlay.four_eyes.begin(), overlay.four_eyes.end(), std::back_inserter(all));
    }
    return all;
}

GeneratorOptions options_of_log(const LogGenerateRequest& request, const Sop& sop,
                                const Calendar& calendar, const Roster& roster) {
    GeneratorOptions options{.seed = request.seed, .four_eyes = four_eyes_of(request.document)};
    if (request.year != 0) {
        options = office_year(sop, calendar, roster, std::chrono::year{request.year}, options);
    } else if (request.from.empty() || request.until.empty()) {
        throw Failure(Exit::usage, "UI-USAGE-GENERATE-DAYS");
    }
    if (!request.from.empty()) {
        options.from = day_of_option("--from", request.from);
    }
    if (!request.until.empty()) {
        options.until = day_of_option("--until", request.until);
    }
    if (request.cases != 0) {
        options.cases = request.cases;
    }
    if (!request.plants.empty()) {
        options.plants.clear();
    }
    for (const std::string& text : request.plants) {
        const PlantedDeviation plant = plant_of(text);
        options.plants.push_back(plant);
        if (plant.code == Deviation::input_missing || plant.code == Deviation::output_missing) {
            options.documents = DocumentsTold::all;
        }
    }
    if (request.documents) {
        options.documents = DocumentsTold::all;
    }
    return options;
}

Roster roster_of_file(const std::string& path) {
    constexpr std::size_t max_map_bytes = std::size_t{16} << 20;
    if (path.empty()) {
        return {};
    }
    const std::string bytes = read_input(path, max_map_bytes);
    try {
        return roster_of(log_map_from_json(bytes));
    } catch (const Error& error) {
        throw unreadable(path, error, InputKind::json);
    }
}

GeneratedLog made_log(const LogGenerateRequest& request, const Sop& sop, const Calendar& calendar) {
    const Roster roster = roster_of_file(request.people);
    try {
        return generate_log(sop, calendar, roster, options_of_log(request, sop, calendar, roster));
    } catch (const Error& error) {
        if (error.code() == ErrorCode::internal) {
            throw;
        }
        throw Failure(Exit::usage, "UI-USAGE-GENERATE", {{"reason", error.what()}});
    }
}

} // namespace

Outcome log_generate_verb(const LogGenerateRequest& request, const Manner& manner) {
    const LogFormat format = format_to_write(request.out, request.to);
    const Calendar calendar = load_calendar(request.calendar);
    const Document document = load_documents(request.document, manner.language).front();
    Outcome outcome;
    outcome.exit = tell_overlays(document, manner.language);
    const GeneratedLog made = made_log(request, document.sop, calendar);
    write_log(made.log, format, request.out);
    if (!request.truth.empty()) {
        write_output(to_json(made.truth, calendar.zone()), request.truth);
    }
    if (!request.map.empty()) {
        write_output(to_json(made.map), request.map);
    }
    std::size_t planted = 0;
    for (const TruthEntry& each : made.truth.entries) {
        planted += each.reason == TruthReason::planted ? 1 : 0;
    }
    const std::vector<Argument> done = {{"cases", std::to_string(made.log.case_count())},
                                        {"events", std::to_string(made.log.row_count())},
                                        {"planted", std::to_string(planted)},
                                        {"now", text(made.truth.now, calendar.zone())},
                                        {"file", request.out}};
    say(text_of("UI-LOG-GENERATED", manner.language, done));
    outcome.written = true;
    return outcome;
}

} // namespace tertib::tool
