// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// The command line of tertib: what may be asked, in both languages, and how it ends.
#include "align_verb.hpp"
#include "calendar_verb.hpp"
#include "case_arguments.hpp"
#include "check_arguments.hpp"
#include "deadline_batch.hpp"
#include "deadline_verb.hpp"
#include "failure.hpp"
#include "graph_verb.hpp"
#include "journal_arguments.hpp"
#include "lint_verb.hpp"
#include "log_arguments.hpp"
#include "office_arguments.hpp"
#include "output.hpp"
#include "overlay_verb.hpp"
#include "plan_verb.hpp"
#include "read_verb.hpp"
#include "verb_maker.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/version.hpp"

#include <CLI/App.hpp>

#include <csignal>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib::embedded {
extern const std::string_view completion_bash;
}

namespace tertib::tool {
namespace {

/// --lang is looked for before the arguments are parsed: help and complaints are in it too.
Language language_of(int count, const char* const* arguments) {
    Language language = Language::id;
    for (int i = 1; i < count; ++i) {
        const std::string_view argument = arguments[i];
        const bool apart = argument == "--lang" && i + 1 < count;
        const std::string_view value = apart ? std::string_view(arguments[i + 1]) : argument;
        if (apart || argument.starts_with("--lang=")) {
            language = value == "en" || value == "--lang=en" ? Language::en : Language::id;
        }
    }
    return language;
}

constexpr std::string_view read_examples = R"(
  tertib read sop.txt
  tertib read sop.txt --json -o sop.json
  tertib read sop.txt --assign 3="Kadis,Sekretaris" --no-personal
  tertib read kumpulan.md --all
  cat sop.txt | tertib read - --lang en
)";
constexpr std::string_view overlay_examples = R"(
  tertib overlay init sop.txt -o overlay.json
  tertib read sop.txt --overlay overlay.json
)";
constexpr std::string_view lint_examples = R"(
  tertib lint sop.txt
  tertib lint sop.txt --overlay overlay.json --json
  tertib lint sop.txt --profile ./profil.json
)";
constexpr std::string_view graph_examples = R"(
  tertib graph sop.txt
  tertib graph sop.txt --mermaid -o alur.mmd
  tertib graph sop.txt --dot -o alur.dot
)";
constexpr std::string_view plan_examples = R"(
  tertib plan sop.txt --start 2025-05-05T08:00
  tertib plan sop.txt --start 2025-05-05 --calendar id5@2025-04-01+08 --rounds 2
  tertib plan sop.txt --start 2025-05-05T08:00 --items 4 --json
)";
constexpr std::string_view deadline_examples = R"(
  tertib deadline --from 2025-05-05T10:00 --waktu "180 Menit"
  tertib deadline --from 2025-05-08T15:00 --waktu "3 Hari Kerja" --explain
  tertib deadline --from 2025-05-05T15:00 --waktu "180 Menit" --stop 2025-05-05T15:30/2025-05-07T10:00
  tertib deadline --from 2023-06-27T08:00 --waktu "2 Hari" --calendar id5@2023-06-10
  tertib deadline --batch berkas.csv -o hasil.csv
)";
constexpr std::string_view calendar_examples = R"(
  tertib calendar show id5 --year 2025
  tertib calendar show jabar5 --json -o jabar5.json
  tertib calendar diff id5@2023-06-10 id5 --year 2023
  tertib calendar between --from 2025-05-05T08:00 --to 2025-05-14T12:00
)";
constexpr std::string_view align_examples = R"(
  tertib align --net model.pnml catatan.xes.gz
  tertib align --sop sop.txt permohonan.csv --map peta.json
  tertib align --net model.pnml catatan.xes --budget-seconds 60 --json
)";
constexpr std::string_view completion_examples = R"(
  tertib completion bash > tertib.bash
)";

