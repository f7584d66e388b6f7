// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_findings.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace tertib {
namespace {

/// How often something was met, and where first.
struct Met {
    std::uint64_t count = 0;
    std::uint32_t place = 0;

    void at(std::uint32_t where) noexcept { place = count++ == 0 ? where : place; }
};

/// What one row after the other shows.
struct RowTally {
    Met no_case;
    Met no_activity;
    Met no_stamp;
    Met no_resource;
    Met upside_down; ///< certainly completed before it started
    std::uint64_t stamps = 0;
    Met day_only;
    std::map<int, std::uint64_t> zones; ///< stamps by offset in minutes
};

void tally_stamp(RowTally& tally, Instant instant, StampForm form, std::uint32_t place) {
    if (instant == no_instant) {
        return;
    }
    ++tally.stamps;
    if (form.precision() == Precision::day) {
        tally.day_only.at(place);
    }
}

/// Zones come in long runs: the map is asked only when one ends.
class ZoneRuns {
public:
    explicit ZoneRuns(std::map<int, std::uint64_t>& zones) : zones_(&zones) {}
    ZoneRuns(const ZoneRuns&) = delete;
    ZoneRuns& operator=(const ZoneRuns&) = delete;
    ZoneRuns(ZoneRuns&&) = delete;
    ZoneRuns& operator=(ZoneRuns&&) = delete;
    ~ZoneRuns() = default;

