// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/write/mermaid.hpp"

#include "drawn_sop.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("a drawing in Mermaid has a shape for each kind of node") {
    const std::string mermaid = to_mermaid(drawn_sop());
    CHECK(mermaid.starts_with("flowchart TD\n"));
    CHECK(has_line(mermaid, R"|(start(["Mulai"]))|"));
    CHECK(has_line(mermaid, R"(s1["1. Memeriksa<br/>Kadis"])"));
    CHECK(has_line(mermaid, R"(s2{"2. Setuju?<br/>Kadis, Staf"})"));
    CHECK(has_line(mermaid, R"(g1{{"menunggu semua cabang"}})"));
    CHECK(has_line(mermaid, R"|(finish(["Selesai"]))|"));
}

TEST_CASE("an unknown pelaksana is visible in Mermaid") {
    const std::string mermaid = to_mermaid(drawn_sop());
    CHECK(has_line(
        mermaid,
        R"(s3["3. Mengirim<br/>pelaksana belum diketahui<br/>dapat dilewati"]:::unknown)"));
    CHECK(has_line(mermaid, "classDef unknown stroke-dasharray:4"));
}

TEST_CASE("flows in Mermaid carry outcomes, consultations are dotted") {
    const std::string mermaid = to_mermaid(drawn_sop());
    CHECK(has_line(mermaid, "start --> s1"));
    CHECK(has_line(mermaid, R"(s2 -->|"Tidak"| s1)"));
    CHECK(has_line(mermaid, "s1 -.-> s3"));
}

TEST_CASE("Mermaid tells where flows come from by their colour") {
    const std::string mermaid = to_mermaid(drawn_sop());
    CHECK(has_line(mermaid, "%% provenance stated"));
    CHECK(has_line(mermaid, "linkStyle 2 stroke:#1565c0"));
    CHECK(mermaid.find("provenance user") == std::string::npos);
}

TEST_CASE("hostile words stay inside their quotes in Mermaid") {
    const std::string mermaid = to_mermaid(hostile_sop());
    CHECK(has_line(mermaid, "s1[\"x#quot;]. a#quot;]#59; evil [label=#quot;#92;N #amp;lt#59;b#gt; �"
                            "<br/>pelaksana belum diketahui\"]:::unknown"));
    CHECK(mermaid.find("%%{") == std::string::npos);
    CHECK(mermaid.find("<script") == std::string::npos);
    CHECK(mermaid.find('\x1b') == std::string::npos);
}