/// All that may be asked, as CLI11 fills it in.
class CommandLine {
public:
    explicit CommandLine(Language language)
        : maker_(language),
          cases_(maker_),
          office_(maker_),
          journal_(maker_),
          log_(maker_),
          checks_(maker_) {
        app_.name("tertib");
        app_.description(maker_.words("UI-HELP-TERTIB"));
        app_.footer(maker_.examples(read_examples));
        maker_.label(app_);
        app_.add_flag_callback(
            "--version", [this]() { outcome_.text = "tertib " + std::string(version()) + "\n"; },
            maker_.words("UI-HELP-VERSION"));
        add_read();
        add_overlay();
        add_lint();
        add_graph();
        add_plan();
        add_deadline();
        add_calendar();
        cases_.add_to(app_);
        office_.add_to(app_);
        journal_.add_to(app_);
        log_.add_to(app_);
        checks_.add_to(app_);
        add_align();
        add_completion();
    }

    CLI::App& app() noexcept { return app_; }

    [[nodiscard]] Outcome run() {
        maker_.check();
        if (maker_.chosen()) {
            return maker_.chosen()({.manner = {.language = maker_.language(),
                                               .answer = maker_.answer(),
                                               .terminal = find_terminal()},
                                    .output = maker_.output()});
        }
        if (outcome_.text.empty()) {
            throw Failure(Exit::usage, "UI-USAGE-NO-VERB");
        }
        return outcome_;
    }
    [[nodiscard]] const std::string& output() const noexcept { return maker_.output(); }

private:
    void add_read() {
        CLI::App* verb = maker_.add_verb(app_, "read", "UI-HELP-READ", read_examples);
        CLI::Option* nth = maker_.add_document(verb, read_.document);
        maker_.add_flag(verb, "--all", read_.document.all, "UI-HELP-ALL")->excludes(nth);
        maker_.add_additions(verb, read_.document);
        verb->add_flag_callback(
            "--no-personal", [this]() { read_.personal = Personal::omit; },
            maker_.words("UI-HELP-NO-PERSONAL"));
        maker_.add_manner(verb);
        maker_.does(verb, [this](const Answering& how) { return read_verb(read_, how.manner); });
    }

    void add_overlay() {
        CLI::App* overlay = maker_.add_family(app_, "overlay", "UI-HELP-OVERLAY", overlay_examples);
        CLI::App* verb =
            maker_.add_verb(*overlay, "init", "UI-HELP-OVERLAY-INIT", overlay_examples);
        maker_.add_document(verb, overlay_);
        maker_.add_manner(verb);
        maker_.does(
            verb, [this](const Answering& how) { return overlay_init_verb(overlay_, how.manner); });
    }

    void add_lint() {
        CLI::App* verb = maker_.add_verb(app_, "lint", "UI-HELP-LINT", lint_examples);
        maker_.add_document(verb, lint_.document);
        maker_.add_option(verb, "--profile", lint_.profile, "UI-HELP-PROFILE");
        maker_.add_additions(verb, lint_.document);
        maker_.add_manner(verb);
        maker_.does(verb, [this](const Answering& how) { return lint_verb(lint_, how.manner); });
    }

    void add_graph() {
        CLI::App* verb = maker_.add_verb(app_, "graph", "UI-HELP-GRAPH", graph_examples);
        maker_.add_document(verb, graph_.document);
        CLI::Option* dot = verb->add_flag_callback(
            "--dot", [this]() { graph_.form = GraphForm::dot; }, maker_.words("UI-HELP-DOT"));
        CLI::Option* mermaid = verb->add_flag_callback(
            "--mermaid", [this]() { graph_.form = GraphForm::mermaid; },
            maker_.words("UI-HELP-MERMAID"));
        maker_.add_additions(verb, graph_.document);
        maker_.add_manner(verb);
        CLI::Option* json = verb->get_option("--json");
        dot->excludes(mermaid)->excludes(json);
        mermaid->excludes(json);
        maker_.does(verb, [this](const Answering& how) { return graph_verb(graph_, how.manner); });
    }

