// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log_arguments.hpp"

namespace tertib::tool {
namespace {

constexpr std::string_view log_examples = R"(
  tertib log info permohonan.csv
  tertib log info permohonan.csv --json --zone +08
  tertib log map permohonan.csv --sop sop.txt -o peta.json
  tertib log info permohonan.csv --map peta.json
)";

} // namespace

CLI::App* LogArguments::add_on_log(CLI::App& family, const std::string& name, std::string_view code,
                                   LogRequest& request) {
    CLI::App* verb = maker_.add_verb(family, name, code, log_examples);
    maker_.add_positional(verb, "LOG", request.path, "UI-HELP-LOG-FILE")->required();
    maker_.add_option(verb, "--map", request.map, "UI-HELP-LOG-MAP-FILE");
    maker_.add_option(verb, "--zone", request.zone, "UI-HELP-LOG-ZONE");
    maker_.add_manner(verb);
    return verb;
}

void LogArguments::add_to(CLI::App& app) {
    CLI::App& log = *maker_.add_family(app, "log", "UI-HELP-LOG", log_examples);
    CLI::App* info = add_on_log(log, "info", "UI-HELP-LOG-INFO", info_);
    maker_.does(info, [this](const Answering& how) { return log_info_verb(info_, how.manner); });
    CLI::App* map = add_on_log(log, "map", "UI-HELP-LOG-MAP", map_.log);
    // Its answer is JSON already.
    map->remove_option(map->get_option("--json"));
    maker_.add_option(map, "--sop", map_.sop.path, "UI-HELP-LOG-SOP");
    maker_.does(map, [this](const Answering& how) { return log_map_verb(map_, how.manner); });
}

} // namespace tertib::tool
