// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/event_log.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tertib {

/// In which order the events of a case are taken: as the source has them, or by time. By time
/// means by the first instant that the completion may mean (the start where there is none); equal
/// ones, and those without a stamp, stay where the source has them, behind the event before them.
enum class EventOrder : std::uint8_t { source, time };

/// A sequence of activities and how many cases show it.
struct Variant {
    std::span<const Code> activities; ///< no_code for an event without one
    std::uint32_t cases = 0;
    Code first_case = no_code; ///< the first of them
};

/// The different sequences of activities of a log's cases, cases without an event included.
///
///     Variants variants = find_variants(log);
///     for (const Variant& variant : variants.all()) use(variant.activities, variant.cases);
///
/// They are sorted by the texts of their activities, compared byte by byte, a shorter sequence
/// before those that it begins: neighbours share what they begin with, and the order doesn't
/// depend on how the log was cut or numbered. Immutable; any thread.
class Variants {
public:
    Variants(const Variants&) = delete; // its spans point into itself
    Variants& operator=(const Variants&) = delete;
    Variants(Variants&&) noexcept = default;
    Variants& operator=(Variants&&) noexcept = default;
    ~Variants() = default;

    [[nodiscard]] std::span<const Variant> all() const noexcept { return variants_; }
    /// The place in all() of a case's variant, by the case's code, which isn't no_code.
    [[nodiscard]] std::uint32_t of_case(Code of_case) const noexcept { return of_case_[of_case]; }
    /// Places in all(), the most frequent first, equal ones as in all().
    [[nodiscard]] std::vector<std::uint32_t> by_frequency() const;

private:
    friend Variants find_variants(const EventLog& log, EventOrder order);
    Variants() = default;

    std::vector<Code> codes_; ///< of all variants, one behind the other
    std::vector<Variant> variants_;
    std::vector<std::uint32_t> of_case_;
};

/// Linear in the events, plus sorting the different variants.
[[nodiscard]] Variants find_variants(const EventLog& log, EventOrder order = EventOrder::source);

/// The rows of a case in that order.
[[nodiscard]] std::vector<std::uint32_t> rows_in_order(const EventLog& log, Code of_case,
                                                       EventOrder order);

} // namespace tertib
