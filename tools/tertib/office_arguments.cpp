// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "office_arguments.hpp"

namespace tertib::tool {
namespace {

constexpr std::string_view delegate_examples = R"(
  tertib delegate --kind plh --for Kadis --to Budi --from 2025-05-05 --until 2025-05-09 --surat 800/12/2025 --store kasus.tertib --by Ani --as Sekretariat
  tertib delegate list --at 2025-05-06 --store kasus.tertib
  tertib delegate end 1 --until 2025-05-07 --surat 800/13/2025 --store kasus.tertib --by Ani --as Sekretariat
)";
constexpr std::string_view sop_examples = R"(
  tertib sop register sop.txt --overlay overlay.json --store kasus.tertib --by Ani --as Sekretariat
  tertib sop enforce sop.txt --overlay overlay.json --from 2025-05-05 --store kasus.tertib --by Ani --as Sekretariat --dasar "SK 12/2025"
  tertib sop revise 9c89a6e9023e revisi.txt --overlay overlay.json --store kasus.tertib
  tertib sop replace 9c89a6e9023e revisi.txt --overlay overlay.json --from 2025-06-02 --store kasus.tertib --by Ani --as Sekretariat --dasar "SK 15/2025"
  tertib sop list --at 2025-06-02 --store kasus.tertib
)";

} // namespace

void OfficeArguments::add_decision(CLI::App* verb) {
    maker_.add_option(verb, "--by", decision_.by, "UI-HELP-BY");
    maker_.add_option(verb, "--as", decision_.as, "UI-HELP-AS");
    maker_.add_option(verb, "--now", decision_.now, "UI-HELP-NOW");
    maker_.add_option(verb, "--at", decision_.at, "UI-HELP-DECIDED-AT");
    maker_.add_option(verb, "--reason", decision_.reason, "UI-HELP-REASON");
    maker_.add_option(verb, "--dasar", decision_.dasar, "UI-HELP-DASAR");
    maker_.add_option(verb, "--key", decision_.key, "UI-HELP-KEY");
    maker_.add_manner(verb);
}

void OfficeArguments::add_list(CLI::App& family, std::string_view code, std::string_view lines,
                               Outcome (*verb)(const OfficeListRequest&, const Manner&)) {
    CLI::App* list = maker_.add_verb(family, "list", code, lines);
    maker_.add_option(list, "--store", list_.store, "UI-HELP-STORE-OPTION")->required();
    maker_.add_option(list, "--at", list_.at, "UI-HELP-ON-DAY");
    maker_.add_manner(list);
    maker_.does(list, [this, verb](const Answering& how) { return verb(list_, how.manner); });
}

void OfficeArguments::add_delegate_end(CLI::App& family) {
    CLI::App* end = maker_.add_verb(family, "end", "UI-HELP-DELEGATE-END", delegate_examples);
    maker_.add_positional(end, "N", end_.holding, "UI-HELP-HOLDING")->required();
    maker_.add_option(end, "--until", decision_.until, "UI-HELP-END-UNTIL")->required();
    maker_.add_option(end, "--surat", end_.surat, "UI-HELP-SURAT");
    maker_.add_option(end, "--store", decision_.store, "UI-HELP-STORE-OPTION")->required();
    add_decision(end);
    maker_.does(end, [this](const Answering& how) {
        return delegate_end_verb(decision_, end_, how.manner);
    });
}

/// What `delegate` itself needs is asked for by the verb: its own verbs don't need it.
void OfficeArguments::add_delegate(CLI::App& app) {
    CLI::App* verb = maker_.add_verb(app, "delegate", "UI-HELP-DELEGATE", delegate_examples);
    maker_.add_option(verb, "--kind", delegate_.kind, "UI-HELP-KIND")
        ->type_name("plt/plh/an/ub/definitive");
    maker_.add_option(verb, "--for,--pelaksana", delegate_.pelaksana, "UI-HELP-DELEGATE-FOR");
    maker_.add_option(verb, "--to,--person", delegate_.person, "UI-HELP-DELEGATE-TO");
    maker_.add_option(verb, "--from", decision_.from, "UI-HELP-FROM-DAY");
    maker_.add_option(verb, "--until", decision_.until, "UI-HELP-UNTIL-DAY");
    maker_.add_option(verb, "--surat", delegate_.surat, "UI-HELP-SURAT");
    maker_.add_option(verb, "--store", decision_.store, "UI-HELP-STORE-OPTION");
    add_decision(verb);
    add_delegate_end(*verb);
    add_list(*verb, "UI-HELP-DELEGATE-LIST", delegate_examples, delegate_list_verb);
    verb->require_subcommand(0, 1);
    maker_.does(verb, [this](const Answering& how) {
        return delegate_verb(decision_, delegate_, how.manner);
    });
}

