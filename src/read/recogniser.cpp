// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/recogniser.hpp"

#include "read/flow_reader.hpp"
#include "read/identity_reader.hpp"
#include "read/label.hpp"
#include "read/list_text.hpp"
#include "read/sheet.hpp"
#include "read/step_reader.hpp"
#include "read/table.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace tertib {
namespace {

/// Rows of a sheet: [from, to).
struct Rows {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// A row that can't be one of the table's: a line alone, without a cell beside it, that is no
/// number; or a label of an identity page.
bool leaves_table(const SheetRow& row, const Table& table) {
    if (row.blank()) {
        return false;
    }
    const std::string_view first = trim(row.text(row.first_filled()));
    const bool number = first.find_first_not_of("0123456789.) ") == first.npos;
    const std::string text = fold(first);
    const bool terminator = text == "mulai" || text == "selesai";
    const bool total = text.starts_with("total") || text.starts_with("jumlah");
    if (number || total || terminator) {
        return false;
    }
    const bool alone = row.cells.size() == 1 && table.columns.size() > 2;
    const std::uint32_t no = table.place(ColumnRole::no);
    const bool labelled = row.first_filled() <= 2 && read_label(first).has_value() &&
                          (no == 0 || trim(row.text(no)).empty() || row.first_filled() == no);
    return alone || labelled;
}

/// The body of the table: up to a row that leaves it or heads another.
Rows body_of(const Sheet& sheet, const Table& table) {
    std::size_t at = table.body;
    while (at < sheet.size() && !heads_table(sheet, at) && !leaves_table(sheet[at], table)) {
        ++at;
    }
    // The group headings over a repeated heading row belong to it.
    if (at > table.body && at < sheet.size() && heads_table(sheet, at)) {
        at = std::max(table.body, table_at(sheet, at).head);
    }
    return {table.body, at};
}

bool same_columns(const Table& a, const Table& b) {
    return std::ranges::equal(
        a.columns, b.columns, {}, [](const Column& c) { return fold(c.title); },
        [](const Column& c) { return fold(c.title); });
}

std::uint64_t first_number(const Sheet& sheet, const Table& table) {
    const std::uint32_t no = table.place(ColumnRole::no);
    for (std::size_t at = table.body; at < sheet.size() && no != 0; ++at) {
        const std::string_view text = trim(sheet[at].text(no));
        std::uint64_t value = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc{}) {
            return value;
        }
    }
    return 0;
}

/// Recognises the SOPs of one sheet, one after the other.
class Recogniser {
public:
    Recogniser(const Grid& grid, const Source& source, const ReadOptions& options)
        : grid_(grid),
          source_(source),
          options_(options),
          sheet_(make_sheet(grid)) {}

    std::vector<SopReading> read() {
        std::vector<SopReading> found;
        std::size_t from = 0;
        while (const std::optional<Table> table = find_table(sheet_, from)) {
            if (found.size() >= options_.max_sops) {
                throw Error(ErrorCode::limit, "more than " + std::to_string(options_.max_sops) +
                                                  " SOPs (limit max_sops)");
            }
            found.push_back(read_one(*table, from));
        }
        return found;
    }

private:
    /// Reads the SOP whose identity page begins at `from`; moves `from` behind its table.
    SopReading read_one(const Table& table, std::size_t& from) {
        IdentityReading identity = read_identity(sheet_, from, table.head);
        StepReader reader(grid_, options_);
        std::vector<Finding> page;
        Rows body = body_of(sheet_, table);
        reader.read(sheet_, table, body.from, body.to);
        std::size_t end = body.to;
        while (std::optional<Table> next = continuation(table, end, reader.last_number())) {
            note_lines({end, next->head}, page);
            body = body_of(sheet_, *next);
            reader.read(sheet_, *next, body.from, body.to);
            end = body.to;
        }
        from = end;
        if (!find_table(sheet_, from)) {
            note_lines({from, sheet_.size()}, page);
            from = sheet_.size();
        }
        note_columns(table, page);
        return build(std::move(identity), reader.finish(), table, std::move(page));
    }

