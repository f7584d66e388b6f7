// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log_arguments.hpp"

namespace tertib::tool {
namespace {

constexpr std::string_view log_examples = R"(
  tertib log info permohonan.csv
  tertib log info permohonan.csv --json --zone +08
  tertib log map permohonan.csv --sop sop.txt -o peta.json
  tertib log info permohonan.csv --map peta.json --sop sop.txt
)";
constexpr std::string_view generate_examples = R"(
  tertib log generate sop.txt --year 2025 -o setahun.csv --truth kunci.json
  tertib log generate sop.txt --from 2025-01-01 --until 2025-06-30 --plant LATE-STEP=20 -o log.xes
)";

} // namespace

CLI::App* LogArguments::add_on_log(CLI::App& family, const std::string& name, std::string_view code,
                                   LogVerbRequest& request) {
    CLI::App* verb = maker_.add_verb(family, name, code, log_examples);
    maker_.add_positional(verb, "LOG", request.log.path, "UI-HELP-LOG-FILE")->required();
    maker_.add_option(verb, "--map", request.log.map, "UI-HELP-LOG-MAP-FILE");
    maker_.add_option(verb, "--zone", request.log.zone, "UI-HELP-LOG-ZONE");
    maker_.add_option(verb, "--sop", request.sop.path, "UI-HELP-LOG-SOP");
    maker_.add_manner(verb);
    return verb;
}

void LogArguments::add_to(CLI::App& app) {
    CLI::App& log = *maker_.add_family(app, "log", "UI-HELP-LOG", log_examples);
    CLI::App* info = add_on_log(log, "info", "UI-HELP-LOG-INFO", info_);
    maker_.does(info, [this](const Answering& how) { return log_info_verb(info_, how.manner); });
    CLI::App* map = add_on_log(log, "map", "UI-HELP-LOG-MAP", map_);
    // Its answer is JSON already.
    map->remove_option(map->get_option("--json"));
    maker_.does(map, [this](const Answering& how) { return log_map_verb(map_, how.manner); });
    CLI::App* convert = maker_.add_verb(log, "convert", "UI-HELP-LOG-CONVERT", log_examples);
    maker_.add_positional(convert, "LOG", convert_.log.path, "UI-HELP-LOG-FILE")->required();
    maker_.add_positional(convert, "OUT", convert_.out, "UI-HELP-LOG-OUT")->required();
    maker_.add_option(convert, "--to", convert_.to, "UI-HELP-LOG-TO")->type_name("xes/csv");
    maker_.add_option(convert, "--map", convert_.log.map, "UI-HELP-LOG-MAP-FILE");
    maker_.add_option(convert, "--zone", convert_.log.zone, "UI-HELP-LOG-ZONE");
    maker_.add_manner(convert);
    // Its answer is the file.
    convert->remove_option(convert->get_option("--json"));
    convert->remove_option(convert->get_option("--output"));
    maker_.does(convert,
                [this](const Answering& how) { return log_convert_verb(convert_, how.manner); });
    add_generate(log);
}

void LogArguments::add_generate(CLI::App& log) {
    CLI::App* verb = maker_.add_verb(log, "generate", "UI-HELP-LOG-GENERATE", generate_examples);
    LogGenerateRequest& to = generate_;
    maker_.add_document(verb, to.document);
    maker_.add_additions(verb, to.document);
    maker_.add_calendar(verb, to.calendar);
    maker_.add_option(verb, "--people", to.people, "UI-HELP-LOG-PEOPLE");
    maker_.add_option(verb, "--year", to.year, "UI-HELP-LOG-YEAR")->type_name("Y");
    maker_.add_option(verb, "--from", to.from, "UI-HELP-LOG-FROM");
    maker_.add_option(verb, "--until", to.until, "UI-HELP-LOG-UNTIL");
    maker_.add_option(verb, "--cases", to.cases, "UI-HELP-LOG-CASES")->type_name("N");
    maker_.add_option(verb, "--seed", to.seed, "UI-HELP-LOG-SEED")->type_name("N");
    maker_.add_list(verb, "--plant", to.plants, "UI-HELP-LOG-PLANT");
    maker_.add_flag(verb, "--documents", to.documents, "UI-HELP-LOG-DOCUMENTS");
    maker_.add_option(verb, "--truth", to.truth, "UI-HELP-LOG-TRUTH");
    maker_.add_option(verb, "--write-map", to.map, "UI-HELP-LOG-WRITE-MAP");
    maker_.add_option(verb, "--to", to.to, "UI-HELP-LOG-TO")->type_name("xes/csv");
    maker_.add_manner(verb);
    // Its answer is the log.
    verb->remove_option(verb->get_option("--json"));
    maker_.does(verb, [this](const Answering& how) {
        generate_.out = how.output.empty() ? "-" : how.output;
        return log_generate_verb(generate_, how.manner);
    });
}

} // namespace tertib::tool