void OfficeArguments::add_additions(CLI::App* verb) {
    maker_.add_option(verb, "--nth", version_.document.nth, "UI-HELP-NTH")->type_name("N");
    maker_.add_additions(verb, version_.document);
}

CLI::App* OfficeArguments::add_version(CLI::App& family, const std::string& name,
                                       std::string_view code) {
    CLI::App* verb = maker_.add_verb(family, name, code, sop_examples);
    maker_.add_positional(verb, "SOP", version_.document.path, "UI-HELP-SOP")->required();
    maker_.add_option(verb, "--store", decision_.store, "UI-HELP-STORE-OPTION")->required();
    add_additions(verb);
    return verb;
}

void OfficeArguments::does(CLI::App* verb, VersionVerb what) {
    add_decision(verb);
    maker_.does(
        verb, [this, what](const Answering& how) { return what(decision_, version_, how.manner); });
}

void OfficeArguments::add_versions(CLI::App& family) {
    does(add_version(family, "register", "UI-HELP-SOP-REGISTER"), sop_register_verb);
    CLI::App* enforce = add_version(family, "enforce", "UI-HELP-SOP-ENFORCE");
    maker_.add_option(enforce, "--from", decision_.from, "UI-HELP-FROM-DAY")->required();
    maker_.add_option(enforce, "--until", decision_.until, "UI-HELP-UNTIL-DAY");
    does(enforce, sop_enforce_verb);
    CLI::App* withdraw = add_version(family, "withdraw", "UI-HELP-SOP-WITHDRAW");
    maker_.add_option(withdraw, "--from", decision_.from, "UI-HELP-WITHDRAW-FROM")->required();
    does(withdraw, sop_withdraw_verb);
}

void OfficeArguments::add_replace(CLI::App& family) {
    CLI::App* verb = maker_.add_verb(family, "replace", "UI-HELP-SOP-REPLACE", sop_examples);
    maker_.add_positional(verb, "OLD", version_.old.path, "UI-HELP-SOP-OLD")->required();
    maker_.add_positional(verb, "NEW", version_.document.path, "UI-HELP-SOP-NEW")->required();
    maker_.add_option(verb, "--store", decision_.store, "UI-HELP-STORE-OPTION")->required();
    maker_.add_option(verb, "--from", decision_.from, "UI-HELP-FROM-DAY")->required();
    maker_.add_option(verb, "--until", decision_.until, "UI-HELP-UNTIL-DAY");
    add_additions(verb);
    maker_.add_list(verb, "--old-overlay", version_.old.overlays, "UI-HELP-OLD-OVERLAY");
    does(verb, sop_replace_verb);
}

void OfficeArguments::add_revise(CLI::App& family) {
    CLI::App* verb = maker_.add_verb(family, "revise", "UI-HELP-SOP-REVISE", sop_examples);
    maker_.add_positional(verb, "OLD", revise_.version.old.path, "UI-HELP-SOP-OLD")->required();
    maker_.add_positional(verb, "NEW", revise_.version.document.path, "UI-HELP-SOP-NEW")
        ->required();
    maker_.add_option(verb, "--store", revise_.store, "UI-HELP-STORE-OPTION")->required();
    maker_.add_option(verb, "--overlay", revise_.overlay, "UI-HELP-REVISE-OVERLAY");
    maker_.add_list(verb, "--old-overlay", revise_.version.old.overlays, "UI-HELP-OLD-OVERLAY");
    maker_.add_option(verb, "--nth", revise_.version.document.nth, "UI-HELP-NTH")->type_name("N");
    maker_.add_option(verb, "--after", revise_.after, "UI-HELP-AFTER");
    maker_.add_option(verb, "--limit", revise_.limit, "UI-HELP-LIMIT")->type_name("N");
    maker_.add_manner(verb);
    maker_.does(verb,
                [this](const Answering& how) { return sop_revise_verb(revise_, how.manner); });
}

void OfficeArguments::add_to(CLI::App& app) {
    add_delegate(app);
    CLI::App& family = *maker_.add_family(app, "sop", "UI-HELP-SOP-VERB", sop_examples);
    add_versions(family);
    add_replace(family);
    add_list(family, "UI-HELP-SOP-LIST", sop_examples, sop_list_verb);
    add_revise(family);
}

} // namespace tertib::tool
