// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_info.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace tertib {
namespace {

std::vector<TextCount> text_counts(const EventLog& log, std::span<const Code> LogChunk::* column,
                                   const Dictionary& texts) {
    std::vector<std::uint64_t> counts(texts.size() + 1, 0);
    for (std::size_t i = 0; i < log.chunk_count(); ++i) {
        const LogChunk chunk = log.chunk(i);
        for (const Code code : chunk.*column) {
            ++counts[code];
        }
    }
    std::vector<TextCount> result;
    result.reserve(texts.size());
    for (std::size_t code = 1; code < counts.size(); ++code) {
        result.push_back({std::string(texts.text(static_cast<Code>(code))), counts[code]});
    }
    std::ranges::sort(result, [](const TextCount& a, const TextCount& b) {
        return a.events != b.events ? a.events > b.events : a.text < b.text;
    });
    return result;
}

void widen(LogInfo& info, Instant instant, StampForm form) {
    if (form.precision() == Precision::day) {
        ++info.day_only;
    }
    const Stamp stamp = interval(instant, form);
    if (!info.first || stamp.earliest < info.first->earliest) {
        info.first = stamp;
    }
    if (!info.last || stamp.latest > info.last->latest) {
        info.last = stamp;
    }
}

void add_times(LogInfo& info, const LogChunk& chunk) {
    for (std::size_t row = 0; row < chunk.size(); ++row) {
        if (chunk.starts[row] != no_instant) {
            ++info.with_start;
            widen(info, chunk.starts[row], chunk.start_forms[row]);
        }
        if (chunk.completes[row] != no_instant) {
            ++info.with_complete;
            widen(info, chunk.completes[row], chunk.complete_forms[row]);
        }
    }
}

std::vector<VariantCount> most_frequent(const EventLog& log, const Variants& variants) {
    constexpr std::size_t most = 10;
    std::vector<std::uint32_t> places = variants.by_frequency();
    places.resize(std::min(places.size(), most));
    std::vector<VariantCount> result;
    result.reserve(places.size());
    for (const std::uint32_t place : places) {
        const Variant& variant = variants.all()[place];
        VariantCount& count = result.emplace_back();
        count.cases = variant.cases;
        for (const Code code : variant.activities) {
            count.activities.emplace_back(log.activities().text(code));
        }
    }
    return result;
}

} // namespace

LogInfo make_log_info(const EventLog& log, std::vector<Finding> read,
                      const LogFindingOptions& options) {
    LogInfo info;
    info.digest = hex(digest(log));
    info.events = log.row_count();
    info.cases = log.case_count();
    info.zone = log.assumed_zone();
    for (std::size_t i = 0; i < log.chunk_count(); ++i) {
        add_times(info, log.chunk(i));
    }
    info.activities = text_counts(log, &LogChunk::activities, log.activities());
    info.resources = text_counts(log, &LogChunk::resources, log.resources());
    info.roles = text_counts(log, &LogChunk::roles, log.roles());
    info.outcomes = text_counts(log, &LogChunk::outcomes, log.outcomes());
    for (const ExtraColumn& column : log.columns()) {
        info.columns.push_back(column.name());
    }
    const Variants variants = find_variants(log);
    info.variants = variants.all().size();
    info.frequent = most_frequent(log, variants);
    info.findings = std::move(read);
    std::ranges::move(find_log_quality(log, options).findings, std::back_inserter(info.findings));
    return info;
}

} // namespace tertib
