// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/flow_reader.hpp"

#include "read/recogniser.hpp"
#include "read/sop_text.hpp"

using namespace tertib;

namespace {

/// A grid with three lanes (columns 3–5) whose steps are rows 3, 4, … and are called 1, 2, ….
class Drawing {
public:
    explicit Drawing(std::uint32_t steps) {
        grid_.shows_drawing = true;
        row(1, {"No", "Uraian", "Pelaksana", "", "", "Kelengkapan", "Waktu", "Output", "Ket"});
        row(2, {"", "", "A", "B", "C"});
        for (std::uint32_t i = 1; i <= steps; ++i) {
            row(i + 2, {std::to_string(i), "Memeriksa berkas", "", "", "", "a", "5 menit", "b"});
        }
    }

    /// A mark in a step's row; gives its id.
    std::uint32_t mark(std::uint32_t step, std::uint32_t lane, Symbol symbol = Symbol::process) {
        return place(step + 2, lane, symbol);
    }
    std::uint32_t place(std::uint32_t row, std::uint32_t lane, Symbol symbol) {
        const auto id = static_cast<std::uint32_t>(grid_.marks.size() + 1);
        grid_.marks.push_back({id, row, lane + 2, symbol, {}});
        return id;
    }
    void arrow(std::uint32_t from, std::uint32_t to, std::string label = {}, bool dashed = false) {
        grid_.arrows.push_back({from, to, std::move(label), dashed});
    }
    void row(std::uint32_t number, const std::vector<std::string>& cells) {
        GridRow& made = grid_.rows.emplace_back(GridRow{.number = number, .cells = {}});
        for (std::uint32_t i = 0; i < cells.size(); ++i) {
            made.cells.push_back({.column = i + 1, .text = cells[i]});
        }
    }
    SopReading read() const {
        std::vector<SopReading> found = recognise(grid_, {}, {});
        REQUIRE(found.size() == 1);
        return std::move(found.front());
    }

private:
    Grid grid_;
};

} // namespace

TEST_CASE("drawn arrows give the flow, with outcomes from their labels") {
    Drawing drawing(3);
    const auto a = drawing.mark(1, 1, Symbol::terminator);
    const auto b = drawing.mark(2, 2, Symbol::decision);
    const auto c = drawing.mark(3, 1, Symbol::terminator);
    drawing.arrow(a, b);
    drawing.arrow(b, c, "Ya");
    drawing.arrow(b, a, "Tidak");
    const SopReading reading = drawing.read();
    CHECK(flow_text(reading.sop) == "start->1:dr 1->2:dr 2->3[Ya]:dr 2->1[Tidak]:dr 3->end:dr");
    CHECK(reading.sop.step("2")->outcomes == std::vector<std::string>{"Ya", "Tidak"});
    CHECK(reading.sop.layout()->shows_arrows);
}

TEST_CASE("a terminator alone in its row adds start or end") {
    Drawing drawing(2);
    const auto a = drawing.mark(1, 1, Symbol::terminator);
    const auto b = drawing.mark(2, 2, Symbol::terminator);
    drawing.arrow(a, b);
    CHECK(flow_text(drawing.read().sop) == "start->1:dr 1->2:dr 2->end:dr");
}

TEST_CASE("a terminator beside other marks of its row is the end only") {
    Drawing drawing(2);
    const auto a = drawing.mark(1, 1);
    const auto b = drawing.mark(2, 1);
    const auto end = drawing.mark(2, 2, Symbol::terminator);
    drawing.arrow(a, b);
    drawing.arrow(a, end);
    CHECK(flow_text(drawing.read().sop) == "start->1:or 1->2:dr 1->end:dr");
}

TEST_CASE("rows Mulai and Selesai are the ends of the arrows that touch them") {
    Drawing drawing(1);
    drawing.row(4, {"", "Selesai"});
    const auto a = drawing.mark(1, 1);
    const auto end = drawing.place(4, 1, Symbol::terminator);
    drawing.arrow(a, end);
    CHECK(flow_text(drawing.read().sop) == "start->1:or 1->end:dr");
}

TEST_CASE("arrows inside a row are hand-overs, equal flows are one, dashed ones consultations") {
    Drawing drawing(2);
    const auto a1 = drawing.mark(1, 1);
    const auto a2 = drawing.mark(1, 2);
    const auto b1 = drawing.mark(2, 1);
    const auto b2 = drawing.mark(2, 2);
    drawing.arrow(a1, a2);
    drawing.arrow(a1, b1);
    drawing.arrow(a2, b2);
    drawing.arrow(a2, b1, "", true);
    const SopReading reading = drawing.read();
    CHECK(flow_text(reading.sop) == "start->1:or 1->1:dr 1->2:dr 1->2~:dr");
    CHECK(reading.sop.flow()[1].from_pelaksana == PelaksanaIndex{0});
    CHECK(reading.sop.flow()[1].to_pelaksana == PelaksanaIndex{1});
    CHECK_FALSE(reading.sop.flow()[2].from_pelaksana);
    CHECK(count(reading, "READ-IMPLICIT-END") == 1);
}

