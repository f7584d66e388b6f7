// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/csv_log.hpp"

#include "read/binary.hpp"
#include "read/csv_records.hpp"
#include "read/csv_sinks.hpp"
#include "read/csv_stamps.hpp"
#include "read/csv_titles.hpp"
#include "read/encoding.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace tertib {
namespace {

constexpr std::size_t front_size = std::size_t{64} << 10;

/// Blanks at the ends of a name are no part of it; nearly every cell has none.
std::string_view trimmed(std::string_view cell) {
    const auto plain = [](char c) { return c > ' ' && c < '\x7F'; };
    return cell.empty() || (plain(cell.front()) && plain(cell.back())) ? cell : trim(cell);
}

/// Turns cells of one column into codes. The same text as in the row before, which is the usual
/// case of a log that is grouped, costs one comparison.
class CodeColumn {
public:
    using Add = Code (LogBuilder::*)(std::string_view);
    explicit CodeColumn(Add add) : add_(add) {}

    template <typename Clean>
    [[nodiscard]] Code read(LogBuilder& builder, std::string_view cell, Clean clean) {
        if (cell == last_) {
            return code_;
        }
        const std::string_view text = trimmed(clean(cell));
        code_ = text == "-" ? no_code : (builder.*add_)(text);
        last_.assign(cell);
        return code_;
    }

private:
    Add add_;
    std::string last_;
    Code code_ = no_code;
};

class CsvLogReader {
public:
    CsvLogReader(ByteSource source, CsvTitles titles, const CsvLogOptions& options)
        : titles_(std::move(titles)),
          sinks_(assign_sinks(titles_, options.map)),
          zone_(options.map.zone.value_or(options.assumed_zone)),
          records_(std::move(source), titles_.form,
                   {.max_record = options.max_record, .max_columns = options.limits.max_columns}),
          builder_(
              {.place_unit = PlaceUnit::line, .assumed_zone = zone_, .limits = options.limits}) {
        prepare(options.map.date_order);
    }

    LogReading run() {
        while (records_.next()) {
            if (records_.line() > titles_.line) {
                read_record();
            }
        }
        settle_orders();
        std::vector<Finding> findings = all_findings();
        return {std::move(builder_).finish(), std::move(findings)};
    }

private:
    static constexpr std::size_t no_stamps = SIZE_MAX;

    void prepare(std::optional<DateOrder> order) {
        stamp_of_.assign(titles_.titles.size(), no_stamps);
        add_stamps(sinks_.field(LogField::start), order);
        add_stamps(sinks_.field(LogField::complete), order);
        for (const WideSink& step : sinks_.wide) {
            add_stamps(step.start, order);
            add_stamps(step.complete, order);
            wide_codes_.push_back(builder_.activity(step.step));
        }
        for (const ExtraSink& extra : sinks_.extras) {
            extras_.push_back(builder_.column(extra.name, ColumnType::text));
        }
    }

    void add_stamps(std::size_t place, std::optional<DateOrder> order) {
        if (place != no_sink && stamp_of_[place] == no_stamps) {
            stamp_of_[place] = stamps_.size();
            stamps_.emplace_back(titles_.titles[place], place, zone_, order);
        }
    }

    /// An Error that doesn't know where it happened learns it here.
    void read_record() {
        const std::span<const std::string_view> cells = records_.cells();
        if (std::ranges::all_of(cells,
                                [](std::string_view cell) { return trimmed(cell).empty(); })) {
            return;
        }
        note_shape(cells);
        try {
            if (sinks_.wide.empty()) {
                read_event(cells);
            } else {
                read_case(cells);
            }
        } catch (const Error& error) {
            if (error.position().row != 0) {
                throw;
            }
            const auto line = static_cast<std::int64_t>(records_.line());
            throw Error(error.code(), "line " + std::to_string(line) + ": " + error.what(),
                        {.file = titles_.form.file, .row = line});
        }
    }

    void note_shape(std::span<const std::string_view> cells) {
        if (cells.size() < titles_.titles.size()) {
            short_line_ = short_rows_++ == 0 ? records_.line() : short_line_;
        }
        for (std::size_t i = titles_.titles.size(); i < cells.size(); ++i) {
            if (!trimmed(cells[i]).empty()) {
                long_line_ = long_rows_++ == 0 ? records_.line() : long_line_;
                return;
            }
        }
    }

    [[nodiscard]] static std::string_view cell_at(std::span<const std::string_view> cells,
                                                  std::size_t place) {
        return place < cells.size() ? cells[place] : std::string_view{};
    }

    [[nodiscard]] std::string_view clean(std::string_view cell) {
        const CleanCell result = clean_cell(cell, scratch_);
        foreign_ += result.foreign ? 1 : 0;
        if (result.broken) {
            broken_line_ = broken_++ == 0 ? records_.line() : broken_line_;
        }
        return result.text;
    }