    void add_plan() {
        CLI::App* verb = maker_.add_verb(app_, "plan", "UI-HELP-PLAN", plan_examples);
        maker_.add_document(verb, plan_.document);
        maker_.add_option(verb, "--start", plan_.start, "UI-HELP-START");
        maker_.add_calendar(verb, plan_.calendar);
        maker_.add_list(verb, "--outcome", plan_.outcomes, "UI-HELP-OUTCOME");
        maker_.add_list(verb, "--items", plan_.items, "UI-HELP-PLAN-ITEMS");
        maker_.add_option(verb, "--rounds", plan_.rounds, "UI-HELP-ROUNDS")->type_name("N");
        maker_.add_additions(verb, plan_.document);
        maker_.add_manner(verb);
        maker_.does(verb, [this](const Answering& how) { return plan_verb(plan_, how.manner); });
    }

    void add_deadline() {
        CLI::App* verb = maker_.add_verb(app_, "deadline", "UI-HELP-DEADLINE", deadline_examples);
        const std::vector<CLI::Option*> single = {
            maker_.add_option(verb, "--from", deadline_.from, "UI-HELP-FROM"),
            maker_.add_option(verb, "--waktu", deadline_.waktu, "UI-HELP-WAKTU"),
            maker_.add_option(verb, "--items", deadline_.items, "UI-HELP-ITEMS")->type_name("N"),
            maker_.add_list(verb, "--stop", deadline_.stops, "UI-HELP-STOP"),
            maker_.add_flag(verb, "--explain", deadline_.explain, "UI-HELP-EXPLAIN")};
        maker_.add_calendar(verb, deadline_.calendar);
        CLI::Option* batch = maker_.add_option(verb, "--batch", batch_, "UI-HELP-BATCH");
        maker_.add_manner(verb);
        for (CLI::Option* option : single) {
            batch->excludes(option);
        }
        batch->excludes(verb->get_option("--json"));
        maker_.does(verb, [this](const Answering& how) {
            return batch_.empty()
                       ? deadline_verb(deadline_, how.manner)
                       : deadline_batch_verb(
                             {.path = batch_, .calendar = deadline_.calendar, .output = how.output},
                             how.manner);
        });
    }

    void add_calendar() {
        CLI::App* calendar =
            maker_.add_family(app_, "calendar", "UI-HELP-CALENDAR-VERB", calendar_examples);
        const auto add = [&](const std::string& name, std::string_view code) {
            return maker_.add_verb(*calendar, name, code, calendar_examples);
        };
        const auto named = [&](CLI::App* verb, const std::string& place, std::string& value) {
            maker_.add_positional(verb, place, value, "UI-HELP-CALENDAR-NAME")->required();
        };
        const auto year = [&](CLI::App* verb, std::optional<int>& value) {
            maker_.add_option(verb, "--year", value, "UI-HELP-YEAR")->type_name("N");
        };
        CLI::App* show = add("show", "UI-HELP-CALENDAR-SHOW");
        named(show, "C", show_.calendar);
        year(show, show_.year);
        maker_.add_manner(show);
        maker_.does(show,
                    [this](const Answering& how) { return calendar_show_verb(show_, how.manner); });
        CLI::App* diff = add("diff", "UI-HELP-CALENDAR-DIFF");
        named(diff, "A", diff_.before);
        named(diff, "B", diff_.after);
        year(diff, diff_.year);
        maker_.add_manner(diff);
        maker_.does(diff,
                    [this](const Answering& how) { return calendar_diff_verb(diff_, how.manner); });
        CLI::App* between = add("between", "UI-HELP-CALENDAR-BETWEEN");
        maker_.add_option(between, "--from", between_.from, "UI-HELP-FROM")->required();
        maker_.add_option(between, "--to", between_.to, "UI-HELP-TO")->required();
        maker_.add_calendar(between, between_.calendar);
        maker_.add_manner(between);
        maker_.does(between, [this](const Answering& how) {
            return calendar_between_verb(between_, how.manner);
        });
    }

