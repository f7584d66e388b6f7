// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "journal_verb.hpp"

#include "case_answer.hpp"
#include "page.hpp"
#include "store_file.hpp"

#include "tertib/run/event_json.hpp"
#include "tertib/store/verification_json.hpp"

#include <map>

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
Verification verified(const std::string& path) {
    try {
        Store store = open_store(path, OpenMode::read_only);
        return store.verify();
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

/// Writes the events as lines, each case's on the clock of the calendar that it runs by.
class Exporter {
public:
    Exporter(Store& store, const ExportRequest& request, OutputFile& output)
        : request_(request),
          output_(output) {
        for (const std::string& digest : store.calendars()) {
            zones_.emplace(digest, store.calendar(digest)->zone());
        }
    }

    void add(const StoredEvent& stored) {
        SealedEvent sealed = stored.sealed;
        if (request_.no_personal) {
            sealed.body.clear();
        }
        const Event event = read(stored, sealed);
        if (event.number == 1) {
            zone_ = wib();
        }
        if (const auto zone = zones_.find(event.calendar_digest); zone != zones_.end()) {
            zone_ = zone->second;
        }
        lines_ += journal_line(sealed, event, zone_);
        if (lines_.size() >= write_at) {
            flush();
        }
    }
    void flush() {
        output_.write(lines_);
        lines_.clear();
    }

private:
    static Event read(const StoredEvent& stored, const SealedEvent& sealed) {
        try {
            return unseal(sealed.data, sealed.body);
        } catch (const Error& error) {
            throw Error(ErrorCode::damaged, stored.case_id + ", event " +
                                                std::to_string(stored.number) + ": " +
                                                error.what());
        }
    }

    const ExportRequest& request_;
    OutputFile& output_;
    std::map<std::string, Zone, std::less<>> zones_; ///< by digest of the calendar
    Zone zone_;
    std::string lines_;
};

} // namespace

Outcome journal_verify_verb(const std::string& store, const Manner& manner) {
    const Verification verification = verified(store);
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
        if (!request.case_id.empty() && !store.find_case(request.case_id)) {
            return refused(make_finding("CASE-UNKNOWN", {}, {{"case", request.case_id}}),
                           how.manner);
        }
        OutputFile output(how.output);
        Exporter exporter(store, request, output);
        store.each_event(request.case_id, [&](const StoredEvent& event) { exporter.add(event); });
        exporter.flush();
        output.finish();
        Outcome outcome;
        outcome.written = true;
        return outcome;
    });
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
