// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "journal_arguments.hpp"

namespace tertib::tool {
namespace {

constexpr std::string_view journal_examples = R"(
  tertib journal verify kasus.tertib
  tertib journal seal kasus.tertib -o segel.json
  tertib journal verify kasus.tertib --seal segel.json
  tertib journal export kasus.tertib -o jurnal.jsonl
  tertib journal export kasus.tertib --case 2025-17 --no-personal
  tertib journal backup kasus.tertib cadangan.tertib
)";

} // namespace

CLI::App* JournalArguments::add_on_store(CLI::App& family, const std::string& name,
                                         std::string_view code, std::string& store) {
    CLI::App* verb = maker_.add_verb(family, name, code, journal_examples);
    maker_.add_positional(verb, "STORE", store, "UI-HELP-STORE")->required();
    maker_.add_manner(verb);
    return verb;
}

void JournalArguments::add_to(CLI::App& app) {
    CLI::App& journal = *maker_.add_family(app, "journal", "UI-HELP-JOURNAL", journal_examples);
    CLI::App* verify = add_on_store(journal, "verify", "UI-HELP-JOURNAL-VERIFY", verify_.store);
    maker_.add_list(verify, "--seal", verify_.seals, "UI-HELP-VERIFY-SEAL");
    maker_.does(verify,
                [this](const Answering& how) { return journal_verify_verb(verify_, how.manner); });
    CLI::App* seal = add_on_store(journal, "seal", "UI-HELP-JOURNAL-SEAL", seal_.store);
    seal->remove_option(seal->get_option("--json"));
    maker_.add_option(seal, "--now", seal_.now, "UI-HELP-NOW");
    maker_.does(seal, [this](const Answering&) { return journal_seal_verb(seal_); });
    CLI::App* out = add_on_store(journal, "export", "UI-HELP-JOURNAL-EXPORT", export_.store);
    // Its answer is JSON already, one document a line.
    out->remove_option(out->get_option("--json"));
    maker_.add_option(out, "--case", export_.case_id, "UI-HELP-EXPORT-CASE");
    maker_.add_flag(out, "--no-personal", export_.no_personal, "UI-HELP-EXPORT-NO-PERSONAL");
    maker_.add_flag(out, "--whole", export_.whole, "UI-HELP-EXPORT-WHOLE")
        ->excludes("--case")
        ->excludes("--no-personal");
    maker_.does(out, [this](const Answering& how) { return journal_export_verb(export_, how); });
    CLI::App* in = add_on_store(journal, "import", "UI-HELP-JOURNAL-IMPORT", import_.store);
    maker_.add_positional(in, "FILE", import_.file, "UI-HELP-IMPORT-FILE")->required();
    in->remove_option(in->get_option("--json"));
    maker_.does(in,
                [this](const Answering& how) { return journal_import_verb(import_, how.manner); });
    CLI::App* backup = add_on_store(journal, "backup", "UI-HELP-JOURNAL-BACKUP", backup_.store);
    maker_.add_positional(backup, "FILE", backup_.file, "UI-HELP-BACKUP-FILE")->required();
    backup->remove_option(backup->get_option("--json"));
    maker_.does(backup,
                [this](const Answering& how) { return journal_backup_verb(backup_, how.manner); });
    CLI::App* tidy = add_on_store(journal, "tidy", "UI-HELP-JOURNAL-TIDY", store_);
    tidy->remove_option(tidy->get_option("--json"));
    maker_.does(tidy,
                [this](const Answering& how) { return journal_tidy_verb(store_, how.manner); });
}

} // namespace tertib::tool
