// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/event_log.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace tertib {
namespace {

/// Hands values to a SHA-256 as bytes, numbers least significant byte first.
class LogHasher {
public:
    void number(std::uint64_t value, unsigned bytes) {
        for (unsigned i = 0; i < bytes; ++i) {
            buffer_.push_back(static_cast<char>((value >> (8U * i)) & 0xFFU));
        }
        if (buffer_.size() >= buffered) {
            flush();
        }
    }
    void count(std::uint64_t value) { number(value, 8); }
    void text(std::string_view value) {
        count(value.size());
        flush();
        stream_.add(value);
    }
    void stamp(Instant instant, StampForm form) {
        count(static_cast<std::uint64_t>(instant.time_since_epoch().count()));
        number(instant == unknown_instant ? 0 : static_cast<unsigned>(form.precision()), 1);
    }
    [[nodiscard]] Sha256 take() {
        flush();
        return stream_.take();
    }

private:
    static constexpr std::size_t buffered = std::size_t{16} << 10;

    void flush() {
        stream_.add(buffer_);
        buffer_.clear();
    }

    Sha256Stream stream_;
    std::string buffer_;
};

/// Numbers codes anew in the order in which they are met, so that the numbering of the dictionary
/// doesn't count.
class Renumbering {
public:
    explicit Renumbering(const Dictionary& texts)
        : texts_(&texts),
          numbers_(texts.size() + 1, no_code) {}

    [[nodiscard]] Code met(Code code) {
        if (code != no_code && numbers_[code] == no_code) {
            order_.push_back(code);
            numbers_[code] = static_cast<Code>(order_.size());
        }
        return numbers_[code];
    }
    /// The codes that were never met, by their texts.
    void add_rest() {
        std::vector<Code> rest;
        for (Code code = 1; code < numbers_.size(); ++code) {
            if (numbers_[code] == no_code) {
                rest.push_back(code);
            }
        }
        std::ranges::sort(rest, {}, [this](Code code) { return texts_->text(code); });
        order_.insert(order_.end(), rest.begin(), rest.end());
    }
    void write_texts(LogHasher& hasher) const {
        hasher.count(order_.size());
        for (const Code code : order_) {
            hasher.text(texts_->text(code));
        }
    }
    [[nodiscard]] const std::vector<Code>& order() const noexcept { return order_; }

private:
    const Dictionary* texts_;
    std::vector<Code> numbers_;
    std::vector<Code> order_;
};

using CodesOf = std::span<const Code> LogChunk::*;

void write_codes(LogHasher& hasher, const EventLog& log, CodesOf column, Renumbering& numbers) {
    for (std::size_t i = 0; i < log.chunk_count(); ++i) {
        const LogChunk chunk = log.chunk(i);
        const std::span<const Code> codes = chunk.*column;
        for (const Code code : codes) {
            hasher.number(numbers.met(code), 4);
        }
    }
}

void write_column(LogHasher& hasher, const EventLog& log, CodesOf column, const Dictionary& texts) {
    Renumbering numbers(texts);
    write_codes(hasher, log, column, numbers);
    numbers.write_texts(hasher);
}

void write_stamps(LogHasher& hasher, const EventLog& log) {
    for (std::size_t i = 0; i < log.chunk_count(); ++i) {
        const LogChunk chunk = log.chunk(i);
        for (std::size_t row = 0; row < chunk.size(); ++row) {
            hasher.stamp(chunk.starts[row], chunk.start_forms[row]);
            hasher.stamp(chunk.completes[row], chunk.complete_forms[row]);
        }
    }
}

void write_value(LogHasher& hasher, const LogValue& value) {
    hasher.number(value.index(), 1);
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        hasher.text(*text);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        hasher.count(static_cast<std::uint64_t>(*integer));
    } else if (const auto* real = std::get_if<double>(&value)) {
        hasher.count(std::bit_cast<std::uint64_t>(*real));
    } else if (const auto* yes = std::get_if<bool>(&value)) {
        hasher.number(*yes ? 1 : 0, 1);
    } else if (const auto* stamp = std::get_if<EventStamp>(&value)) {
        hasher.stamp(stamp->instant, stamp->form);
    }
}

void write_extra(LogHasher& hasher, const ExtraColumn& column, const std::vector<Code>& cases) {
    hasher.text(column.name());
    hasher.number(static_cast<unsigned>(column.scope()), 1);
    hasher.number(static_cast<unsigned>(column.type()), 1);
    if (column.scope() == ColumnScope::of_case) {
        for (const Code of_case : cases) {
            write_value(hasher, column.value(of_case));
        }
        return;
    }
    Renumbering numbers(column.texts());
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.type() == ColumnType::text) {
            hasher.number(numbers.met(column.codes()[row]), 4);
        } else {
            write_value(hasher, column.value(row));
        }
    }
    numbers.write_texts(hasher);
}

/// By name, then scope and type: the order in which they were met doesn't count.
std::vector<const ExtraColumn*> sorted(std::span<const ExtraColumn> columns) {
    std::vector<const ExtraColumn*> result;
    result.reserve(columns.size());
    for (const ExtraColumn& column : columns) {
        result.push_back(&column);
    }
    std::ranges::sort(result, {}, [](const ExtraColumn* column) {
        return std::tuple(std::string_view(column->name()), column->scope(), column->type());
    });
    return result;
}

void write_attribute(LogHasher& hasher, const LogAttribute& attribute) {
    hasher.text(attribute.name);
    if (const auto* text = std::get_if<std::string>(&attribute.value)) {
        write_value(hasher, std::string_view(*text));
    } else if (const auto* integer = std::get_if<std::int64_t>(&attribute.value)) {
        write_value(hasher, *integer);
    } else if (const auto* real = std::get_if<double>(&attribute.value)) {
        write_value(hasher, *real);
    } else if (const auto* yes = std::get_if<bool>(&attribute.value)) {
        write_value(hasher, *yes);
    } else if (const auto* stamp = std::get_if<EventStamp>(&attribute.value)) {
        write_value(hasher, *stamp);
    }
}

} // namespace

Sha256 digest(const EventLog& log) {
    LogHasher hasher;
    hasher.text("tertib.log/1");
    hasher.count(log.row_count());
    Renumbering cases(log.cases());
    write_codes(hasher, log, &LogChunk::cases, cases);
    cases.add_rest();
    cases.write_texts(hasher);
    write_column(hasher, log, &LogChunk::activities, log.activities());
    write_column(hasher, log, &LogChunk::resources, log.resources());
    write_column(hasher, log, &LogChunk::roles, log.roles());
    write_column(hasher, log, &LogChunk::outcomes, log.outcomes());
    write_stamps(hasher, log);
    hasher.count(log.columns().size());
    for (const ExtraColumn* column : sorted(log.columns())) {
        write_extra(hasher, *column, cases.order());
    }
    hasher.count(log.attributes().size());
    for (const LogAttribute& attribute : log.attributes()) {
        write_attribute(hasher, attribute);
    }
    return hasher.take();
}

} // namespace tertib