    void add_align() {
        CLI::App* verb = maker_.add_verb(app_, "align", "UI-HELP-ALIGN", align_examples);
        maker_.add_positional(verb, "LOG", align_.log.path, "UI-HELP-LOG-FILE")->required();
        CLI::Option* net = maker_.add_option(verb, "--net", align_.net, "UI-HELP-ALIGN-NET");
        maker_.add_option(verb, "--sop", align_.sop.path, "UI-HELP-ALIGN-SOP")->excludes(net);
        maker_.add_additions(verb, align_.sop);
        maker_.add_option(verb, "--map", align_.log.map, "UI-HELP-LOG-MAP-FILE");
        maker_.add_option(verb, "--zone", align_.log.zone, "UI-HELP-LOG-ZONE");
        maker_.add_option(verb, "--budget-seconds", align_.budget_seconds, "UI-HELP-ALIGN-BUDGET")
            ->type_name("N");
        maker_.add_manner(verb);
        maker_.does(verb, [this](const Answering& how) { return align_verb(align_, how.manner); });
    }

    void add_completion() {
        CLI::App* verb =
            maker_.add_verb(app_, "completion", "UI-HELP-COMPLETION", completion_examples);
        maker_.add_positional(verb, "SHELL", shell_, "UI-HELP-SHELL")->required();
        verb->callback([this]() {
            if (shell_ != "bash") {
                throw Failure(Exit::usage, "UI-USAGE-SHELL", {{"shell", shell_}});
            }
            outcome_.text = embedded::completion_bash;
        });
    }

    VerbMaker maker_;
    CLI::App app_;
    std::string shell_;
    ReadRequest read_;
    DocumentRequest overlay_;
    LintRequest lint_;
    GraphRequest graph_;
    PlanRequest plan_;
    DeadlineRequest deadline_;
    std::string batch_;
    CalendarShowRequest show_;
    CalendarDiffRequest diff_;
    CalendarBetweenRequest between_;
    CaseArguments cases_;
    OfficeArguments office_;
    JournalArguments journal_;
    LogArguments log_;
    CheckArguments checks_;
    AlignRequest align_;
    Outcome outcome_;
};

/// A complaint of CLI11 as one of ours.
Failure usage(const CLI::ParseError& error, const std::string& family) {
    const std::string detail = error.what();
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError)) {
        return {Exit::usage, "UI-USAGE-EXTRA", {{"text", detail.substr(detail.find(':') + 1)}}};
    }
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError)) {
        if (detail.starts_with("A subcommand")) {
            return {Exit::usage, "UI-USAGE-NO-VERB-OF", {{"family", family}}};
        }
        return {Exit::usage, "UI-USAGE-MISSING", {{"text", detail.substr(0, detail.find(' '))}}};
    }
    return {Exit::usage, "UI-USAGE-OTHER", {{"reason", detail}}};
}

int run(int count, const char* const* arguments, Language language) {
    CommandLine line(language);
    try {
        line.app().parse(count, arguments);
    } catch (const CLI::CallForHelp&) {
        write_output(line.app().help(), "");
        return static_cast<int>(Exit::done);
    } catch (const CLI::ParseError& error) {
        throw usage(error, count > 1 ? arguments[1] : "");
    }
    const Outcome outcome = line.run();
    if (!outcome.written) {
        write_output(outcome.text, line.output());
    }
    return static_cast<int>(outcome.exit);
}

} // namespace

/// Says why it ends, if it ends badly; the exit code.
int command(int count, const char* const* arguments) {
    const Language language = language_of(count, arguments);
    try {
        return run(count, arguments, language);
    } catch (const Failure& failure) {
        say("tertib: " + text_of(failure.code(), language, failure.arguments()));
        return static_cast<int>(failure.exit());
    } catch (const std::bad_alloc&) {
        say("tertib: " + text_of("UI-NO-MEMORY", language));
    } catch (const std::exception& error) {
        const std::vector<Argument> reason = {{"reason", error.what()}};
        say("tertib: " + text_of("UI-INTERNAL", language, reason));
    }
    return static_cast<int>(Exit::system);
}

} // namespace tertib::tool

int main(int count, char** arguments) {
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away is seen where we write
    return tertib::tool::command(count, arguments);
}
