// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/step_reader.hpp"

#include "read/list_text.hpp"
#include "read/mark_text.hpp"
#include "read/outsider.hpp"
#include "read/step_number.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

/// One row by the roles of its columns.
struct StepReader::Cells {
    Raw raw;
    bool numbered = false;
    bool text_in_mutu_baku = false;
    bool only_uraian = false;
    bool only_connectors = false;
    std::string first;
};

namespace {

bool is_total(std::string_view label) {
    const std::vector<std::string> found = words(label);
    if (found.empty()) {
        return false;
    }
    const bool jumlah = found[0] == "jumlah" && (found.size() == 1 || found[1] == "waktu" ||
                                                 found[1] == "total" || found[1] == "keseluruhan");
    return found[0] == "total" || jumlah ||
           (found.size() >= 2 && found[0] == "waktu" && found[1] == "total");
}

void join(std::string& into, std::string_view text) {
    if (!trim(text).empty()) {
        into += into.empty() ? std::string(text) : "\n" + std::string(text);
    }
}

} // namespace

StepReader::StepReader(const Grid& grid, const ReadOptions& options) : options_(options) {
    for (const GridMark& mark : grid.marks) {
        drawn_[mark.row].push_back(mark);
    }
}

std::uint64_t StepReader::last_number() const {
    return raws_.empty() ? 0 : step_number(raws_.back().no);
}

PelaksanaIndex StepReader::pelaksana(const std::string& name, std::uint32_t row,
                                     std::uint32_t column) {
    const auto [at, is_new] =
        by_name_.try_emplace(fold(name), static_cast<PelaksanaIndex>(out_.pelaksana.size()));
    if (is_new) {
        if (out_.pelaksana.size() >= options_.max_columns) {
            throw Error(ErrorCode::limit,
                        "more than " + std::to_string(options_.max_columns) +
                            " pelaksana (limit max_columns)",
                        {.file = {}, .row = row, .column = column});
        }
        out_.pelaksana.push_back(name);
    }
    return at->second;
}

void StepReader::take_lanes(const Table& table, std::uint32_t row) {
    lanes_.clear();
    if (table.named_pelaksana != 0) {
        return;
    }
    std::map<std::string, int> times;
    for (const Column& column : table.columns) {
        if (column.role != ColumnRole::pelaksana) {
            continue;
        }
        const Place place{.row = row, .column = column.place, .step = {}};
        std::string name = column.title;
        if (fold(name).empty()) {
            name = "Kolom " + std::to_string(column.place);
            out_.findings.push_back(make_finding("READ-LANE-UNNAMED", place, {{"name", name}}));
        }
        const int time = ++times[fold(name)];
        if (time > 1) {
            const std::string other = name + " (" + std::to_string(time) + ")";
            out_.findings.push_back(make_finding("READ-LANE-REPEATED", place,
                                                 {{"name", name}, {"other", other}}, name));
            name = other;
        }
        lanes_.emplace(column.place, pelaksana(name, row, column.place));
    }
}

void StepReader::read(const Sheet& sheet, const Table& table, std::size_t from, std::size_t to) {
    take_lanes(table, sheet[table.head].number);
    for (std::size_t at = from; at < to; ++at) {
        if (!sheet[at].blank() || drawn_.contains(sheet[at].number)) {
            read_row(sheet[at], table);
        }
    }
}

StepReader::Cells StepReader::cells_of(const SheetRow& row, const Table& table) {
    Cells cells;
    Raw& raw = cells.raw;
    raw.row = row.number;
    raw.waktu_unit = table.waktu_unit;
    raw.waktu_column = table.place(ColumnRole::waktu);
    std::string* last = nullptr;
    for (std::size_t place = 1; place <= row.cells.size(); ++place) {
        const std::string_view text = trim(row.text(place));
        const bool beyond = place > table.columns.size();
        const Column* column = beyond ? nullptr : &table.columns[place - 1];
        const ColumnRole role = column == nullptr ? ColumnRole::unknown : column->role;
        switch (role) {
        case ColumnRole::no: last = &raw.no; break;
        case ColumnRole::uraian: last = &raw.uraian; break;
        case ColumnRole::kelengkapan: last = &raw.kelengkapan; break;
        case ColumnRole::waktu: last = &raw.waktu; break;
        case ColumnRole::produk: last = &raw.produk; break;
        case ColumnRole::keterangan: last = &raw.keterangan; break;
        case ColumnRole::pelaksana: continue;
        case ColumnRole::unknown:
            // A column with a heading of its own keeps it; one without continues its neighbour.
            if (column != nullptr && !column->title.empty() && !text.empty()) {
                join(raw.keterangan, column->title + ": " + std::string(text));
                continue;
            }
            last = last == nullptr ? &raw.uraian : last;
            break;
        }
        join(*last, text);
        if (!text.empty() && cells.first.empty()) {
            cells.first = one_line(text);
        }
    }
    if (read_lane(raw.no).kind == LaneText::mark && !is_step_number(raw.no)) {
        raw.no.clear();
    }
    cells.numbered = is_step_number(raw.no);
    cells.text_in_mutu_baku = !says_nothing(raw.kelengkapan) || !says_nothing(raw.waktu) ||
                              !says_nothing(raw.produk) || !trim(raw.keterangan).empty();
    return cells;
}

