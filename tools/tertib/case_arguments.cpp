// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "case_arguments.hpp"

namespace tertib::tool {
namespace {

constexpr std::string_view case_examples = R"(
  tertib case start sop.txt --overlay overlay.json --store kasus.tertib --case 2025-17 --by Ani --as Kadis --now 2025-05-05T08:00
  tertib case claim 2025-17 1 --store kasus.tertib --by Ani --as Kadis --now 2025-05-05T08:30
  tertib case complete 2025-17 1 --all-produk --store kasus.tertib --by Ani --as Kadis --now 2025-05-05T10:00
  tertib case show 2025-17 --store kasus.tertib
  tertib case why 2025-17 --store kasus.tertib --by Ani --as Kadis --now 2025-05-05T10:05
  tertib case tick --store kasus.tertib --now 2025-05-06T08:00
  tertib case recompute 2025-17 --calendar id5@2025-05-01 --dry-run --store kasus.tertib --by Ani --as Kadis --now 2025-05-06T08:05
)";
constexpr std::string_view worklist_examples = R"(
  tertib worklist --as Kadis --store kasus.tertib
  tertib worklist --as Kadis --store kasus.tertib --json
)";

} // namespace

CLI::App* CaseArguments::add(CLI::App& family, const std::string& name, std::string_view code) {
    return maker_.add_verb(family, name, code, case_examples);
}

void CaseArguments::add_store(CLI::App* verb, std::string& store) {
    maker_.add_option(verb, "--store", store, "UI-HELP-STORE-OPTION")->required();
}

void CaseArguments::add_actor(CLI::App* verb) {
    maker_.add_option(verb, "--by", request_.by, "UI-HELP-BY");
    maker_.add_option(verb, "--as", request_.as, "UI-HELP-AS");
}

void CaseArguments::add_moments(CLI::App* verb) {
    maker_.add_option(verb, "--now", request_.now, "UI-HELP-NOW");
    maker_.add_option(verb, "--at", request_.at, "UI-HELP-AT");
}

CLI::App* CaseArguments::add_command(CLI::App& family, const std::string& name,
                                     std::string_view code, TaskName* task, Target target) {
    CLI::App* verb = add(family, name, code);
    maker_.add_positional(verb, "CASE", request_.case_id, "UI-HELP-CASE")->required();
    if (task != nullptr) {
        CLI::Option* step = maker_.add_positional(verb, "STEP", *task, "UI-HELP-STEP");
        step->required(target == Target::task);
    }
    add_store(verb, request_.store);
    add_actor(verb);
    add_moments(verb);
    maker_.add_option(verb, "--reason", request_.reason, "UI-HELP-REASON");
    maker_.add_option(verb, "--dasar", request_.dasar, "UI-HELP-DASAR");
    maker_.add_option(verb, "--key", request_.key, "UI-HELP-KEY");
    maker_.add_option(verb, "--seen", request_.seen, "UI-HELP-SEEN")->type_name("N");
    maker_.add_manner(verb);
    return verb;
}

void CaseArguments::add_start(CLI::App& family) {
    CLI::App* verb = add(family, "start", "UI-HELP-CASE-START");
    maker_.add_document(verb, start_.document);
    maker_.add_option(verb, "--case", request_.case_id, "UI-HELP-CASE")->required();
    add_store(verb, request_.store);
    add_actor(verb);
    add_moments(verb);
    maker_.add_additions(verb, start_.document);
    maker_.add_calendar(verb, start_.calendar);
    maker_.add_option(verb, "--policy", start_.policy, "UI-HELP-POLICY");
    maker_.add_option(verb, "--waktu", start_.action.waktu, "UI-HELP-CASE-WAKTU");
    maker_.add_option(verb, "--dasar", request_.dasar, "UI-HELP-DASAR");
    maker_.add_option(verb, "--outcome", start_.action.outcome, "UI-HELP-START-OUTCOME");
    maker_.add_option(verb, "--reason", request_.reason, "UI-HELP-REASON");
    maker_.add_option(verb, "--key", request_.key, "UI-HELP-KEY");
    maker_.add_manner(verb);
    maker_.does(verb, [this](const Answering& how) {
        return case_start_verb(request_, start_, how.manner);
    });
}