    void add(Instant instant, StampForm form) {
        if (instant == no_instant) {
            return;
        }
        if (form.bits() != bits_ || count_ == 0) {
            close();
            bits_ = form.bits();
            form_ = form;
        }
        ++count_;
    }
    void close() {
        if (count_ > 0) {
            (*zones_)[static_cast<int>(form_.zone().offset().count())] += count_;
            count_ = 0;
        }
    }

private:
    std::map<int, std::uint64_t>* zones_;
    StampForm form_;
    std::uint16_t bits_ = 0;
    std::uint64_t count_ = 0;
};

void tally_chunk(RowTally& tally, ZoneRuns& zones, const LogChunk& chunk) {
    for (std::size_t i = 0; i < chunk.size(); ++i) {
        const std::uint32_t place = chunk.places[i];
        const Instant start = chunk.starts[i];
        const Instant complete = chunk.completes[i];
        if (chunk.cases[i] == no_code) {
            tally.no_case.at(place);
        }
        if (chunk.activities[i] == no_code) {
            tally.no_activity.at(place);
        }
        if (chunk.resources[i] == no_code) {
            tally.no_resource.at(place);
        }
        if (start == no_instant && complete == no_instant) {
            tally.no_stamp.at(place);
        } else if (start != no_instant && complete != no_instant &&
                   interval(complete, chunk.complete_forms[i]).latest < start) {
            tally.upside_down.at(place);
        }
        tally_stamp(tally, start, chunk.start_forms[i], place);
        tally_stamp(tally, complete, chunk.complete_forms[i], place);
        zones.add(start, chunk.start_forms[i]);
        zones.add(complete, chunk.complete_forms[i]);
    }
}

RowTally tally_rows(const EventLog& log) {
    RowTally tally;
    ZoneRuns zones(tally.zones);
    for (std::size_t i = 0; i < log.chunk_count(); ++i) {
        tally_chunk(tally, zones, log.chunk(i));
    }
    zones.close();
    return tally;
}

/// What the rows of one case show beside each other.
struct CaseTally {
    Met duplicates;
    Met equal_stamps;
    Met against_order; ///< certainly before a row that stands before it
    Met bulk;
    std::vector<Code> bulk_cases;
};

/// The rows of the case at hand; the vectors are used again for each case.
struct CaseRowsAtHand {
    std::vector<LogEvent> rows;
    std::vector<LogEvent> sorted;
    std::vector<std::pair<Instant, Code>> exact;
};

auto key_of(const LogEvent& event) {
    return std::tuple(event.activity, event.start.instant, event.complete.instant, event.resource,
                      event.role, event.outcome, event.start.form.bits(),
                      event.complete.form.bits(), event.place);
}

bool same_but_for_place(const LogEvent& a, const LogEvent& b) {
    LogEvent moved = b;
    moved.place = a.place;
    return a == moved;
}

const EventStamp& moment_of(const LogEvent& event) {
    return event.complete.known() ? event.complete : event.start;
}

void find_duplicates(CaseTally& tally, CaseRowsAtHand& hand) {
    hand.sorted = hand.rows;
    std::ranges::sort(hand.sorted, {}, [](const LogEvent& event) { return key_of(event); });
    for (std::size_t i = 1; i < hand.sorted.size(); ++i) {
        if (same_but_for_place(hand.sorted[i - 1], hand.sorted[i])) {
            tally.duplicates.at(hand.sorted[i].place);
        }
    }
}

void find_disorder(CaseTally& tally, const CaseRowsAtHand& hand) {
    Instant latest_start = no_instant; // the latest of the first instants so far
    for (const LogEvent& event : hand.rows) {
        const EventStamp& moment = moment_of(event);
        if (!moment.known()) {
            continue;
        }
        if (interval(moment.instant, moment.form).latest < latest_start) {
            tally.against_order.at(event.place);
        }
        latest_start = std::max(latest_start, moment.instant);
    }
}

/// The moments of a case in order; days say nothing of when exactly.
void sort_moments(CaseRowsAtHand& hand) {
    hand.exact.clear();
    for (const LogEvent& event : hand.rows) {
        const EventStamp& moment = moment_of(event);
        if (moment.known() && spread(moment.form.precision()).count() == 0) {
            hand.exact.emplace_back(moment.instant, event.activity);
        }
    }
    std::ranges::sort(hand.exact);
}

void find_equal_stamps(CaseTally& tally, const CaseRowsAtHand& hand) {
    for (std::size_t i = 1; i < hand.exact.size(); ++i) {
        const auto& [instant, activity] = hand.exact[i];
        if (hand.exact[i - 1].first == instant && hand.exact[i - 1].second != activity) {
            tally.equal_stamps.at(hand.rows.front().place);
        }
    }
}

/// Whether so many different activities lie within so short a time. A window moves along the
/// moments, so that a case of very many rows takes no longer for each.
bool is_bulk(const CaseRowsAtHand& hand, const LogFindingOptions& options) {
    std::map<Code, std::size_t> within;
    std::size_t begin = 0;
    for (const auto& [instant, activity] : hand.exact) {
        ++within[activity];
        for (; instant - hand.exact[begin].first > options.bulk_within; ++begin) {
            const auto left = within.find(hand.exact[begin].second);
            if (--left->second == 0) {
                within.erase(left);
            }
        }
        if (within.size() >= options.bulk_activities) {
            return true;
        }
    }
    return false;
}

CaseTally tally_cases(const EventLog& log, const LogFindingOptions& options) {
    CaseTally tally;
    CaseRowsAtHand hand;
    for (std::size_t code = 1; code <= log.case_count(); ++code) {
        const CaseRows rows = log.case_index().rows(static_cast<Code>(code));
        if (rows.size() < 2) {
            continue;
        }
        hand.rows.clear();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            hand.rows.push_back(log.row(rows[i]));
        }
        find_duplicates(tally, hand);
        find_disorder(tally, hand);
        sort_moments(hand);
        find_equal_stamps(tally, hand);
        if (is_bulk(hand, options)) {
            tally.bulk.at(hand.rows.front().place);
            tally.bulk_cases.push_back(static_cast<Code>(code));
        }
    }
    return tally;
}

/// The pairs of a resource and another code that occur, each once.
std::vector<std::pair<Code, Code>> pairs_of(const EventLog& log,
                                            std::span<const Code> LogChunk::* other) {
    std::vector<std::pair<Code, Code>> pairs;
    // Sorted again only when it has doubled: however many there are, each takes part a few times.
    std::size_t tidy_at = chunk_rows;
    const auto tidy = [&] {
        std::ranges::sort(pairs);
        const auto rest = std::ranges::unique(pairs);
        pairs.erase(rest.begin(), rest.end());
        tidy_at = std::max(chunk_rows, 2 * pairs.size());
    };
    for (std::size_t i = 0; i < log.chunk_count(); ++i) {
        const LogChunk chunk = log.chunk(i);
        for (std::size_t row = 0; row < chunk.size(); ++row) {
            const std::pair found{chunk.resources[row], (chunk.*other)[row]};
            if (found.first != no_code && found.second != no_code &&
                (pairs.empty() || pairs.back() != found)) {
                pairs.push_back(found);
            }
        }
        if (pairs.size() >= tidy_at) {
            tidy();
        }
    }
    tidy();
    return pairs;
}

