// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/chunked.hpp"
#include "tertib/log/dictionary.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tertib {

/// The rows of one case, in the order of the source.
///
///     for (std::size_t i = 0; i < rows.size(); ++i) use(rows[i]);
class CaseRows {
public:
    CaseRows(const std::uint32_t* permutation, std::size_t first, std::size_t count) noexcept
        : permutation_(permutation),
          first_(first),
          count_(count) {}

    [[nodiscard]] std::size_t size() const noexcept { return count_; }
    [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
    [[nodiscard]] std::size_t operator[](std::size_t place) const noexcept {
        return permutation_ == nullptr ? first_ + place : permutation_[first_ + place];
    }
    /// Whether the rows follow each other without a gap: then they are rows[0] … rows[0] + size().
    [[nodiscard]] bool side_by_side() const noexcept { return permutation_ == nullptr; }

private:
    const std::uint32_t* permutation_; ///< nullptr: the log is grouped by case
    std::size_t first_;
    std::size_t count_;
};

/// Which rows belong to which case. Immutable; any thread.
///
/// A log whose cases follow each other, as in XES, needs no permutation: four bytes a case. In any
/// other four bytes a row are added.
class LogCases {
public:
    LogCases() = default;
    /// Of a finished column of cases, the largest code of which is `case_count`.
    LogCases(const Chunked<Code>& cases, std::size_t case_count);

    /// The rows of a case; of no_code those without a case.
    [[nodiscard]] CaseRows rows(Code of_case) const noexcept {
        return {permutation_.empty() ? nullptr : permutation_.data(), begin_[of_case],
                std::size_t{begin_[of_case + 1]} - begin_[of_case]};
    }
    /// Whether the rows of each case follow each other, in the order of the cases' codes.
    [[nodiscard]] bool grouped() const noexcept { return permutation_.empty(); }
    /// For each code the place of its first row, and behind them all the number of rows.
    [[nodiscard]] const std::vector<std::uint32_t>& begins() const noexcept { return begin_; }

    [[nodiscard]] std::size_t bytes() const noexcept {
        return (begin_.size() + permutation_.size()) * sizeof(std::uint32_t);
    }

private:
    std::vector<std::uint32_t> begin_ = {0, 0};
    std::vector<std::uint32_t> permutation_;
};

} // namespace tertib
