// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// The command line of tertib: what may be asked, in both languages, and how it ends. The only file
// that knows CLI11.
#include "calendar_verb.hpp"
#include "deadline_batch.hpp"
#include "deadline_verb.hpp"
#include "failure.hpp"
#include "graph_verb.hpp"
#include "lint_verb.hpp"
#include "output.hpp"
#include "overlay_verb.hpp"
#include "plan_verb.hpp"
#include "read_verb.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/version.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <csignal>
#include <exception>
#include <functional>
#include <new>
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
constexpr std::string_view completion_examples = R"(
  tertib completion bash > tertib.bash
)";

/// All that may be asked, as CLI11 fills it in.
class CommandLine {
public:
    explicit CommandLine(Language language) : language_(language) {
        manner_.language = language;
        app_.name("tertib");
        app_.description(words("UI-HELP-TERTIB"));
        app_.footer(examples(read_examples));
        label(app_);
        app_.add_flag_callback(
            "--version", [this]() { outcome_.text = "tertib " + std::string(version()) + "\n"; },
            words("UI-HELP-VERSION"));
        add_read();
        add_overlay();
        add_lint();
        add_graph();
        add_plan();
        add_deadline();
        add_calendar();
        add_completion();
    }

    CLI::App& app() noexcept { return app_; }

    [[nodiscard]] Outcome run() {
        if (chosen_) {
            manner_.terminal = find_terminal();
            manner_.answer = json_ ? Answer::json : Answer::text;
            return chosen_();
        }
        if (outcome_.text.empty()) {
            throw Failure(Exit::usage, "UI-USAGE-NO-VERB");
        }
        return outcome_;
    }
    [[nodiscard]] const std::string& output() const noexcept { return output_; }
    /// The verb wrote its answer itself, piece by piece.
    [[nodiscard]] bool written() const noexcept { return written_; }

private:
    [[nodiscard]] std::string words(std::string_view code) const {
        return text_of(code, language_);
    }
    [[nodiscard]] std::string examples(std::string_view lines) const {
        return "\n" + words("UI-HELP-EXAMPLES") + std::string(lines);
    }

    /// CLI11's own words in the user's language.
    void label(CLI::App& app) {
        app.set_help_flag("-h,--help", words("UI-HELP-HELP"))->group(words("UI-HELP-OPTIONS"));
        const auto formatter = std::make_shared<CLI::Formatter>();
        formatter->label("Usage", words("UI-HELP-USAGE"));
        formatter->label("OPTIONS", words("UI-HELP-OPTIONS"));
        formatter->label("Positionals", words("UI-HELP-POSITIONALS"));
        formatter->label("SUBCOMMAND", words("UI-HELP-VERB"));
        formatter->label("Subcommands", words("UI-HELP-VERBS"));
        formatter->label("Subcommand", words("UI-HELP-VERB"));
        formatter->label("REQUIRED", words("UI-HELP-REQUIRED"));
        formatter->label("TEXT", words("UI-HELP-VALUE"));
        formatter->label("Excludes", words("UI-HELP-EXCLUDES"));
        formatter->column_width(34);
        app.formatter(formatter);
        app.option_defaults()->group(words("UI-HELP-OPTIONS"));
    }

    CLI::App* add_verb(CLI::App& parent, const std::string& name, std::string_view code,
                       std::string_view example_lines) {
        CLI::App* verb = parent.add_subcommand(name, words(code));
        verb->group(words("UI-HELP-VERBS"));
        verb->footer(examples(example_lines));
        label(*verb);
        return verb;
    }

    void add_manner(CLI::App* verb) {
        verb->add_flag("--json", json_, words("UI-HELP-JSON"))->disable_flag_override();
        verb->add_option("--lang", lang_, words("UI-HELP-LANG"))->type_name("id/en");
        verb->add_option("-o,--output", output_, words("UI-HELP-OUTPUT"));
    }

    CLI::Option* add_document(CLI::App* verb, DocumentRequest& request) {
        verb->add_option("DOC", request.path, words("UI-HELP-DOC"))
            ->required()
            ->type_name(" ")
            ->group(words("UI-HELP-POSITIONALS"));
        return verb->add_option("--nth", request.nth, words("UI-HELP-NTH"))->type_name("N");
    }

