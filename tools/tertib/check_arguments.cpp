// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check_arguments.hpp"

#include <string_view>

namespace tertib::tool {
namespace {

constexpr std::string_view check_examples = R"(
  tertib check sop.txt permohonan.csv --now 2025-06-30T16:00
  tertib check lama.txt baru.txt permohonan.csv --map peta.json --people pegawai.json
  tertib check sop.txt permohonan.xes.gz --calendar id5@2025-01-01 --known promised
  tertib check sop.txt permohonan.csv --from 2025-01-01 --to 2025-06-30 --by month --json -o hasil.json
  tertib check sop.txt permohonan.csv --now 2025-06-30T16:00 --by month --html -o laporan.html
  tertib check sop.txt permohonan.csv --csv --table monitoring --threshold 90
)";

} // namespace

void CheckArguments::add_to(CLI::App& app) {
    CLI::App* verb = maker_.add_verb(app, "check", "UI-HELP-CHECK", check_examples);
    CheckRequest& asked = request_;
    const auto add = [&](const std::string& name, std::string& value, std::string_view code,
                         const std::string& type = "") {
        CLI::Option* option = maker_.add_option(verb, name, value, code);
        if (!type.empty()) {
            option->type_name(type);
        }
    };
    maker_.add_positional(verb, "DOC-LOG", asked.files, "UI-HELP-CHECK-FILES")->required();
    add("--versions", asked.versions, "UI-HELP-CHECK-VERSIONS");
    add("--map", asked.log.map, "UI-HELP-LOG-MAP-FILE");
    add("--people", asked.people, "UI-HELP-CHECK-PEOPLE");
    add("--zone", asked.log.zone, "UI-HELP-LOG-ZONE");
    maker_.add_additions(verb, asked.additions);
    maker_.add_calendar(verb, asked.calendar);
    add("--now", asked.now, "UI-HELP-CHECK-NOW");
    add("--known", asked.known, "UI-HELP-CHECK-KNOWN");
    add("--measured-from", asked.measured_from, "UI-HELP-CHECK-MEASURED", "ready/started");
    add("--version-at", asked.version_at, "UI-HELP-CHECK-VERSION-AT", "case/event");
    add("--service-waktu", asked.service_waktu, "UI-HELP-CHECK-SERVICE");
    maker_.add_option(verb, "--guide", asked.guide, "UI-HELP-CHECK-GUIDE")->type_name("N");
    add("--from", asked.from, "UI-HELP-CHECK-FROM");
    add("--to", asked.until, "UI-HELP-CHECK-TO");
    add("--by", asked.by, "UI-HELP-CHECK-BY", "month/quarter/semester/unit_kerja");
    add("--count-by", asked.count_by, "UI-HELP-CHECK-COUNT-BY", "end/start");
    add("--show", asked.show, "UI-HELP-CHECK-SHOW", "roles/pseudonyms/names");
    add("--previous", asked.previous, "UI-HELP-CHECK-PREVIOUS");
    maker_.add_option(verb, "--threads", asked.threads, "UI-HELP-CHECK-THREADS")->type_name("N");
    CLI::Option* html = maker_.add_flag(verb, "--html", asked.html, "UI-HELP-CHECK-HTML");
    CLI::Option* csv = maker_.add_flag(verb, "--csv", asked.csv, "UI-HELP-CHECK-CSV");
    maker_.add_option(verb, "--table", asked.table, "UI-HELP-CHECK-TABLE")
        ->type_name("rows/cases/steps/checks/periods/monitoring")
        ->needs(csv);
    maker_.add_option(verb, "--threshold", asked.threshold, "UI-HELP-CHECK-THRESHOLD")
        ->type_name("N")
        ->check(CLI::Range(1, 100).description("")); // the help text says it
    maker_.add_manner(verb);
    CLI::Option* json = verb->get_option("--json");
    html->excludes(csv)->excludes(json);
    csv->excludes(json);
    // Neither page nor tables have a place for what changed.
    verb->get_option("--previous")->excludes(html)->excludes(csv);
    maker_.does(verb, [this](const Answering& how) { return check_verb(request_, how.manner); });
}

} // namespace tertib::tool