std::vector<std::size_t> counts_by_resource(const EventLog& log,
                                            const std::vector<std::pair<Code, Code>>& pairs) {
    std::vector<std::size_t> counts(log.resources().size() + 1, 0);
    for (const auto& [resource, other] : pairs) {
        ++counts[resource];
    }
    return counts;
}

std::vector<std::uint64_t> rows_by_resource(const EventLog& log) {
    std::vector<std::uint64_t> counts(log.resources().size() + 1, 0);
    for (std::size_t i = 0; i < log.chunk_count(); ++i) {
        for (const Code resource : log.chunk(i).resources) {
            ++counts[resource];
        }
    }
    return counts;
}

std::vector<Code> find_shared(const EventLog& log, const LogFindingOptions& options) {
    std::vector<Code> shared;
    if (log.resources().size() == 0) {
        return shared;
    }
    const auto roles = counts_by_resource(log, pairs_of(log, &LogChunk::roles));
    const auto activities = counts_by_resource(log, pairs_of(log, &LogChunk::activities));
    const std::vector<std::uint64_t> rows = rows_by_resource(log);
    const std::uint64_t known = log.row_count() - rows[no_code];
    for (std::size_t code = 1; code < rows.size(); ++code) {
        const bool most = rows[code] * 100 >= known * options.shared_percent &&
                          activities[code] >= options.shared_activities && log.case_count() > 1;
        if (most || roles[code] >= options.shared_roles) {
            shared.push_back(static_cast<Code>(code));
        }
    }
    return shared;
}

void tell(std::vector<Finding>& findings, std::string_view code, const Met& met,
          std::uint64_t of_all) {
    if (met.count > 0) {
        findings.push_back(
            make_finding(code, {.row = met.place, .column = 0, .step = {}},
                         {{"count", std::to_string(met.count)}, {"all", std::to_string(of_all)}}));
    }
}

void tell_zones(std::vector<Finding>& findings, const std::map<int, std::uint64_t>& zones) {
    if (zones.size() < 2) {
        return;
    }
    std::string list;
    for (const auto& [offset, count] : zones) {
        list += (list.empty() ? "" : ", ") + Zone(std::chrono::minutes{offset}).text() + " (" +
                std::to_string(count) + ")";
    }
    findings.push_back(make_finding("LOG-MIXED-ZONES", {}, {{"zones", list}}));
}

void tell_shared(std::vector<Finding>& findings, const EventLog& log,
                 const std::vector<Code>& shared) {
    for (const Code account : shared) {
        const std::string name(log.resources().text(account));
        findings.push_back(make_finding("LOG-SHARED-ACCOUNT", {}, {{"account", name}}, name));
    }
}

} // namespace

LogQuality find_log_quality(const EventLog& log, const LogFindingOptions& options) {
    LogQuality quality;
    const RowTally rows = tally_rows(log);
    CaseTally cases = tally_cases(log, options);
    const std::uint64_t all = log.row_count();
    std::vector<Finding>& found = quality.findings;
    tell(found, "LOG-NO-CASE", rows.no_case, all);
    tell(found, "LOG-NO-ACTIVITY", rows.no_activity, all);
    tell(found, "LOG-NO-STAMP", rows.no_stamp, all);
    tell(found, "LOG-UPSIDE-DOWN", rows.upside_down, all);
    tell(found, "LOG-DAY-ONLY", rows.day_only, rows.stamps);
    tell_zones(found, rows.zones);
    tell(found, "LOG-DUPLICATE", cases.duplicates, all);
    tell(found, "LOG-EQUAL-STAMPS", cases.equal_stamps, all);
    tell(found, "LOG-ORDER", cases.against_order, all);
    tell(found, "LOG-BULK", cases.bulk, log.case_count());
    tell(found, "LOG-NO-RESOURCE", rows.no_resource, all);
    quality.shared_accounts = find_shared(log, options);
    tell_shared(found, log, quality.shared_accounts);
    quality.bulk_cases = std::move(cases.bulk_cases);
    return quality;
}

} // namespace tertib
