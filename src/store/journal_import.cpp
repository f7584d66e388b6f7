// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/journal_import.hpp"

#include "store/case_index.hpp"
#include "store/journal_lines.hpp"
#include "store/kept_office.hpp"
#include "store/registry.hpp"
#include "store/verifier.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/apply.hpp"
#include "tertib/run/office_apply.hpp"
#include "tertib/run/office_event_bytes.hpp"

#include <utility>
#include <vector>

namespace tertib {

namespace {

/// Takes an export line by line into a transaction.
class Importer {
public:
    Importer(Transaction& transaction, UnknownPelaksana unknown)
        : transaction_(transaction),
          registry_(unknown) {}

    /// A line without its end.
    void take(std::string_view line);
    /// After the last line: the export must have been closed.
    void close() const;

private:
    /// What a case is judged by, kept alive.
    struct Ground {
        std::shared_ptr<const ReadySop> sop;
        std::shared_ptr<const Calendar> calendar;
        std::shared_ptr<const OverrunPolicy> policy;

        [[nodiscard]] CaseContext context() const {
            return {.sop = sop.get(), .calendar = calendar.get(), .policy = policy.get()};
        }
    };
    void take(const DocumentLine& document);
    void take(const JournalLine& line);
    void take(const SealHead& head);
    void take(const Seal& seal);
    void take(const ReceiptLine& receipt);
    void take(const EndLine& end);
    void take_case(const JournalLine& line);
    void take_office(const JournalLine& line);
    void begin_case(const JournalLine& line);
    void end_chain();
    void write_case(const StoredCase* before);
    [[nodiscard]] Ground ground_of(const CaseState& state);
    [[noreturn]] void refuse(const std::string& reason) const;