TEST_CASE("pairs of off-page connectors are looked through in both directions") {
    Drawing drawing(2);
    drawing.row(10, {"", ""});
    drawing.row(11, {"", ""});
    drawing.row(12, {"3", "Mencatat", "", "", "", "a", "5 menit", "b"});
    const auto one = drawing.mark(1, 1);
    const auto two = drawing.mark(2, 1, Symbol::decision);
    const auto out = drawing.place(10, 1, Symbol::connector);
    const auto in = drawing.place(11, 1, Symbol::connector);
    const auto back_out = drawing.place(11, 2, Symbol::connector);
    const auto back_in = drawing.place(10, 2, Symbol::connector);
    const auto three = drawing.place(12, 1, Symbol::process);
    drawing.arrow(one, two);
    drawing.arrow(two, out, "Ya");
    drawing.arrow(in, three);
    drawing.arrow(three, back_out);
    drawing.arrow(back_in, one);
    const SopReading reading = drawing.read();
    CHECK(flow_text(reading.sop) == "start->1:or 1->2:dr 2->3[Ya]:dr 3->1:dr");
    CHECK(reading.sop.layout()->connectors.size() == 2);
    CHECK(count(reading, "READ-CONNECTOR-LONE") == 0);
}

TEST_CASE("branches of a parallel split that meet again get a gateway before the step") {
    Drawing drawing(4);
    const auto a = drawing.mark(1, 1);
    const auto b = drawing.mark(2, 2);
    const auto c = drawing.mark(3, 3);
    const auto d = drawing.mark(4, 1);
    drawing.arrow(a, b);
    drawing.arrow(a, c);
    drawing.arrow(b, d);
    drawing.arrow(c, d);
    const SopReading reading = drawing.read();
    CHECK(flow_text(reading.sop) == "start->1:or 1->2:dr 1->3:dr 2->g1:dr 3->g1:dr g1->4:in");
    REQUIRE(reading.sop.gateways().size() == 1);
    CHECK(reading.sop.gateways()[0].provenance == Provenance::inferred);
    CHECK(count(reading, "READ-JOIN-INFERRED") == 1);
}

TEST_CASE("branches of a decision that meet again get none") {
    Drawing drawing(4);
    const auto a = drawing.mark(1, 1, Symbol::decision);
    const auto b = drawing.mark(2, 2);
    const auto c = drawing.mark(3, 3);
    const auto d = drawing.mark(4, 1);
    drawing.arrow(a, b, "ya");
    drawing.arrow(a, c, "tidak");
    drawing.arrow(b, d);
    drawing.arrow(c, d);
    CHECK(drawing.read().sop.gateways().empty());
}

TEST_CASE("a fork without a join keeps its branches apart") {
    Drawing drawing(3);
    const auto a = drawing.mark(1, 1);
    const auto b = drawing.mark(2, 2);
    const auto c = drawing.mark(3, 3);
    drawing.arrow(a, b);
    drawing.arrow(a, c);
    const SopReading reading = drawing.read();
    CHECK(reading.sop.gateways().empty());
    CHECK(count(reading, "READ-IMPLICIT-END") == 2);
}

TEST_CASE(
    "arrows that end nowhere, steps without arrows and sentences the drawing lacks are told") {
    Drawing drawing(3);
    const auto a = drawing.mark(1, 1);
    const auto b = drawing.mark(2, 1);
    drawing.arrow(a, b);
    drawing.arrow(b, 99);
    drawing.row(6, {"4", "Mencatat, jika salah kembali ke langkah 1", "", "", "", "", "", ""});
    const auto d = drawing.place(6, 1, Symbol::process);
    drawing.arrow(b, d);
    const SopReading reading = drawing.read();
    CHECK(count(reading, "READ-ARROW-LOOSE") == 1);
    CHECK(count(reading, "READ-STEP-UNCONNECTED") == 1);
    CHECK(count(reading, "READ-STATED-NOT-DRAWN") == 1);
    CHECK(count(reading, "READ-START-ASSUMED") == 1);
    CHECK(flow_text(reading.sop) == "start->1:or 1->2:dr 2->4:dr");
}
