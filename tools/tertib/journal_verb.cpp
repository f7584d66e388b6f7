// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "journal_verb.hpp"

#include "case_answer.hpp"
#include "input.hpp"
#include "page.hpp"
#include "store_file.hpp"

#include "tertib/store/journal_import.hpp"
#include "tertib/store/seal.hpp"
#include "tertib/store/sqlite.hpp"
#include "tertib/store/verification_json.hpp"

#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace tertib::tool {
namespace {

constexpr std::size_t write_at = std::size_t{1} << 20;

std::string_view code_of(JournalFault fault) {
    switch (fault) {
    case JournalFault::database: return "UI-FAULT-DATABASE";
    case JournalFault::document: return "UI-FAULT-DOCUMENT";
    case JournalFault::link: return "UI-FAULT-LINK";
    case JournalFault::gap: return "UI-FAULT-GAP";
    case JournalFault::body: return "UI-FAULT-BODY";
    case JournalFault::body_missing: return "UI-FAULT-BODY-MISSING";
    case JournalFault::event: return "UI-FAULT-EVENT";
    case JournalFault::projection: return "UI-FAULT-PROJECTION";
    case JournalFault::seal: return "UI-FAULT-SEAL";
    case JournalFault::receipt: return "UI-FAULT-RECEIPT";
    }
    return "";
}

std::string place_of(const Page& page, const JournalBreach& breach) {
    if (breach.case_id.empty()) {
        return page.text("UI-VERIFY-STORE");
    }
    if (breach.number == 0) {
        return page.text("UI-VERIFY-CASE", {{"case", breach.case_id}});
    }
    return page.text("UI-VERIFY-EVENT",
                     {{"case", breach.case_id}, {"number", std::to_string(breach.number)}});
}

void add_breach(Page& page, const JournalBreach& breach) {
    page.item(place_of(page, breach) + ":",
              page.text(code_of(breach.fault)) + " (" + breach.detail + ")", 2, Tone::bad);
}

/// A file that is a store no more is the first thing that verifying finds.
Verification verified(const std::string& path, const std::vector<Seal>& kept) {
    try {
        Store store = open_store(path, OpenMode::read_only);
        return store.verify({}, kept);
    } catch (const Failure& failure) {
        if (failure.code() != "UI-STORE-DAMAGED") {
            throw;
        }
        Verification verification;
        verification.breaches.push_back({.fault = JournalFault::database,
                                         .case_id = {},
                                         .detail = failure.arguments().back().value});
        return verification;
    } catch (const Error& error) {
        throw store_failure(path, error);
    }
}

Seal read_seal(const std::string& path) {
    constexpr std::size_t max_bytes = std::size_t{1} << 16;
    try {
        return seal_from_json(read_input(path, max_bytes));
    } catch (const Error& error) {
        throw Failure(Exit::unreadable, "UI-SEAL-NONE", {{"file", path}, {"reason", error.what()}});
    }
}

/// Gives the lines of a file one after another, without their ends.
class Lines {
public:
    explicit Lines(const std::string& path) : file_(path) {}

    std::optional<std::string> next() {
        std::size_t end = bytes_.find('\n', from_);
        while (end == std::string::npos) {
            bytes_.erase(0, from_);
            from_ = 0;
            const std::size_t old = bytes_.size();
            if (!file_.read_more(bytes_)) {
                return bytes_.empty() ? std::nullopt
                                      : std::optional(std::exchange(bytes_, std::string()));
            }
            end = bytes_.find('\n', old);
        }
        std::string line = bytes_.substr(from_, end - from_);
        from_ = end + 1;
        return line;
    }

private:
    InputFile file_;
    std::string bytes_;
    std::size_t from_ = 0; ///< of the next line
};

LineOptions line_options(const ExportRequest& request) {
    return {.bodies = request.no_personal ? LineBodies::left_out : LineBodies::shown, .office = {}};
}

} // namespace

