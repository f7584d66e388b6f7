// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "verb.hpp"

#include "tertib/base/catalogue.hpp"

#include <CLI/App.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace tertib::tool {

/// Where a verb's answer goes, besides how it is told.
struct Answering {
    Manner manner;
    std::string output; ///< --output; "" is standard output
};

/// What a verb does once it is chosen.
using Doing = std::function<Outcome(const Answering&)>;

/// Makes the verbs of the command line, each with its help in the user's language, and knows which
/// one was chosen. It must outlive the CLI::App that it adds to.
///
///     CLI::App* verb = maker.add_verb(app, "read", "UI-HELP-READ", read_examples);
///     maker.add_manner(verb);
///     maker.does(verb, [&](const Answering& how) { return read_verb(request, how.manner); });
class VerbMaker {
public:
    explicit VerbMaker(Language language) : language_(language) {}

    /// A text of the catalogue.
    [[nodiscard]] std::string words(std::string_view code) const {
        return text_of(code, language_);
    }
    /// The examples at the end of a help.
    [[nodiscard]] std::string examples(std::string_view lines) const {
        return "\n" + words("UI-HELP-EXAMPLES") + std::string(lines);
    }
    /// CLI11's own words in the user's language.
    void label(CLI::App& app) const;

    CLI::App* add_verb(CLI::App& parent, const std::string& name, std::string_view code,
                       std::string_view example_lines) const;
    /// A verb that only has others: `calendar`, `case`.
    CLI::App* add_family(CLI::App& parent, const std::string& name, std::string_view code,
                         std::string_view example_lines) const;
    template <typename Value>
    CLI::Option* add_positional(CLI::App* verb, const std::string& name, Value& value,
                                std::string_view code) const {
        return verb->add_option(name, value, words(code))
            ->type_name(" ")
            ->group(words("UI-HELP-POSITIONALS"));
    }
    template <typename Value>
    CLI::Option* add_option(CLI::App* verb, const std::string& name, Value& value,
                            std::string_view code) const {
        return verb->add_option(name, value, words(code));
    }
    /// An option that may be given again and again, one value each time.
    CLI::Option* add_list(CLI::App* verb, const std::string& name, std::vector<std::string>& values,
                          std::string_view code) const {
        return verb->add_option(name, values, words(code))->allow_extra_args(false);
    }
    CLI::Option* add_flag(CLI::App* verb, const std::string& name, bool& value,
                          std::string_view code) const {
        return verb->add_flag(name, value, words(code))->disable_flag_override();
    }
    /// --json, --lang, --output.
    void add_manner(CLI::App* verb);
    CLI::Option* add_document(CLI::App* verb, DocumentRequest& request) const;
    void add_additions(CLI::App* verb, DocumentRequest& request) const;
    CLI::Option* add_calendar(CLI::App* verb, std::string& calendar) const {
        return verb->add_option("--calendar", calendar, words("UI-HELP-CALENDAR"));
    }
    /// What is done if the verb is chosen.
    void does(CLI::App* verb, Doing doing);

    /// Nothing if no verb was chosen.
    [[nodiscard]] const Doing& chosen() const noexcept { return chosen_; }
    [[nodiscard]] Answer answer() const noexcept { return json_ ? Answer::json : Answer::text; }
    [[nodiscard]] Language language() const noexcept { return language_; }
    [[nodiscard]] const std::string& output() const noexcept { return output_; }
    /// Throws Failure(usage) for what CLI11 can't check in our words.
    void check() const;

private:
    Language language_;
    bool json_ = false;
    std::string lang_;
    std::string output_;
    Doing chosen_;
};

} // namespace tertib::tool