    [[nodiscard]] Code code(CodeColumn& column, std::span<const std::string_view> cells,
                            LogField field) {
        const std::size_t place = sinks_.field(field);
        return place == no_sink
                   ? no_code
                   : column.read(builder_, cell_at(cells, place),
                                 [this](std::string_view cell) { return clean(cell); });
    }

    /// The stamp of a cell; one that can't be read is kept as text once its row is there.
    [[nodiscard]] EventStamp stamp(std::span<const std::string_view> cells, std::size_t place,
                                   StampEnd end) {
        if (place == no_sink) {
            return {};
        }
        CsvStamps& column = stamps_[stamp_of_[place]];
        const std::string_view cell = cell_at(cells, place);
        const std::optional<EventStamp> read = column.read(cell, records_.line());
        if (!read) {
            unread_.push_back(place);
            return {};
        }
        if (read->known() && column.open()) {
            column.note_open({static_cast<std::uint32_t>(builder_.row_count()), end});
        }
        return *read;
    }

    [[nodiscard]] LogEvent common(std::span<const std::string_view> cells) {
        LogEvent event;
        event.case_code = code(cases_, cells, LogField::of_case);
        event.resource = code(resources_, cells, LogField::resource);
        event.role = code(roles_, cells, LogField::role);
        event.outcome = code(outcomes_, cells, LogField::outcome);
        event.place =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(records_.line(), UINT32_MAX));
        return event;
    }

    void read_event(std::span<const std::string_view> cells) {
        LogEvent event = common(cells);
        event.activity = code(activities_, cells, LogField::activity);
        const std::string_view transition =
            sinks_.transition == no_sink ? std::string_view{} : cell_at(cells, sinks_.transition);
        const bool starts = !transition.empty() && fold(transition) == "start";
        event.start = stamp(cells, sinks_.field(LogField::start), StampEnd::start);
        const EventStamp at = stamp(cells, sinks_.field(LogField::complete),
                                    starts ? StampEnd::start : StampEnd::complete);
        (starts && !event.start.known() ? event.start : event.complete) = at;
        builder_.add(event);
        keep_unread(cells);
        keep_extras(cells);
    }

    /// One event for each step that has a date; a case without any is a case without events.
    void read_case(std::span<const std::string_view> cells) {
        const LogEvent of_case = common(cells);
        for (std::size_t i = 0; i < sinks_.wide.size(); ++i) {
            LogEvent event = of_case;
            event.activity = wide_codes_[i];
            event.start = stamp(cells, sinks_.wide[i].start, StampEnd::start);
            event.complete = stamp(cells, sinks_.wide[i].complete, StampEnd::complete);
            if (event.start.known() || event.complete.known() || !unread_.empty()) {
                builder_.add(event);
                keep_unread(cells);
                keep_extras(cells);
            }
        }
    }

    void keep_unread(std::span<const std::string_view> cells) {
        for (const std::size_t place : unread_) {
            const ColumnIndex column = builder_.column(titles_.titles[place], ColumnType::text);
            builder_.set(column, clean(cell_at(cells, place)));
        }
        unread_.clear();
    }

    void keep_extras(std::span<const std::string_view> cells) {
        for (std::size_t i = 0; i < extras_.size(); ++i) {
            const std::string_view cell = cell_at(cells, sinks_.extras[i].place);
            if (!cell.empty()) {
                builder_.set(extras_[i], clean(cell));
            }
        }
    }

    void settle_orders() {
        for (const CsvStamps& column : stamps_) {
            if (!column.month_first()) {
                continue;
            }
            for (const OpenStamp& open : column.all_open()) {
                if (open.end == StampEnd::start) {
                    builder_.set_start(open.row, with_order_changed(builder_.start(open.row)));
                } else {
                    builder_.set_complete(open.row,
                                          with_order_changed(builder_.complete(open.row)));
                }
            }
        }
    }

    void tell(std::vector<Finding>& findings, std::string_view code, std::uint64_t count,
              std::uint64_t line) const {
        if (count > 0) {
            const auto row = static_cast<std::uint32_t>(std::min<std::uint64_t>(line, UINT32_MAX));
            findings.push_back(
                make_finding(code, {.row = row, .column = 0, .step = {}},
                             {{"count", std::to_string(count)}, {"line", std::to_string(line)}}));
        }
    }

    [[nodiscard]] std::vector<Finding> all_findings() const {
        std::vector<Finding> findings;
        if (foreign_ > 0) {
            findings.push_back(make_finding("READ-ENCODING", {}, {{"encoding", "Windows-1252"}}));
        }
        tell(findings, "READ-BROKEN-BYTES", broken_, broken_line_);
        tell(findings, "LOG-QUOTE", records_.stray_quotes(), records_.stray_line());
        tell(findings, "LOG-ROW-SHORT", short_rows_, short_line_);
        tell(findings, "LOG-ROW-LONG", long_rows_, long_line_);
        for (const CsvStamps& column : stamps_) {
            std::ranges::move(column.findings(), std::back_inserter(findings));
        }
        if (stamps_.empty()) {
            findings.push_back(make_finding("LOG-NO-TIME"));
        }
        return findings;
    }