    Transaction& transaction_;
    Registry registry_;
    std::int64_t row_ = 0;
    Sha256Stream stream_; ///< of the lines before this one
    bool closed_ = false;
    StoredCase first_; ///< the case at hand after its first event, which is written already
    StoredCase case_;  ///< and after its last one so far
    StoredOffice written_office_;
    StoredOffice office_;
};

void Importer::refuse(const std::string& reason) const {
    throw Error(ErrorCode::damaged, reason, {.file = {}, .row = row_, .column = 0});
}

void Importer::take(std::string_view line) {
    ++row_;
    if (closed_) {
        refuse("something stands behind the end of the export");
    }
    const ExportedLine item = read_exported_line(line, row_);
    if (!std::holds_alternative<JournalLine>(item)) {
        end_chain();
    }
    try {
        std::visit([this](const auto& each) { take(each); }, item);
    } catch (const Error& error) {
        throw Error(error.code(), error.what(), {.file = {}, .row = row_, .column = 0});
    }
    if (!closed_) {
        stream_.add(line);
        stream_.add("\n");
    }
}

void Importer::close() const {
    if (!closed_) {
        throw Error(ErrorCode::format, "the export ends early: the line that closes it is missing",
                    {.file = {}, .row = row_, .column = 0});
    }
}

void Importer::take(const DocumentLine& document) {
    switch (document.kind) {
    case DocumentKind::sop:
        transaction_.put_sop(document.digest, document.json);
        (void)registry_.sop(transaction_, document.digest);
        return;
    case DocumentKind::calendar:
        transaction_.put_calendar(document.digest, document.json);
        (void)registry_.calendar(transaction_, document.digest);
        return;
    case DocumentKind::policy:
        transaction_.put_policy(document.digest, document.json);
        (void)registry_.policy(transaction_, document.digest);
        return;
    }
}

void Importer::take(const JournalLine& line) {
    const bool of_office = line.case_id == office_id;
    if (line.case_id != case_.state.id) {
        end_chain();
    }
    switch (check(of_office ? office_.head : case_.head, line.sealed)) {
    case SealCheck::holds:
    case SealCheck::body_missing: break; // whether it was erased is verified at the end
    case SealCheck::wrong_hash: refuse("the event isn't linked to the one before it");
    case SealCheck::wrong_body: refuse("the event's body isn't the one that it commits to");
    }
    if (of_office) {
        take_office(line);
    } else {
        take_case(line);
    }
    transaction_.add_event({line.case_id, line.number, line.sealed});
}

void Importer::take_office(const JournalLine& line) {
    const OfficeEvent event = unseal_office(line.sealed.data, line.sealed.body);
    if (event.number != line.number) {
        refuse("the line says that it is another event than it is");
    }
    office_.state = apply(std::move(office_.state), event);
    office_.head = line.sealed.hash;
}

void Importer::take_case(const JournalLine& line) {
    const Event event = unseal(line.sealed.data, line.sealed.body);
    if (event.case_id != line.case_id || event.number != line.number) {
        refuse("the line says that it is another event than it is");
    }
    const auto sop = registry_.sop(transaction_, sop_digest_for(case_.state, event));
    const bool begins = case_.state.events == 0;
    case_.state = apply(*sop, std::move(case_.state), event);
    case_.head = line.sealed.hash;
    if (begins) {
        begin_case(line);
    }
}

/// Events hang on their case, so it is written with the first of them.
void Importer::begin_case(const JournalLine& line) {
    if (transaction_.find_case(line.case_id)) {
        refuse("the events of a case must stand together");
    }
    write_case(nullptr);
    first_ = case_;
}

void Importer::end_chain() {
    if (office_.head != written_office_.head) {
        transaction_.write_office(change_of(written_office_.state, office_));
        written_office_ = office_;
    }
    if (case_.state.events > 1) {
        write_case(&first_);
    }
    case_ = {};
    first_ = {};
}

Importer::Ground Importer::ground_of(const CaseState& state) {
    return {.sop = registry_.sop(transaction_, state.sop_digest),
            .calendar = registry_.calendar(transaction_, state.calendar_digest),
            .policy = registry_.policy(transaction_, state.policy_digest)};
}

void Importer::write_case(const StoredCase* before) {
    const Ground is = ground_of(case_.state);
    const Ground was = before != nullptr ? ground_of(before->state) : is;
    transaction_.write_case(change_of(was.context(), before, is.context(), case_));
}

void Importer::take(const SealHead& head) {
    transaction_.add_seal_head(head);
}

void Importer::take(const Seal& seal) {
    transaction_.add_seal(seal);
}

void Importer::take(const ReceiptLine& receipt) {
    if (transaction_.find_key(receipt.key)) {
        refuse("a key was answered twice");
    }
    transaction_.put_key(receipt.key, receipt.receipt);
}

void Importer::take(const EndLine& end) {
    if (end.lines != static_cast<std::uint64_t>(row_) - 1 || end.digest != stream_.take()) {
        refuse("the export isn't the one that was closed here: a line was changed, lost or added");
    }
    closed_ = true;
}

[[nodiscard]] bool is_empty(Transaction& transaction) {
    bool keys = false;
    transaction.each_key([&](std::string_view, const KeyedReceipt&) { keys = true; });
    return !keys && transaction.office_head() == no_hash && transaction.cases({}, 1).empty() &&
           transaction.sops().empty() && transaction.calendars().empty() &&
           transaction.policies().empty() && !transaction.last_seal();
}

} // namespace

Verification import_journal(Database& database, const LineSource& next, UnknownPelaksana unknown) {
    const auto transaction = database.begin(Access::write);
    if (!is_empty(*transaction)) {
        throw Error(ErrorCode::argument, "an export is read into an empty store");
    }
    Importer importer(*transaction, unknown);
    while (const std::optional<std::string> line = next()) {
        importer.take(*line);
    }
    importer.close();
    const Watch go_on;
    Verification found = Verifier(*transaction, unknown, go_on).run({}, {});
    if (!found.holds()) {
        const JournalBreach& first = found.breaches.front();
        throw Error(ErrorCode::damaged, "the export doesn't hold: case " + first.case_id +
                                            ", event " + std::to_string(first.number) + ": " +
                                            first.detail);
    }
    transaction->commit();
    return found;
}

} // namespace tertib