    void add_additions(CLI::App* verb, DocumentRequest& request) {
        verb->add_option("--overlay", request.overlays, words("UI-HELP-OVERLAY-FILE"))
            ->allow_extra_args(false);
        verb->add_option("--assign", request.assigns, words("UI-HELP-ASSIGN"))
            ->allow_extra_args(false);
    }

    void add_read() {
        CLI::App* verb = add_verb(app_, "read", "UI-HELP-READ", read_examples);
        CLI::Option* nth = add_document(verb, read_.document);
        verb->add_flag("--all", read_.document.all, words("UI-HELP-ALL"))
            ->disable_flag_override()
            ->excludes(nth);
        add_additions(verb, read_.document);
        verb->add_flag_callback(
            "--no-personal", [this]() { read_.personal = Personal::omit; },
            words("UI-HELP-NO-PERSONAL"));
        add_manner(verb);
        verb->callback([this]() { chosen_ = [this]() { return read_verb(read_, manner_); }; });
    }

    void add_overlay() {
        CLI::App* overlay = add_verb(app_, "overlay", "UI-HELP-OVERLAY", overlay_examples);
        overlay->require_subcommand(1);
        CLI::App* verb = add_verb(*overlay, "init", "UI-HELP-OVERLAY-INIT", overlay_examples);
        add_document(verb, overlay_);
        add_manner(verb);
        verb->callback(
            [this]() { chosen_ = [this]() { return overlay_init_verb(overlay_, manner_); }; });
    }

    void add_lint() {
        CLI::App* verb = add_verb(app_, "lint", "UI-HELP-LINT", lint_examples);
        add_document(verb, lint_.document);
        verb->add_option("--profile", lint_.profile, words("UI-HELP-PROFILE"));
        add_additions(verb, lint_.document);
        add_manner(verb);
        verb->callback([this]() { chosen_ = [this]() { return lint_verb(lint_, manner_); }; });
    }

    void add_graph() {
        CLI::App* verb = add_verb(app_, "graph", "UI-HELP-GRAPH", graph_examples);
        add_document(verb, graph_.document);
        CLI::Option* dot = verb->add_flag_callback(
            "--dot", [this]() { graph_.form = GraphForm::dot; }, words("UI-HELP-DOT"));
        CLI::Option* mermaid = verb->add_flag_callback(
            "--mermaid", [this]() { graph_.form = GraphForm::mermaid; }, words("UI-HELP-MERMAID"));
        add_additions(verb, graph_.document);
        add_manner(verb);
        CLI::Option* json = verb->get_option("--json");
        dot->excludes(mermaid)->excludes(json);
        mermaid->excludes(json);
        verb->callback([this]() { chosen_ = [this]() { return graph_verb(graph_, manner_); }; });
    }

    void add_plan() {
        CLI::App* verb = add_verb(app_, "plan", "UI-HELP-PLAN", plan_examples);
        add_document(verb, plan_.document);
        verb->add_option("--start", plan_.start, words("UI-HELP-START"));
        add_calendar_option(verb, plan_.calendar);
        verb->add_option("--outcome", plan_.outcomes, words("UI-HELP-OUTCOME"))
            ->allow_extra_args(false);
        verb->add_option("--items", plan_.items, words("UI-HELP-PLAN-ITEMS"))
            ->allow_extra_args(false);
        verb->add_option("--rounds", plan_.rounds, words("UI-HELP-ROUNDS"))->type_name("N");
        add_additions(verb, plan_.document);
        add_manner(verb);
        verb->callback([this]() { chosen_ = [this]() { return plan_verb(plan_, manner_); }; });
    }

    void add_calendar_option(CLI::App* verb, std::string& calendar) {
        verb->add_option("--calendar", calendar, words("UI-HELP-CALENDAR"));
    }

