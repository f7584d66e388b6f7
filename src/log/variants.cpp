// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/variants.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace tertib {
namespace {

constexpr std::uint32_t nowhere = UINT32_MAX;

struct Stretch {
    std::size_t begin = 0;
    std::size_t size = 0;
};

/// The sequences met so far, found again by open addressing over one vector of codes.
class SequenceTable {
public:
    /// The number of a sequence, a new one if it wasn't met.
    std::uint32_t number(std::span<const Code> sequence) {
        if ((stretches_.size() + 1) * 2 > slots_.size()) {
            grow();
        }
        const std::uint64_t hash = hash_of(sequence);
        std::size_t at = hash & (slots_.size() - 1);
        while (slots_[at] != nowhere) {
            const std::uint32_t found = slots_[at];
            if (hashes_[found] == hash && std::ranges::equal(at_number(found), sequence)) {
                return found;
            }
            at = (at + 1) & (slots_.size() - 1);
        }
        const auto fresh = static_cast<std::uint32_t>(stretches_.size());
        slots_[at] = fresh;
        hashes_.push_back(hash);
        stretches_.push_back({codes_.size(), sequence.size()});
        codes_.insert(codes_.end(), sequence.begin(), sequence.end());
        return fresh;
    }
    [[nodiscard]] std::span<const Code> at_number(std::uint32_t number) const {
        return std::span(codes_).subspan(stretches_[number].begin, stretches_[number].size);
    }
    [[nodiscard]] std::size_t size() const noexcept { return stretches_.size(); }
    [[nodiscard]] std::size_t code_count() const noexcept { return codes_.size(); }

private:
    /// Two codes a step.
    static std::uint64_t hash_of(std::span<const Code> sequence) noexcept {
        constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
        std::uint64_t hash = sequence.size() * 0xD6E8FEB86659FD93U;
        std::size_t at = 0;
        for (; at + 1 < sequence.size(); at += 2) {
            hash ^= sequence[at] | (std::uint64_t{sequence[at + 1]} << 32U);
            hash = (hash ^ (hash >> 32U)) * odd;
        }
        if (at < sequence.size()) {
            hash = (hash ^ sequence[at]) * odd;
        }
        return hash ^ (hash >> 29U);
    }
    void grow() {
        constexpr std::size_t first_slots = 64;
        slots_.assign(std::max(first_slots, slots_.size() * 2), nowhere);
        for (std::uint32_t number = 0; number < hashes_.size(); ++number) {
            std::size_t at = hashes_[number] & (slots_.size() - 1);
            while (slots_[at] != nowhere) {
                at = (at + 1) & (slots_.size() - 1);
            }
            slots_[at] = number;
        }
    }

    std::vector<Code> codes_;
    std::vector<Stretch> stretches_;
    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint32_t> slots_;
};

/// For each code its place among the texts in byte order, so that sequences are compared as
/// numbers.
std::vector<std::uint32_t> ranks(const Dictionary& texts) {
    std::vector<Code> order(texts.size() + 1);
    std::iota(order.begin(), order.end(), Code{0});
    std::ranges::sort(order, {}, [&](Code code) { return texts.text(code); });
    std::vector<std::uint32_t> rank(order.size());
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        rank[order[place]] = place;
    }
    return rank;
}

Instant time_of(const LogEvent& event) {
    return event.complete.known() ? event.complete.instant : event.start.instant;
}

/// The numbers of all sequences in the order that Variants promises.
std::vector<std::uint32_t> sorted_numbers(const SequenceTable& table,
                                          const std::vector<std::uint32_t>& rank) {
    std::vector<std::uint32_t> order(table.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        return std::ranges::lexicographical_compare(
            table.at_number(a), table.at_number(b), {}, [&](Code code) { return rank[code]; },
            [&](Code code) { return rank[code]; });
    });
    return order;
}

struct Tally {
    std::uint32_t cases = 0;
    Code first_case = no_code;
};

/// A case's activities; the vector is used again for each case.
void fill_sequence(const EventLog& log, Code of_case, EventOrder order,
                   std::vector<Code>& sequence) {
    const CaseRows rows = log.case_index().rows(of_case);
    sequence.resize(rows.size());
    if (order == EventOrder::time) {
        std::ranges::transform(rows_in_order(log, of_case, order), sequence.begin(),
                               [&](std::uint32_t row) { return log.activity(row); });
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        sequence[i] = log.activity(rows[i]);
    }
}

} // namespace

std::vector<std::uint32_t> rows_in_order(const EventLog& log, Code of_case, EventOrder order) {
    const CaseRows rows = log.case_index().rows(of_case);
    std::vector<std::uint32_t> result(rows.size());
    std::vector<std::pair<Instant, std::uint32_t>> timed(rows.size());
    Instant before = no_instant;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        result[i] = static_cast<std::uint32_t>(rows[i]);
        if (order == EventOrder::time) {
            const Instant own = time_of(log.row(rows[i]));
            before = own == no_instant ? before : own;
            timed[i] = {before, result[i]};
        }
    }
    if (order == EventOrder::time) {
        std::ranges::sort(timed); // rows of a case ascend, so equal times stay in order
        std::ranges::transform(timed, result.begin(), &std::pair<Instant, std::uint32_t>::second);
    }
    return result;
}

std::vector<std::uint32_t> Variants::by_frequency() const {
    std::vector<std::uint32_t> order(variants_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [this](std::uint32_t a, std::uint32_t b) {
        return std::tuple(variants_[b].cases, a) < std::tuple(variants_[a].cases, b);
    });
    return order;
}

Variants find_variants(const EventLog& log, EventOrder order) {
    SequenceTable table;
    Variants result;
    result.of_case_.assign(log.case_count() + 1, 0);
    std::vector<Tally> tallies;
    std::vector<Code> sequence;
    for (std::size_t place = 1; place <= log.case_count(); ++place) {
        const auto of_case = static_cast<Code>(place);
        fill_sequence(log, of_case, order, sequence);
        const std::uint32_t number = table.number(sequence);
        if (number == tallies.size()) {
            tallies.push_back({0, of_case});
        }
        ++tallies[number].cases;
        result.of_case_[place] = number;
    }
    const std::vector<std::uint32_t> sorted = sorted_numbers(table, ranks(log.activities()));
    std::vector<std::uint32_t> place_of(sorted.size());
    result.codes_.reserve(table.code_count()); // spans point into it
    result.variants_.reserve(sorted.size());
    for (std::uint32_t place = 0; place < sorted.size(); ++place) {
        const std::uint32_t number = sorted[place];
        const std::span<const Code> codes = table.at_number(number);
        const std::size_t begin = result.codes_.size();
        result.codes_.insert(result.codes_.end(), codes.begin(), codes.end());
        result.variants_.push_back({std::span(result.codes_).subspan(begin, codes.size()),
                                    tallies[number].cases, tallies[number].first_case});
        place_of[number] = place;
    }
    for (std::size_t place = 1; place < result.of_case_.size(); ++place) {
        result.of_case_[place] = place_of[result.of_case_[place]];
    }
    return result;
}

} // namespace tertib