void CaseArguments::add_case_verbs(CLI::App& family) {
    const auto whole = [&](const std::string& name, std::string_view code) {
        return add_command(family, name, code, nullptr, Target::whole_case);
    };
    does(whole("accept", "UI-HELP-CASE-ACCEPT"), accept_);
    does(whole("suspend", "UI-HELP-CASE-SUSPEND"), suspend_);
    does(whole("reopen", "UI-HELP-CASE-REOPEN"), reopen_);
    does(whole("cancel", "UI-HELP-CASE-CANCEL"), cancel_);
    CLI::App* erase = whole("erase", "UI-HELP-CASE-ERASE");
    maker_.add_option(erase, "--event", erase_.event, "UI-HELP-EVENT")->required()->type_name("N");
    does(erase, erase_);
}

void CaseArguments::add_task_verbs(CLI::App& family) {
    const auto task = [&](const std::string& name, std::string_view code, TaskName& step) {
        return add_command(family, name, code, &step, Target::task);
    };
    does(task("claim", "UI-HELP-CASE-CLAIM", claim_.task), claim_);
    does(task("release", "UI-HELP-CASE-RELEASE", release_.task), release_);
    CLI::App* back = task("return", "UI-HELP-CASE-RETURN", return_.task);
    maker_.add_option(back, "--to", return_.target, "UI-HELP-RETURN-TO")->required();
    does(back, return_);
    CLI::App* reassign = task("reassign", "UI-HELP-CASE-REASSIGN", reassign_.task);
    maker_.add_option(reassign, "--to", reassign_.person, "UI-HELP-REASSIGN-TO");
    maker_.add_option(reassign, "--pelaksana", reassign_.pelaksana, "UI-HELP-REASSIGN-PELAKSANA");
    reassign->add_flag_callback(
        "--discard", [this]() { reassign_.work = WorkDone::discarded; },
        maker_.words("UI-HELP-DISCARD"));
    does(reassign, reassign_);
    CLI::App* skip = task("skip", "UI-HELP-CASE-SKIP", skip_.task);
    maker_.add_option(skip, "--outcome", skip_.outcome, "UI-HELP-TASK-OUTCOME");
    does(skip, skip_);
}

void CaseArguments::add_complete(CLI::App& family) {
    CompleteTask& action = complete_.action;
    CLI::App* verb =
        add_command(family, "complete", "UI-HELP-CASE-COMPLETE", &action.task, Target::task);
    CLI::Option* produk = maker_.add_list(verb, "--produk", action.produk, "UI-HELP-PRODUK");
    maker_.add_flag(verb, "--all-produk", complete_.every_produk, "UI-HELP-ALL-PRODUK")
        ->excludes(produk);
    maker_.add_option(verb, "--outcome", action.outcome, "UI-HELP-TASK-OUTCOME");
    maker_.add_option(verb, "--to", action.target, "UI-HELP-COMPLETE-TO");
    maker_.add_list(verb, "--missing", action.missing, "UI-HELP-MISSING");
    maker_.add_option(verb, "--excuse", action.excuse, "UI-HELP-EXCUSE");
    maker_.add_option(verb, "--result", action.result, "UI-HELP-RESULT");
    maker_.does(verb, [this](const Answering& how) {
        return case_complete_verb(request_, complete_, how.manner);
    });
}

void CaseArguments::add_waits(CLI::App& family) {
    CLI::App* wait = add_command(family, "wait", "UI-HELP-CASE-WAIT", &wait_.task, Target::task);
    wait->add_flag_callback(
        "--service", [this]() { wait_.scope = WaitScope::task_and_service; },
        maker_.words("UI-HELP-WAIT-SERVICE"));
    does(wait, wait_);
    CLI::App* resume =
        add_command(family, "resume", "UI-HELP-CASE-RESUME", &resume_.task, Target::task);
    resume->add_flag_callback(
        "--whole", [this]() { resume_.with = ResumeWith::whole; },
        maker_.words("UI-HELP-RESUME-WHOLE"));
    does(resume, resume_);
}

void CaseArguments::add_evidence(CLI::App& family) {
    CLI::App* annotate = add_command(family, "annotate", "UI-HELP-CASE-ANNOTATE", &annotate_.task,
                                     Target::task_or_case);
    maker_.add_option(annotate, "--note", annotate_.note, "UI-HELP-NOTE")->required();
    does(annotate, annotate_);
    Attach& action = attach_.action;
    CLI::App* attach =
        add_command(family, "attach", "UI-HELP-CASE-ATTACH", &action.task, Target::task_or_case);
    CLI::Option* file = maker_.add_option(attach, "--file", attach_.file, "UI-HELP-ATTACH-FILE");
    maker_.add_option(attach, "--name", action.evidence, "UI-HELP-ATTACH-NAME");
    maker_.add_option(attach, "--media-type", action.media_type, "UI-HELP-MEDIA-TYPE");
    maker_.add_option(attach, "--location", action.location, "UI-HELP-LOCATION");
    maker_.add_option(attach, "--sha256", action.sha256, "UI-HELP-SHA256")->excludes(file);
    maker_.add_option(attach, "--size", attach_.size, "UI-HELP-SIZE")
        ->excludes(file)
        ->type_name("N");
    maker_.does(attach, [this](const Answering& how) {
        return case_attach_verb(request_, attach_, how.manner);
    });
}