    void add_deadline() {
        CLI::App* verb = add_verb(app_, "deadline", "UI-HELP-DEADLINE", deadline_examples);
        const std::vector<CLI::Option*> single = {
            verb->add_option("--from", deadline_.from, words("UI-HELP-FROM")),
            verb->add_option("--waktu", deadline_.waktu, words("UI-HELP-WAKTU")),
            verb->add_option("--items", deadline_.items, words("UI-HELP-ITEMS"))->type_name("N"),
            verb->add_option("--stop", deadline_.stops, words("UI-HELP-STOP"))
                ->allow_extra_args(false),
            verb->add_flag("--explain", deadline_.explain, words("UI-HELP-EXPLAIN"))
                ->disable_flag_override()};
        add_calendar_option(verb, deadline_.calendar);
        CLI::Option* batch = verb->add_option("--batch", batch_, words("UI-HELP-BATCH"));
        add_manner(verb);
        for (CLI::Option* option : single) {
            batch->excludes(option);
        }
        batch->excludes(verb->get_option("--json"));
        verb->callback([this]() {
            chosen_ = [this]() {
                if (batch_.empty()) {
                    return deadline_verb(deadline_, manner_);
                }
                Outcome outcome = deadline_batch_verb(
                    {.path = batch_, .calendar = deadline_.calendar, .output = output_}, manner_);
                written_ = true;
                return outcome;
            };
        });
    }

    void add_calendar() {
        CLI::App* calendar = add_verb(app_, "calendar", "UI-HELP-CALENDAR-VERB", calendar_examples);
        calendar->require_subcommand(1);
        const auto name = [&](CLI::App* verb, const std::string& place, std::string& value) {
            verb->add_option(place, value, words("UI-HELP-CALENDAR-NAME"))
                ->required()
                ->type_name(" ")
                ->group(words("UI-HELP-POSITIONALS"));
        };
        CLI::App* show = add_verb(*calendar, "show", "UI-HELP-CALENDAR-SHOW", calendar_examples);
        name(show, "C", show_.calendar);
        show->add_option("--year", show_.year, words("UI-HELP-YEAR"))->type_name("N");
        add_manner(show);
        show->callback(
            [this]() { chosen_ = [this]() { return calendar_show_verb(show_, manner_); }; });

        CLI::App* diff = add_verb(*calendar, "diff", "UI-HELP-CALENDAR-DIFF", calendar_examples);
        name(diff, "A", diff_.before);
        name(diff, "B", diff_.after);
        diff->add_option("--year", diff_.year, words("UI-HELP-YEAR"))->type_name("N");
        add_manner(diff);
        diff->callback(
            [this]() { chosen_ = [this]() { return calendar_diff_verb(diff_, manner_); }; });

        CLI::App* between =
            add_verb(*calendar, "between", "UI-HELP-CALENDAR-BETWEEN", calendar_examples);
        between->add_option("--from", between_.from, words("UI-HELP-FROM"))->required();
        between->add_option("--to", between_.to, words("UI-HELP-TO"))->required();
        add_calendar_option(between, between_.calendar);
        add_manner(between);
        between->callback(
            [this]() { chosen_ = [this]() { return calendar_between_verb(between_, manner_); }; });
    }

    void add_completion() {
        CLI::App* verb = add_verb(app_, "completion", "UI-HELP-COMPLETION", completion_examples);
        verb->add_option("SHELL", shell_, words("UI-HELP-SHELL"))
            ->required()
            ->type_name(" ")
            ->group(words("UI-HELP-POSITIONALS"));
        verb->callback([this]() {
            if (shell_ != "bash") {
                throw Failure(Exit::usage, "UI-USAGE-SHELL", {{"shell", shell_}});
            }
            outcome_.text = embedded::completion_bash;
        });
    }

public:
    /// What CLI11 can't check in our words.
    void check() const {
        if (!lang_.empty() && lang_ != "id" && lang_ != "en") {
            throw Failure(Exit::usage, "UI-USAGE-LANG", {{"lang", lang_}});
        }
    }

private:
    Language language_;
    CLI::App app_;
    Manner manner_;
    bool json_ = false;
    std::string lang_;
    std::string output_;
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
    bool written_ = false;
    std::function<Outcome()> chosen_;
    Outcome outcome_;
};

/// A complaint of CLI11 as one of ours.
Failure usage(const CLI::ParseError& error) {
    const std::string detail = error.what();
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError)) {
        return {Exit::usage, "UI-USAGE-EXTRA", {{"text", detail.substr(detail.find(':') + 1)}}};
    }
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError)) {
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
        throw usage(error);
    }
    line.check();
    const Outcome outcome = line.run();
    if (!line.written()) {
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
