// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "verb_maker.hpp"

#include "failure.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <memory>
#include <utility>

namespace tertib::tool {

void VerbMaker::label(CLI::App& app) const {
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
    formatter->label("Needs", words("UI-HELP-NEEDS"));
    formatter->column_width(34);
    app.formatter(formatter);
    app.option_defaults()->group(words("UI-HELP-OPTIONS"));
}

CLI::App* VerbMaker::add_verb(CLI::App& parent, const std::string& name, std::string_view code,
                              std::string_view example_lines) const {
    CLI::App* verb = parent.add_subcommand(name, words(code));
    verb->group(words("UI-HELP-VERBS"));
    verb->footer(examples(example_lines));
    label(*verb);
    return verb;
}

CLI::App* VerbMaker::add_family(CLI::App& parent, const std::string& name, std::string_view code,
                                std::string_view example_lines) const {
    CLI::App* family = add_verb(parent, name, code, example_lines);
    family->require_subcommand(1);
    return family;
}

void VerbMaker::add_manner(CLI::App* verb) {
    add_flag(verb, "--json", json_, "UI-HELP-JSON");
    add_option(verb, "--lang", lang_, "UI-HELP-LANG")->type_name("id/en");
    add_option(verb, "-o,--output", output_, "UI-HELP-OUTPUT");
}

CLI::Option* VerbMaker::add_document(CLI::App* verb, DocumentRequest& request) const {
    add_positional(verb, "DOC", request.path, "UI-HELP-DOC")->required();
    return add_option(verb, "--nth", request.nth, "UI-HELP-NTH")->type_name("N");
}

void VerbMaker::add_additions(CLI::App* verb, DocumentRequest& request) const {
    add_list(verb, "--overlay", request.overlays, "UI-HELP-OVERLAY-FILE");
    add_list(verb, "--assign", request.assigns, "UI-HELP-ASSIGN");
}

void VerbMaker::does(CLI::App* verb, Doing doing) {
    // A verb's callback comes after those of its own verbs.
    verb->callback([this, verb, doing = std::move(doing)]() {
        if (verb->get_subcommands().empty()) {
            chosen_ = doing;
        }
    });
}

void VerbMaker::check() const {
    if (!lang_.empty() && lang_ != "id" && lang_ != "en") {
        throw Failure(Exit::usage, "UI-USAGE-LANG", {{"lang", lang_}});
    }
}

} // namespace tertib::tool