void StepReader::read_lanes(const SheetRow& row, const Table& table, Cells& cells) {
    if (table.named_pelaksana != 0) {
        read_named(row.text(table.named_pelaksana), row.number, cells);
    }
    for (const auto& [column, lane] : lanes_) {
        read_lane_cell(row.text(column), {.row = row.number, .column = column, .step = {}}, lane,
                       cells);
    }
    take_drawn(row.number, cells);
    const std::vector<PlacedMark>& marks = cells.raw.marks;
    cells.only_connectors =
        !marks.empty() && std::ranges::all_of(marks, [](const PlacedMark& mark) {
            return mark.symbol == Symbol::connector;
        });
    // "A. Tahap persiapan": a letter or Roman numeral numbers a section, not a step, where nothing
    // but its name stands in the row.
    const std::string no = one_line(cells.raw.no);
    const bool step_number = cells.numbered && no.find_first_of("0123456789") != no.npos;
    cells.only_uraian = marks.empty() && !cells.text_in_mutu_baku && !step_number;
}

void StepReader::read_lane_cell(std::string_view text, const Place& place, PelaksanaIndex lane,
                                Cells& cells) {
    const LaneReading reading = read_lane(text);
    const std::string shown = one_line(text);
    const auto note = [&](std::string_view code) {
        const std::string name = out_.pelaksana[static_cast<std::size_t>(lane)];
        out_.findings.push_back(
            make_finding(code, place, {{"text", shown}, {"pelaksana", name}}, shown));
    };
    switch (reading.kind) {
    case LaneText::nothing: return;
    case LaneText::arrow: note("READ-LANE-ARROW"); return;
    case LaneText::unreadable: note("READ-LANE-UNREADABLE"); return;
    case LaneText::words: note("READ-LANE-WORDS"); return;
    case LaneText::unknown_symbol:
        note("READ-LANE-SYMBOL");
        out_.unknown_symbols.push_back({shown, place});
        break;
    case LaneText::mark: break;
    }
    cells.raw.marks.push_back({.id = 0, .row = place.row, .lane = lane, .symbol = reading.symbol});
}

void StepReader::read_named(std::string_view text, std::uint32_t row, Cells& cells) {
    for (const std::string& name : list_items(text)) {
        const PelaksanaIndex lane = pelaksana(name, row, 0);
        cells.raw.marks.push_back(
            {.id = 0, .row = row, .lane = lane, .symbol = Symbol::unspecified});
    }
}

void StepReader::take_drawn(std::uint32_t row, Cells& cells) {
    const auto found = drawn_.find(row);
    if (found == drawn_.end()) {
        return;
    }
    for (const GridMark& mark : found->second) {
        const auto lane = lanes_.find(mark.column);
        if (lane == lanes_.end()) {
            out_.findings.push_back(make_finding(
                "READ-SHAPE-OUTSIDE", {.row = mark.row, .column = mark.column, .step = {}},
                {{"text", mark.text}}, mark.text));
            continue;
        }
        cells.raw.marks.push_back(
            {.id = mark.id, .row = row, .lane = lane->second, .symbol = mark.symbol});
    }
}

