// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/case_print.hpp"

#include <bit>
#include <string_view>
#include <variant>

namespace tertib {
namespace {

class PrintHash {
public:
    void add(std::uint64_t number) noexcept {
        for (int i = 0; i < 8; ++i) {
            add_byte(static_cast<unsigned char>(number >> (8 * i)));
        }
    }
    void add(std::string_view text) noexcept {
        add(std::uint64_t{text.size()});
        for (const char c : text) {
            add_byte(static_cast<unsigned char>(c));
        }
    }
    void add(const EventStamp& stamp) noexcept {
        add(static_cast<std::uint64_t>(stamp.instant.time_since_epoch().count()));
        add(static_cast<std::uint64_t>(stamp.form.precision()));
    }
    void add(const LogValue& value) {
        add(std::uint64_t{value.index()});
        if (const auto* const text = std::get_if<std::string_view>(&value)) {
            add(*text);
        } else if (const auto* const integer = std::get_if<std::int64_t>(&value)) {
            add(static_cast<std::uint64_t>(*integer));
        } else if (const auto* const real = std::get_if<double>(&value)) {
            add(std::bit_cast<std::uint64_t>(*real));
        } else if (const auto* const truth = std::get_if<bool>(&value)) {
            add(std::uint64_t{*truth ? 1U : 0U});
        } else if (const auto* const stamp = std::get_if<EventStamp>(&value)) {
            add(*stamp);
        }
    }
    [[nodiscard]] std::uint64_t value() const noexcept { return hash_; }

private:
    void add_byte(unsigned char byte) noexcept {
        constexpr std::uint64_t prime = 0x100'0000'01b3;
        hash_ = (hash_ ^ byte) * prime;
    }
    std::uint64_t hash_ = 0xcbf2'9ce4'8422'2325;
};

void add_columns(PrintHash& hash, const EventLog& log, ColumnScope scope, std::size_t place) {
    for (const ExtraColumn& column : log.columns()) {
        if (column.scope() == scope && column.has(place)) {
            hash.add(std::string_view(column.name()));
            hash.add(column.value(place));
        }
    }
}

} // namespace

std::uint64_t case_print(const EventLog& log, Code of_case) {
    PrintHash hash;
    add_columns(hash, log, ColumnScope::of_case, of_case);
    const CaseRows rows = log.case_index().rows(of_case);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const LogEvent event = log.row(rows[i]);
        hash.add(log.activities().text(event.activity));
        hash.add(log.resources().text(event.resource));
        hash.add(log.roles().text(event.role));
        hash.add(log.outcomes().text(event.outcome));
        hash.add(event.start);
        hash.add(event.complete);
        add_columns(hash, log, ColumnScope::event, rows[i]);
    }
    return hash.value();
}

std::string case_print_text(std::uint64_t print) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = text.size(); i-- > 0; print >>= 4U) {
        text[i] = digits[print & 15U];
    }
    return text;
}

} // namespace tertib