Outcome journal_verify_verb(const VerifyRequest& request, const Manner& manner) {
    std::vector<Seal> kept;
    kept.reserve(request.seals.size());
    for (const std::string& path : request.seals) {
        kept.push_back(read_seal(path));
    }
    const Verification verification = verified(request.store, kept);
    Outcome outcome;
    outcome.exit = verification.holds() ? Exit::done : Exit::negative;
    if (manner.answer == Answer::json) {
        outcome.text = to_json(verification);
        return outcome;
    }
    Page page(manner.terminal, manner.language);
    page.paragraph(page.text(verification.holds() ? "UI-VERIFY-HOLDS" : "UI-VERIFY-BROKEN",
                             {{"cases", std::to_string(verification.cases)},
                              {"events", std::to_string(verification.events)},
                              {"erased", std::to_string(verification.erased)}}),
                   0, verification.holds() ? Tone::good : Tone::bad);
    for (const JournalBreach& breach : verification.breaches) {
        add_breach(page, breach);
    }
    outcome.text = page.take();
    return outcome;
}

Outcome journal_export_verb(const ExportRequest& request, const Answering& how) {
    return with_store(request.store, OpenMode::read_only, [&](Store& store) {
        const bool known = request.case_id.empty() || request.case_id == office_id ||
                           store.find_case(request.case_id).has_value();
        if (!known) {
            return refused(make_finding("CASE-UNKNOWN", {}, {{"case", request.case_id}}),
                           how.manner);
        }
        OutputFile output(how.output);
        if (request.whole) {
            store.export_journal(zone_of_store(store).value_or(wib()),
                                 [&](std::string_view line) { output.write(line); });
            output.finish();
            Outcome outcome;
            outcome.written = true;
            return outcome;
        }
        std::string lines;
        store.each_line(request.case_id, line_options(request), [&](std::string_view line) {
            lines += line;
            if (lines.size() >= write_at) {
                output.write(lines);
                lines.clear();
            }
        });
        output.write(lines);
        output.finish();
        Outcome outcome;
        outcome.written = true;
        return outcome;
    });
}

Outcome journal_seal_verb(const SealRequest& request) {
    return with_store(request.store, OpenMode::write, [&](Store& store) {
        const Zone zone = zone_of_store(store).value_or(wib());
        Outcome outcome;
        outcome.text = to_json(store.seal(now_of(request.now, zone)), zone);
        return outcome;
    });
}

Outcome journal_import_verb(const ImportRequest& request, const Manner& manner) {
    if (std::filesystem::exists(request.store)) {
        throw Failure(Exit::usage, "UI-USAGE-IMPORT", {{"file", request.store}});
    }
    Lines lines(request.file);
    Verification verification;
    try {
        const auto database = open_sqlite(request.store);
        verification = import_journal(*database, [&] { return lines.next(); });
    } catch (const Error& error) {
        for (const char* part : {"", "-wal", "-shm"}) {
            std::error_code nothing;
            std::filesystem::remove(request.store + part, nothing);
        }
        if (error.code() == ErrorCode::store || error.code() == ErrorCode::io) {
            throw store_failure(request.store, error);
        }
        throw Failure(Exit::unreadable, "UI-IMPORT-REFUSED",
                      {{"file", request.file}, {"reason", error.what()}});
    }
    const Page page(manner.terminal, manner.language);
    say("tertib: " +
        page.text("UI-IMPORT-DONE", {{"file", request.store},
                                     {"cases", std::to_string(verification.cases)},
                                     {"events", std::to_string(verification.events)}}));
    return {};
}

Outcome journal_backup_verb(const BackupRequest& request, const Manner& manner) {
    return with_store(request.store, OpenMode::write, [&](Store& store) {
        store.backup(request.file);
        const Page page(manner.terminal, manner.language);
        say("tertib: " + page.text("UI-BACKUP-DONE", {{"file", request.file}}));
        return Outcome{};
    });
}

Outcome journal_tidy_verb(const std::string& path, const Manner& manner) {
    return with_store(path, OpenMode::write, [&](Store& store) {
        store.tidy();
        const Page page(manner.terminal, manner.language);
        say("tertib: " + page.text("UI-TIDY-DONE"));
        return Outcome{};
    });
}

} // namespace tertib::tool