void CaseArguments::add_changes(CLI::App& family) {
    const auto dry_run = [&](CLI::App* verb, Run& run) {
        verb->add_flag_callback(
            "--dry-run", [&run]() { run = Run::dry; }, maker_.words("UI-HELP-DRY-RUN"));
    };
    CLI::App* recompute =
        add_command(family, "recompute", "UI-HELP-CASE-RECOMPUTE", nullptr, Target::whole_case);
    maker_.add_option(recompute, "--calendar", recompute_.calendar, "UI-HELP-RECOMPUTE-CALENDAR");
    dry_run(recompute, recompute_.run);
    maker_.does(recompute, [this](const Answering& how) {
        return case_recompute_verb(request_, recompute_, how.manner);
    });
    CLI::App* migrate =
        add_command(family, "migrate", "UI-HELP-CASE-MIGRATE", nullptr, Target::whole_case);
    maker_.add_option(migrate, "--sop", migrate_.sop.path, "UI-HELP-MIGRATE-SOP")->required();
    maker_.add_list(migrate, "--step", migrate_.steps, "UI-HELP-MIGRATE-STEP");
    maker_.add_option(migrate, "--nth", migrate_.sop.nth, "UI-HELP-NTH")->type_name("N");
    maker_.add_additions(migrate, migrate_.sop);
    dry_run(migrate, migrate_.run);
    maker_.does(migrate, [this](const Answering& how) {
        return case_migrate_verb(request_, migrate_, how.manner);
    });
}

void CaseArguments::add_views(CLI::App& family) {
    const auto on_case = [&](const std::string& name, std::string_view code) {
        CLI::App* verb = add(family, name, code);
        maker_.add_positional(verb, "CASE", request_.case_id, "UI-HELP-CASE")->required();
        add_store(verb, request_.store);
        maker_.add_manner(verb);
        return verb;
    };
    maker_.does(on_case("show", "UI-HELP-CASE-SHOW"),
                [this](const Answering& how) { return case_show_verb(request_, how.manner); });
    CLI::App* why = on_case("why", "UI-HELP-CASE-WHY");
    add_actor(why);
    maker_.add_option(why, "--now", request_.now, "UI-HELP-NOW");
    maker_.does(why, [this](const Answering& how) { return case_why_verb(request_, how.manner); });
    CLI::App* list = add(family, "list", "UI-HELP-CASE-LIST");
    add_store(list, list_.store);
    maker_.add_option(list, "--after", list_.after, "UI-HELP-AFTER");
    maker_.add_option(list, "--limit", list_.limit, "UI-HELP-LIMIT")->type_name("N");
    maker_.add_manner(list);
    maker_.does(list, [this](const Answering& how) { return case_list_verb(list_, how.manner); });
    CLI::App* tick = add(family, "tick", "UI-HELP-CASE-TICK");
    add_store(tick, request_.store);
    maker_.add_option(tick, "--now", request_.now, "UI-HELP-NOW");
    maker_.add_manner(tick);
    maker_.does(tick,
                [this](const Answering& how) { return case_tick_verb(request_, how.manner); });
}

void CaseArguments::add_worklist(CLI::App& app) {
    CLI::App* verb = maker_.add_verb(app, "worklist", "UI-HELP-WORKLIST", worklist_examples);
    maker_.add_option(verb, "--as", list_.as, "UI-HELP-WORKLIST-AS")->required();
    add_store(verb, list_.store);
    maker_.add_option(verb, "--after", list_.after, "UI-HELP-AFTER");
    maker_.add_option(verb, "--limit", list_.limit, "UI-HELP-LIMIT")->type_name("N");
    maker_.add_manner(verb);
    maker_.does(verb, [this](const Answering& how) { return worklist_verb(list_, how.manner); });
}

void CaseArguments::add_to(CLI::App& app) {
    CLI::App& family = *maker_.add_family(app, "case", "UI-HELP-CASE-VERB", case_examples);
    add_start(family);
    add_case_verbs(family);
    add_task_verbs(family);
    add_complete(family);
    add_waits(family);
    add_evidence(family);
    add_changes(family);
    add_views(family);
    add_worklist(app);
}

} // namespace tertib::tool
