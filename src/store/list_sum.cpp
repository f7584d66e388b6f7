// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/list_sum.hpp"

#include "tertib/base/digest.hpp"

#include <cstring>
#include <string>
#include <string_view>

namespace tertib {

namespace {

[[nodiscard]] std::uint64_t short_digest(std::string_view bytes) {
    const Sha256 digest = sha256(bytes);
    std::uint64_t number = 0;
    std::memcpy(&number, digest.data(), sizeof number);
    return number;
}

} // namespace

void ListSum::add(const DeadlineRow& row) {
    ++rows_;
    sum_ += short_digest(std::to_string(row.missed_from.time_since_epoch().count()) + '\n' +
                         row.case_id + '\n' + text(row.task) + '\n' + std::to_string(row.rule));
}

void ListSum::add(const WorkRow& row) {
    ++rows_;
    sum_ += short_digest(row.post + '\n' + std::to_string(row.due.time_since_epoch().count()) +
                         '\n' + row.case_id + '\n' + text(row.task));
}

} // namespace tertib
