// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_cases.hpp"

#include <span>

namespace tertib {
namespace {

std::size_t chunk_count(const Chunked<Code>& cases) {
    return (cases.size() + chunk_rows - 1) >> chunk_shift;
}

/// Counts each case's rows at its code + 1; tells whether the codes never go down.
struct CaseCounts {
    std::vector<std::uint32_t> counts;
    bool ascending = true;
};

CaseCounts count(const Chunked<Code>& cases, std::size_t case_count) {
    CaseCounts result{std::vector<std::uint32_t>(case_count + 2, 0)};
    Code before = no_code;
    for (std::size_t i = 0; i < chunk_count(cases); ++i) {
        for (const Code code : cases.chunk(i)) {
            ++result.counts[std::size_t{code} + 1];
            result.ascending &= code >= before;
            before = code;
        }
    }
    return result;
}

} // namespace

LogCases::LogCases(const Chunked<Code>& cases, std::size_t case_count) {
    CaseCounts counted = count(cases, case_count);
    begin_ = std::move(counted.counts);
    for (std::size_t i = 1; i < begin_.size(); ++i) {
        begin_[i] += begin_[i - 1];
    }
    if (counted.ascending) {
        return;
    }
    permutation_.resize(cases.size());
    std::vector<std::uint32_t> next = begin_;
    std::uint32_t row = 0;
    for (std::size_t i = 0; i < chunk_count(cases); ++i) {
        for (const Code code : cases.chunk(i)) {
            permutation_[next[code]++] = row++;
        }
    }
}

} // namespace tertib