void StepReader::read_row(const SheetRow& row, const Table& table) {
    Cells cells = cells_of(row, table);
    read_lanes(row, table, cells);
    const Raw& raw = cells.raw;
    const bool no_uraian = trim(raw.uraian).empty();
    const bool has_no_column = table.place(ColumnRole::no) != 0;
    const Place place{.row = raw.row, .column = 0, .step = {}};
    if (!cells.numbered && is_total(cells.first)) {
        read_total(cells, cells.first);
    } else if (read_terminator(cells)) {
        return;
    } else if (!cells.numbered && no_uraian && !cells.text_in_mutu_baku && cells.only_connectors) {
        out_.marks.insert(out_.marks.end(), raw.marks.begin(), raw.marks.end());
    } else if (!cells.numbered && no_uraian) {
        append(cells);
    } else if (no_uraian && raw.marks.empty() && !cells.text_in_mutu_baku) {
        out_.findings.push_back(make_finding("READ-ROW-EMPTY", place, {{"no", one_line(raw.no)}}));
    } else if (has_no_column && cells.only_uraian) {
        const std::string text = one_line(raw.no + "\n" + raw.uraian);
        if (!cells.numbered && text.front() >= 'a' && text.front() <= 'z' && !raws_.empty()) {
            append(cells);
        } else {
            out_.findings.push_back(
                make_finding("READ-ROW-SECTION", place, {{"text", text}}, text));
        }
    } else {
        if (raws_.size() >= options_.max_steps) {
            throw Error(ErrorCode::limit,
                        "more than " + std::to_string(options_.max_steps) +
                            " steps (limit max_steps)",
                        {.file = {}, .row = raw.row, .column = 0});
        }
        raws_.push_back(std::move(cells.raw));
    }
}

void StepReader::read_total(const Cells& cells, std::string_view label) {
    out_.total_label = std::string(label);
    std::string text = cells.raw.waktu;
    if (!cells.raw.waktu_unit.empty() && step_number(text) > 0) {
        text += " " + cells.raw.waktu_unit;
    }
    WaktuReading reading = read_waktu(text, options_.waktu);
    reading.waktu.text = std::string(trim(cells.raw.waktu));
    if (reading.waktu.form != WaktuForm::none) {
        out_.total = std::move(reading.waktu);
    }
    const Place place{.row = cells.raw.row, .column = cells.raw.waktu_column, .step = {}};
    for (Finding& finding : reading.findings) {
        finding.where = place;
        out_.findings.push_back(std::move(finding));
    }
    for (const std::string* cell :
         {&cells.raw.kelengkapan, &cells.raw.produk, &cells.raw.keterangan}) {
        if (!says_nothing(*cell)) {
            const std::string line = one_line(*cell);
            out_.findings.push_back(make_finding("READ-TEXT-OUTSIDE",
                                                 {.row = place.row, .column = 0, .step = {}},
                                                 {{"text", line}}, line));
        }
    }
}

bool StepReader::read_terminator(const Cells& cells) {
    const bool in_no = trim(cells.raw.uraian).empty() && !cells.numbered;
    const std::string text = fold(in_no ? cells.raw.no : cells.raw.uraian);
    const bool start = text == "mulai" || text == "start";
    const bool end = text == "selesai" || text == "end" || text == "berakhir";
    if (!start && !end) {
        return false;
    }
    (start ? out_.starts : out_.ends).push_back(raws_.size());
    for (PlacedMark mark : cells.raw.marks) {
        mark.node = start ? RowNode::start : RowNode::end;
        out_.marks.push_back(mark);
    }
    if (cells.text_in_mutu_baku) {
        const std::string lost = one_line(cells.raw.kelengkapan + "\n" + cells.raw.waktu + "\n" +
                                          cells.raw.produk + "\n" + cells.raw.keterangan);
        out_.findings.push_back(make_finding("READ-ROW-TERMINATOR",
                                             {.row = cells.raw.row, .column = 0, .step = {}},
                                             {{"text", lost}}, lost));
    }
    return true;
}

void StepReader::append(const Cells& cells) {
    const Raw& raw = cells.raw;
    const Place place{.row = raw.row, .column = 0, .step = {}};
    if (raws_.empty()) {
        out_.findings.push_back(
            make_finding("READ-ROW-SECTION", place, {{"text", cells.first}}, cells.first));
        return;
    }
    if (cells.first.empty() && raw.marks.empty()) {
        return;
    }
    Raw& into = raws_.back();
    join(into.uraian, raw.uraian);
    join(into.kelengkapan, raw.kelengkapan);
    join(into.waktu, raw.waktu);
    join(into.produk, raw.produk);
    join(into.keterangan, raw.keterangan);
    into.marks.insert(into.marks.end(), raw.marks.begin(), raw.marks.end());
    out_.findings.push_back(
        make_finding("READ-ROW-CONTINUED", place, {{"no", one_line(into.no)}}, cells.first));
}

