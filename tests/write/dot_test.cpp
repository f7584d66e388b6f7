// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/write/dot.hpp"

#include "drawn_sop.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("a drawing in DOT has a shape for each kind of node") {
    const std::string dot = to_dot(drawn_sop());
    CHECK(dot.starts_with("digraph sop {\n"));
    CHECK(dot.ends_with("}\n"));
    CHECK(has_line(dot, R"("start" [shape=oval, label="Mulai"];)"));
    CHECK(has_line(dot, R"("s1" [shape=box, label="1. Memeriksa\nKadis"];)"));
    CHECK(has_line(dot, R"("s2" [shape=diamond, label="2. Setuju?\nKadis, Staf"];)"));
    CHECK(has_line(dot, R"("g1" [shape=hexagon, label="menunggu semua cabang"];)"));
    CHECK(has_line(dot, R"("end" [shape=oval, label="Selesai"];)"));
}

TEST_CASE("an unknown pelaksana is visible in DOT, and an optional step says so") {
    const std::string dot = to_dot(drawn_sop(), Language::en);
    CHECK(has_line(dot,
                   R"("s3" [shape=box, label="3. Mengirim\npelaksana unknown\nmay be skipped",)"
                   R"( style=dashed, class="pelaksana-unknown"];)"));
}

TEST_CASE("flows in DOT carry outcome, provenance and evidence; consultations are dashed") {
    const std::string dot = to_dot(drawn_sop());
    CHECK(has_line(dot, R"("start" -> "s1" [class="order", color="#808080"];)"));
    CHECK(has_line(dot, R"("s2" -> "s1" [class="stated", color="#1565c0", label="Tidak",)"
                        R"( tooltip="Jika tidak, kembali ke 1"];)"));
    CHECK(has_line(dot, R"("s1" -> "s3" [class="drawn consultation", color="#000000",)"
                        R"( style=dashed, constraint=false];)"));
}

TEST_CASE("a hand-over inside one row is no arrow of the drawing") {
    CHECK(to_dot(drawn_sop()).find("\"s2\" -> \"s2\"") == std::string::npos);
}

TEST_CASE("hostile words stay inside their quotes in DOT") {
    const std::string dot = to_dot(hostile_sop());
    CHECK(has_line(dot,
                   R"("s1" [shape=box, label="x\"]. a\"]; evil [label=\"\\N &amp;lt;b> )"
                   "�"
                   R"(\npelaksana belum diketahui", style=dashed, class="pelaksana-unknown"];)"));
    CHECK(dot.find("\n  evil") == std::string::npos);
    CHECK(dot.find('\x1b') == std::string::npos);
}

TEST_CASE("an SOP without steps is drawn as well") {
    const std::string dot = to_dot(Sop(SopParts{}));
    CHECK(has_line(dot, R"("start" [shape=oval, label="Mulai"];)"));
    CHECK(dot.find("->") == std::string::npos);
}