    CsvTitles titles_;
    CsvSinks sinks_;
    Zone zone_;
    CsvRecords records_;
    LogBuilder builder_;

    CodeColumn cases_{&LogBuilder::case_code};
    CodeColumn activities_{&LogBuilder::activity};
    CodeColumn resources_{&LogBuilder::resource};
    CodeColumn roles_{&LogBuilder::role};
    CodeColumn outcomes_{&LogBuilder::outcome};
    std::vector<Code> wide_codes_;
    std::vector<ColumnIndex> extras_;
    std::vector<CsvStamps> stamps_;
    std::vector<std::size_t> stamp_of_; ///< for each column its place in stamps_, or no_stamps
    std::vector<std::size_t> unread_;   ///< columns of this event whose stamp can't be read
    std::string scratch_;

    std::uint64_t foreign_ = 0;
    std::uint64_t broken_ = 0;
    std::uint64_t broken_line_ = 0;
    std::uint64_t short_rows_ = 0;
    std::uint64_t short_line_ = 0;
    std::uint64_t long_rows_ = 0;
    std::uint64_t long_line_ = 0;
};

/// UTF-16 has a mark, or zeros among its first bytes.
bool is_wide(std::string_view front) {
    constexpr std::size_t looked_at = 512;
    return front.starts_with("\xFF\xFE") || front.starts_with("\xFE\xFF") ||
           front.substr(0, looked_at).find('\0') != std::string_view::npos;
}

/// All of a source as UTF-8: for UTF-16, which isn't scanned as it comes.
std::string decoded_whole(ByteSource& source, std::size_t limit, std::vector<Finding>& findings) {
    std::string bytes;
    std::string room(front_size, '\0');
    while (const std::size_t count = source(room)) {
        bytes.append(room, 0, count);
        if (bytes.size() > limit) {
            throw Error(ErrorCode::limit, "a table in UTF-16 has more than " +
                                              std::to_string(limit) +
                                              " bytes (limit max_decoded): save it as UTF-8");
        }
    }
    DecodedText decoded = decode_text(bytes, limit);
    findings = std::move(decoded.findings);
    return std::move(decoded.text);
}

void refuse_other_than_text(std::string_view front, const std::string& file) {
    if (front.empty()) {
        throw Error(ErrorCode::format, "the table is empty", {.file = file});
    }
    if (const std::optional<std::string> kind = binary_kind(front)) {
        throw Error(ErrorCode::format, *kind, {.file = file});
    }
}

LogReading read_text(ByteSource source, const CsvLogOptions& options) {
    PeekedSource peeked = peek(std::move(source), front_size);
    CsvTitles titles = find_csv_titles(peeked.front, options.map, options.delimiter);
    titles.form.file = options.file;
    if (titles.titles.empty()) {
        // Whatever is wrong with the first rows says so itself.
        CsvRecords first_rows(source_of(peeked.front), titles.form);
        while (first_rows.next()) {
        }
    }
    return CsvLogReader(std::move(peeked.source), std::move(titles), options).run();
}

} // namespace

LogReading read_csv_log(ByteSource source, const CsvLogOptions& options) {
    PeekedSource peeked = peek(std::move(source), front_size);
    refuse_other_than_text(peeked.front, options.file);
    if (!is_wide(peeked.front)) {
        return read_text(std::move(peeked.source), options);
    }
    std::vector<Finding> findings;
    const std::string text = decoded_whole(peeked.source, options.max_decoded, findings);
    LogReading reading = read_text(source_of(text), options);
    reading.findings.insert(reading.findings.begin(), std::make_move_iterator(findings.begin()),
                            std::make_move_iterator(findings.end()));
    return reading;
}

CsvHead read_csv_head(std::string_view front, const CsvLogOptions& options) {
    constexpr std::size_t most_shown = 200;
    std::string decoded;
    if (is_wide(front)) {
        try {
            decoded =
                decode_text(front.substr(0, front.size() & ~std::size_t{1}), front.size()).text;
        } catch (const Error&) {
            return {}; // no text at all: reading it as a log says so
        }
        front = decoded;
    }
    const CsvTitles titles = find_csv_titles(front, options.map, options.delimiter);
    CsvHead head{
        .line = titles.line, .titles = titles.titles, .rows = {}, .columns = titles.columns};
    CsvRecords records(source_of(front), titles.form);
    std::string scratch;
    try {
        while (head.rows.size() < most_shown && records.next()) {
            if (records.line() <= titles.line) {
                continue;
            }
            std::vector<std::string>& row = head.rows.emplace_back();
            for (const std::string_view cell : records.cells()) {
                row.emplace_back(trim(clean_cell(cell, scratch).text));
            }
        }
    } catch (const Error&) {
        // The front ends within quotes: the rows before that are enough.
        return head;
    }
    return head;
}

} // namespace tertib
