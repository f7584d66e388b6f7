// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/case_index.hpp"

#include <cstdint>

namespace tertib {

/// An order-free sum over the rows of a list: the same rows give the same sum, and a different row
/// another, but for a chance of 2^-64.
class ListSum {
public:
    void add(const DeadlineRow& row);
    void add(const WorkRow& row);

    friend bool operator==(const ListSum&, const ListSum&) = default;

private:
    std::uint64_t rows_ = 0;
    std::uint64_t sum_ = 0;
};

} // namespace tertib
