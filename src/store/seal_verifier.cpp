// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/seal_verifier.hpp"

#include "store/readings.hpp"
#include "store/sealing.hpp"
#include "tertib/base/error.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace tertib {

namespace {

[[nodiscard]] std::string named(std::uint64_t seal) {
    return "seal " + std::to_string(seal);
}

} // namespace

void SealVerifier::open_case(std::string_view id) {
    case_id_ = id;
    heads_ = transaction_.heads_of(id);
    next_ = 0;
    heads_of_cases_ += heads_.size();
    std::uint64_t before = 0;
    for (const SealHead& head : heads_) {
        if (head.number <= before) {
            breach(case_id_, head.number,
                   named(head.seal) + " covers no more of the case than the seal before");
        }
        Covered& added = added_[head.seal];
        added.cases += before == 0 ? 1 : 0;
        added.events += head.number - std::min(before, head.number);
        before = std::max(before, head.number);
    }
}

bool SealVerifier::event_holds(const StoredEvent& event) {
    while (next_ < heads_.size() && heads_[next_].number < event.number) {
        ++next_;
    }
    if (next_ == heads_.size() || heads_[next_].number != event.number ||
        heads_[next_].hash == event.sealed.hash) {
        return true;
    }
    const std::uint64_t sealed = next_ == 0 ? 0 : heads_[next_ - 1].number;
    breach(case_id_, event.number,
           "it isn't the event that " + named(heads_[next_].seal) +
               " covers: it or one before it, from event " + std::to_string(sealed + 1) +
               " on, was changed since");
    return false;
}

void SealVerifier::close_case(std::uint64_t last) {
    const auto beyond =
        std::ranges::find_if(heads_, [last](const SealHead& head) { return head.number > last; });
    if (beyond != heads_.end()) {
        breach(case_id_, last + 1,
               "it is missing: " + named(beyond->seal) + " covers the case up to event " +
                   std::to_string(beyond->number));
    }
}

void SealVerifier::seals(std::span<const Seal> kept) {
    Seal before;
    for (bool more = true; more;) {
        const std::vector<Seal> rows = transaction_.seals(before.number, rows_at_once);
        for (const Seal& seal : rows) {
            one_seal(seal, before);
            compare(kept, seal);
            before = seal;
        }
        more = rows.size() == rows_at_once;
    }
    for (const Seal& each : kept) {
        if (each.number > before.number || each.number == 0) {
            seal_breach(each.number, ", which was kept elsewhere, is missing");
        }
    }
    if (heads_of_seals_ > heads_of_cases_) {
        missing_cases();
    }
    if (heads_of_seals_ < heads_of_cases_) {
        breach({}, 0, "there are heads of cases that belong to no seal");
    }
    std::ranges::move(of_seals_, std::back_inserter(found_.breaches));
}

void SealVerifier::one_seal(const Seal& seal, const Seal& before) {
    ++found_.seals;
    if (seal.number != before.number + 1) {
        seal_breach(before.number + 1, " is missing");
    } else if (seal.previous != (before.number == 0 ? no_hash : before.digest)) {
        seal_breach(seal.number, " isn't linked to the one before");
    }
    if (seal.recorded < before.recorded) {
        seal_breach(seal.number, " was made before the one before it");
    }
    const SealSum sum = sum_of(transaction_, seal);
    heads_of_seals_ += sum.heads;
    const Covered& added = added_[seal.number];
    covered_.cases += added.cases;
    covered_.events += added.events;
    if (sum.digest != seal.digest || sum.heads != seal.heads) {
        seal_breach(seal.number, " isn't the digest of what it covers");
    } else if (covered_.cases != seal.cases || covered_.events != seal.events) {
        seal_breach(seal.number, " says that it covers more or less than it does");
    }
}

void SealVerifier::compare(std::span<const Seal> kept, const Seal& seal) {
    for (const Seal& each : kept) {
        if (each.number == seal.number && each != seal) {
            seal_breach(seal.number,
                        each.digest == seal.digest
                            ? " is here, but the copy that was kept elsewhere says something else"
                            : " isn't the one that was kept elsewhere: what it covers was changed "
                              "together with it");
        }
    }
}

/// Which cases have heads but are gone: looked for only where the numbers of heads differ.
void SealVerifier::missing_cases() {
    std::set<std::string> told;
    for (const auto& [seal, added] : added_) {
        std::string after;
        for (bool more = true; more;) {
            const std::vector<SealHead> heads = transaction_.seal_heads(seal, after, rows_at_once);
            for (const SealHead& head : heads) {
                // What is missing of the office is told with its events: it is always looked at.
                const bool gone =
                    head.case_id != office_id && !transaction_.find_case(head.case_id);
                if (gone && told.insert(head.case_id).second) {
                    breach(head.case_id, 1,
                           "the case is missing: " + named(seal) + " covers it up to event " +
                               std::to_string(head.number));
                }
            }
            more = heads.size() == rows_at_once;
            after = more ? heads.back().case_id : after;
        }
    }
}

void SealVerifier::breach(const std::string& id, std::uint64_t number, std::string detail) {
    found_.breaches.push_back({.fault = JournalFault::seal,
                               .case_id = id,
                               .number = number,
                               .detail = std::move(detail)});
}

void SealVerifier::seal_breach(std::uint64_t seal, const std::string& detail) {
    of_seals_.push_back(
        {.fault = JournalFault::seal, .case_id = {}, .number = 0, .detail = named(seal) + detail});
}

} // namespace tertib
