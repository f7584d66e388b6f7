// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/sop_periods.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tertib {

namespace {

[[nodiscard]] bool never(const OfficePeriod& range) noexcept {
    return range.from && range.until && *range.until < *range.from;
}

/// The digests that replacements tie to this one, itself included.
[[nodiscard]] std::set<std::string_view> lineage(std::span<const SopVersion> versions,
                                                 std::string_view digest) {
    std::multimap<std::string_view, std::string_view> ties;
    for (const SopVersion& each : versions) {
        if (!each.successor.empty()) {
            ties.emplace(each.digest, each.successor);
            ties.emplace(each.successor, each.digest);
        }
    }
    std::set<std::string_view> known{digest};
    std::vector<std::string_view> open{digest};
    while (!open.empty()) {
        const auto [first, last] = ties.equal_range(open.back());
        open.pop_back();
        for (auto tie = first; tie != last; ++tie) {
            if (known.insert(tie->second).second) {
                open.push_back(tie->second);
            }
        }
    }
    return known;
}

} // namespace

std::string text(const OfficePeriod& range) {
    std::string all = range.from ? text(*range.from) + " –" : "–";
    if (range.until) {
        all += " " + text(*range.until);
    }
    return all;
}

bool overlap(const OfficePeriod& a, const OfficePeriod& b) noexcept {
    if (never(a) || never(b)) {
        return false;
    }
    const bool a_first = !a.until || !b.from || *b.from <= *a.until;
    const bool b_first = !b.until || !a.from || *a.from <= *b.until;
    return a_first && b_first;
}

VersionRows rows_of(std::span<const SopVersion> versions, std::string_view digest) {
    const auto [first, last] = std::ranges::equal_range(
        versions, digest, {}, [](const SopVersion& each) { return std::string_view(each.digest); });
    return {.first = static_cast<std::size_t>(first - versions.begin()),
            .last = static_cast<std::size_t>(last - versions.begin())};
}

std::optional<std::size_t> row_that_ends(std::span<const SopVersion> versions,
                                         std::string_view digest, LocalDay day) {
    const VersionRows rows = rows_of(versions, digest);
    for (std::size_t row = rows.first; row < rows.last; ++row) {
        if (versions[row].status == SopStatus::unknown || in_force(versions[row], day)) {
            return row;
        }
    }
    return std::nullopt;
}

std::string periods_text(std::span<const SopVersion> versions, std::string_view digest) {
    const VersionRows rows = rows_of(versions, digest);
    std::string all;
    for (std::size_t row = rows.first; row < rows.last; ++row) {
        const OfficePeriod range = range_of(versions[row]);
        if (versions[row].status != SopStatus::unknown && !never(range)) {
            all += (all.empty() ? "" : ", ") + text(range);
        }
    }
    return all.empty() ? "-" : all;
}

std::vector<std::size_t> siblings_of(std::span<const SopVersion> versions,
                                     std::string_view digest) {
    const VersionRows own = rows_of(versions, digest);
    const std::string name = own.empty() ? std::string() : fold(versions[own.first].nama);
    const std::set<std::string_view> tied = lineage(versions, digest);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < versions.size(); ++row) {
        const SopVersion& other = versions[row];
        const bool same_name = !name.empty() && fold(other.nama) == name;
        if (other.digest != digest && (same_name || tied.contains(other.digest))) {
            rows.push_back(row);
        }
    }
    return rows;
}

const std::string& label_of(const SopVersion& version) {
    if (!version.nomor.empty()) {
        return version.nomor;
    }
    return version.nama.empty() ? version.digest : version.nama;
}

} // namespace tertib