void StepReader::make_key(Step& step, const Raw& raw) {
    step.key = step_key(raw.no);
    if (step.key.empty()) {
        step.key = "r" + std::to_string(raw.row);
        if (trim(raw.no).empty()) {
            out_.findings.push_back(make_finding("READ-NUMBER-MISSING",
                                                 {.row = raw.row, .column = 0, .step = step.key},
                                                 {{"key", step.key}}));
        }
    }
    const int time = ++keys_[step.key];
    if (time > 1) {
        const std::string other = step.key + "#" + std::to_string(time);
        out_.findings.push_back(make_finding("READ-NUMBER-REPEATED",
                                             {.row = raw.row, .column = 0, .step = other},
                                             {{"no", step.key}, {"key", other}}));
        step.key = other;
    }
}

Step StepReader::make_step(const Raw& raw) {
    Step step;
    make_key(step, raw);
    step.no = one_line(raw.no);
    step.uraian = one_line(raw.uraian);
    step.kelengkapan = list_items(raw.kelengkapan);
    step.produk = list_items(raw.produk);
    step.keterangan = says_nothing(raw.keterangan) ? "" : one_line(raw.keterangan);
    std::string waktu = raw.waktu;
    const bool bare = waktu.find_first_not_of("0123456789., \n") == waktu.npos;
    if (bare && !raw.waktu_unit.empty() && !trim(waktu).empty()) {
        waktu += " " + raw.waktu_unit;
    }
    WaktuReading reading = read_waktu(waktu, options_.waktu);
    step.waktu = std::move(reading.waktu);
    step.waktu.text = std::string(trim(raw.waktu));
    for (Finding& finding : reading.findings) {
        finding.where = {.row = raw.row, .column = raw.waktu_column, .step = step.key};
        out_.findings.push_back(std::move(finding));
    }
    for (const PlacedMark& mark : raw.marks) {
        const Mark made{.pelaksana = mark.lane, .symbol = mark.symbol};
        if (mark.symbol != Symbol::connector &&
            std::ranges::find(step.marks, made) == step.marks.end()) {
            step.marks.push_back(made);
        }
        if (mark.symbol == Symbol::decision) {
            step.kind = StepKind::decision;
        }
    }
    return step;
}

void StepReader::check_numbers() {
    std::uint64_t last = 0;
    for (const Raw& raw : raws_) {
        const std::uint64_t number = step_number(raw.no);
        if (number > last + 1 && last > 0) {
            const std::string missing =
                number - last == 2 ? std::to_string(last + 1)
                                   : std::to_string(last + 1) + "–" + std::to_string(number - 1);
            out_.findings.push_back(make_finding("READ-NUMBER-SKIPPED",
                                                 {.row = raw.row, .column = 0, .step = {}},
                                                 {{"missing", missing}}));
        }
        last = number > 0 ? number : last;
    }
}

void StepReader::report_unknown_pelaksana() {
    std::string unknown;
    std::size_t count = 0;
    for (const Step& step : out_.steps) {
        if (step.marks.empty()) {
            unknown += unknown.empty() ? step.key : ", " + step.key;
            ++count;
        }
    }
    if (count > 0) {
        const std::size_t cells = count * std::max<std::size_t>(lanes_.size(), 1);
        out_.findings.push_back(make_finding("READ-NO-PELAKSANA", {},
                                             {{"steps", unknown}, {"cells", std::to_string(cells)}},
                                             unknown));
    }
}

void StepReader::mark_outside() {
    for (std::size_t i = 0; i < out_.pelaksana.size(); ++i) {
        if (names_outsider(out_.pelaksana[i])) {
            out_.pelaksana_luar.push_back(static_cast<PelaksanaIndex>(i));
            out_.findings.push_back(make_finding("READ-PELAKSANA-LUAR", {},
                                                 {{"name", out_.pelaksana[i]}}, out_.pelaksana[i]));
        }
    }
}

StepsReading StepReader::finish() {
    for (const Raw& raw : raws_) {
        Step step = make_step(raw);
        out_.places.emplace(step.key, Place{.row = raw.row, .column = 0, .step = step.key});
        for (PlacedMark mark : raw.marks) {
            mark.node = RowNode::step;
            mark.step = out_.steps.size();
            out_.marks.push_back(mark);
        }
        out_.steps.push_back(std::move(step));
    }
    check_numbers();
    report_unknown_pelaksana();
    mark_outside();
    return std::move(out_);
}

} // namespace tertib
