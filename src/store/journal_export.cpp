// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/journal_export.hpp"

#include "store/journal_lines.hpp"
#include "store/readings.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/office_event_json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tertib {

namespace {

/// Passes the lines on, and counts and digests them for the last one.
class LineCounter {
public:
    explicit LineCounter(const std::function<void(std::string_view)>& write) : write_(write) {}

    void put(std::string_view line) {
        stream_.add(line);
        ++lines_;
        write_(line);
    }
    void close() { write_(line_of(EndLine{.lines = lines_, .digest = stream_.take()})); }

private:
    const std::function<void(std::string_view)>& write_;
    Sha256Stream stream_;
    std::uint64_t lines_ = 0;
};

/// A document that is listed must be there.
[[nodiscard]] std::string there(const std::optional<std::string>& json, const std::string& digest) {
    if (!json) {
        throw Error(ErrorCode::damaged, "the document registered as " + digest + " is missing");
    }
    return *json;
}

void put_documents(Transaction& transaction, LineCounter& out) {
    for (const std::string& digest : transaction.sops()) {
        out.put(line_of(DocumentLine{.kind = DocumentKind::sop,
                                     .digest = digest,
                                     .json = there(transaction.find_sop(digest), digest)}));
    }
    for (const std::string& digest : transaction.calendars()) {
        out.put(line_of(DocumentLine{.kind = DocumentKind::calendar,
                                     .digest = digest,
                                     .json = there(transaction.find_calendar(digest), digest)}));
    }
    for (const std::string& digest : transaction.policies()) {
        out.put(line_of(DocumentLine{.kind = DocumentKind::policy,
                                     .digest = digest,
                                     .json = there(transaction.find_policy(digest), digest)}));
    }
}

void put_seals(Transaction& transaction, LineCounter& out, Zone zone) {
    std::uint64_t last = 0;
    for (bool more = true; more;) {
        const std::vector<Seal> seals = transaction.seals(last, rows_at_once);
        for (const Seal& seal : seals) {
            std::string after;
            for (bool more_heads = true; more_heads;) {
                const std::vector<SealHead> heads =
                    transaction.seal_heads(seal.number, after, rows_at_once);
                for (const SealHead& head : heads) {
                    out.put(line_of(head));
                    after = head.case_id;
                }
                more_heads = heads.size() == rows_at_once;
            }
            out.put(to_json(seal, zone));
            last = seal.number;
        }
        more = seals.size() == rows_at_once;
    }
}

} // namespace

void export_lines(Transaction& transaction, Zone zone,
                  const std::function<void(std::string_view line)>& write) {
    LineCounter out(write);
    put_documents(transaction, out);
    visit_events(transaction, {}, [&](const StoredEvent& stored) {
        out.put(journal_line(stored.case_id, stored.sealed, zone));
    });
    put_seals(transaction, out, zone);
    transaction.each_key([&](std::string_view key, const KeyedReceipt& receipt) {
        out.put(line_of(ReceiptLine{.key = std::string(key), .receipt = receipt}));
    });
    out.close();
}

} // namespace tertib