    /// The same table going on on the next page: the same headings, numbers that go on, and no
    /// identity between.
    std::optional<Table> continuation(const Table& table, std::size_t from, std::uint64_t last) {
        std::optional<Table> next = find_table(sheet_, from);
        if (!next || !same_columns(table, *next)) {
            return std::nullopt;
        }
        for (std::size_t at = from; at < next->head; ++at) {
            for (const std::string& cell : sheet_[at].cells) {
                if (read_label(cell)) {
                    return std::nullopt;
                }
            }
        }
        const std::uint64_t number = first_number(sheet_, *next);
        return number == 0 || number > last ? next : std::nullopt;
    }

    /// Lines between or behind tables that no part of the SOP claims: told, not lost.
    void note_lines(Rows rows, std::vector<Finding>& findings) const {
        for (std::size_t at = rows.from; at < rows.to; ++at) {
            std::string line;
            for (const std::string& cell : sheet_[at].cells) {
                if (!says_nothing(cell)) {
                    line += line.empty() ? one_line(cell) : " | " + one_line(cell);
                }
            }
            if (!line.empty()) {
                findings.push_back(make_finding("READ-TEXT-OUTSIDE",
                                                {.row = sheet_[at].number, .column = 0, .step = {}},
                                                {{"text", line}}, line));
            }
        }
    }

    void note_columns(const Table& table, std::vector<Finding>& findings) const {
        const std::uint32_t row = sheet_[table.head].number;
        for (const Column& column : table.columns) {
            if (column.role == ColumnRole::unknown && !column.title.empty()) {
                findings.push_back(make_finding("READ-COLUMN-UNKNOWN",
                                                {.row = row, .column = column.place, .step = {}},
                                                {{"title", column.title}}, column.title));
            }
        }
        if (table.lanes_assumed) {
            findings.push_back(
                make_finding("READ-LANE-ASSUMED", {.row = row, .column = 0, .step = {}}));
        }
    }

    [[nodiscard]] Layout layout_of(const IdentityReading& identity, const StepsReading& steps,
                                   const Table& table) const {
        const auto has_shape = [](const PlacedMark& mark) {
            return mark.symbol != Symbol::unspecified && mark.symbol != Symbol::other;
        };
        return Layout{.heading = identity.heading,
                      .columns = table.columns,
                      .places = steps.places,
                      .total_label = steps.total_label,
                      .connectors = {},
                      .lone_connectors = {},
                      .unknown_symbols = steps.unknown_symbols,
                      .shows_arrows = grid_.shows_drawing,
                      .shows_marks = !steps.marks.empty(),
                      .shows_shapes = std::ranges::any_of(steps.marks, has_shape),
                      .shows_signature = grid_.shows_drawing};
    }

    SopReading build(IdentityReading identity, StepsReading steps, const Table& table,
                     std::vector<Finding> page) const {
        FlowReading flow = read_flow(steps, grid_.arrows);
        if (flow.flow.size() > options_.max_flows) {
            throw Error(ErrorCode::limit, "more than " + std::to_string(options_.max_flows) +
                                              " flows (limit max_flows)");
        }
        Layout layout = layout_of(identity, steps, table);
        layout.connectors = std::move(flow.connectors);
        layout.lone_connectors = std::move(flow.lone_connectors);
        std::vector<Finding> findings = std::move(identity.findings);
        for (std::vector<Finding>* more : {&page, &steps.findings, &flow.findings}) {
            std::ranges::move(*more, std::back_inserter(findings));
        }
        if (flow.steps.empty()) {
            findings.push_back(make_finding(
                "READ-NO-STEPS", {.row = sheet_[table.head].number, .column = 0, .step = {}}));
        }
        return {Sop(SopParts{.source = source_,
                             .identity = std::move(identity.identity),
                             .pelaksana = std::move(steps.pelaksana),
                             .pelaksana_luar = std::move(steps.pelaksana_luar),
                             .total = std::move(steps.total),
                             .steps = std::move(flow.steps),
                             .gateways = std::move(flow.gateways),
                             .flow = std::move(flow.flow),
                             .layout = std::move(layout),
                             .unknown_members = {}}),
                std::move(findings)};
    }

    const Grid& grid_;
    const Source& source_;
    const ReadOptions& options_;
    Sheet sheet_;
};

} // namespace

std::vector<SopReading> recognise(const Grid& grid, const Source& source,
                                  const ReadOptions& options) {
    return Recogniser(grid, source, options).read();
}

} // namespace tertib
