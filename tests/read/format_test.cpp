// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/format.hpp"

#include "read/encoding.hpp"
#include "read/grid_rows.hpp"
#include "read/throws.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace tertib;

namespace {

/// The real documents, which aren't part of the sources; empty where they are absent.
std::vector<std::filesystem::path> samples() {
    const char* const stated = std::getenv("TERTIB_DATA");
    const std::filesystem::path data = stated != nullptr ? stated : "../shared/data";
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(data / "sop")) {
        for (const auto& entry : std::filesystem::directory_iterator(data / "sop")) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    if (files.empty()) {
        const char* const required = std::getenv("TERTIB_REQUIRE_DATA");
        REQUIRE((required == nullptr || std::string(required) != "1"));
        WARN("no sample documents in " << data << ": skipped");
    }
    return files;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

TEST_CASE("the bytes tell the format") {
    CHECK(find_format("{\"schema\": \"tertib.sop/1\"}") == Format::json);
    CHECK(find_format(" [ {\"a\": 1}]") == Format::json);
    CHECK(find_format("<!DOCTYPE html><p>x") == Format::html);
    CHECK(find_format("x <TABLE border=1><tr>") == Format::html);
    CHECK(find_format("| No | Uraian |\n|---|---|\n| 1 | a |") == Format::markdown);
    CHECK(find_format("# SOP Izin\n\n**Nomor:** 1") == Format::markdown);
    CHECK(find_format("No\tUraian\n1\ta") == Format::text);
    CHECK(find_format("SOP Izin") == Format::text);
}

TEST_CASE("residue of HTML in a cell makes no page") {
    CHECK(find_format("a\t<ul style=\"x\">- b;- c\td") == Format::text);
    CHECK(find_format("a\t<trial> <tablet>\td") == Format::text);
}

TEST_CASE("a text that begins like JSON or names tables isn't one") {
    CHECK(find_format("[??] tidak terbaca") == Format::text);
    CHECK(find_format("{nama}\tx") == Format::text);
}

TEST_CASE("remarks do not make tab-separated text Markdown, except by the hint") {
    const std::string text = "# source: a\nNo\tUraian\n";
    CHECK(find_format(text) == Format::text);
    CHECK(find_format(text, "sop.txt") == Format::text);
    CHECK(find_format(text, "sop.md") == Format::markdown);
    CHECK(find_format("No\tUraian\n", "text/markdown") == Format::text);
}

TEST_CASE("JSON has no grids") {
    CHECK(error_of([] { (void)read_grids("{}", Format::json, {}); }).code() == ErrorCode::argument);
}

TEST_CASE("each format names its media type") {
    CHECK(media_type(Format::text) == "text/tab-separated-values");
    CHECK(media_type(Format::html) == "text/html");
    CHECK(media_type(Format::markdown) == "text/markdown");
    CHECK(media_type(Format::json) == "application/json");
}

TEST_CASE("every sample keeps each line as a row or a remark, cell by cell") {
    for (const auto& file : samples()) {
        CAPTURE(file.filename().string());
        const DecodedText decoded = decode_text(bytes_of(file), 1 << 20);
        CHECK(decoded.findings.empty());
        REQUIRE(find_format(decoded.text, file.filename().string()) == Format::text);
        const Grids read = read_grids(decoded.text, Format::text, {});
        REQUIRE(read.grids.size() == 1);
        std::uint32_t line = 1;
        std::size_t remark = 0;
        for (const GridRow& row : read.grids[0].rows) {
            CHECK(row.number >= line);
            line = row.number;
        }
        for (std::size_t at = 0, number = 1; at < decoded.text.size(); ++number) {
            const std::size_t end = std::min(decoded.text.find('\n', at), decoded.text.size());
            const std::string source = decoded.text.substr(at, end - at);
            at = end + 1;
            if (source.starts_with("# ")) {
                CHECK(read.remarks.at(remark++).text == source);
                continue;
            }
            const auto row = std::ranges::find(read.grids[0].rows, number, &GridRow::number);
            std::string kept;
            if (row != read.grids[0].rows.end()) {
                for (const GridCell& cell : row->cells) {
                    kept += cell.text;
                }
            }
            std::string expected = source;
            std::erase(expected, '\t');
            if (expected.find_first_not_of(' ') == std::string::npos) {
                expected.clear();
            }
            CHECK(kept == expected);
        }
        CHECK(remark == read.remarks.size());
    }
}

TEST_CASE("the seed's table lies where it is printed") {
    for (const auto& file : samples()) {
        if (!file.filename().string().starts_with("00-")) {
            continue;
        }
        const Lines rows =
            shown(read_grids(decode_text(bytes_of(file), 1 << 20).text, Format::text, {}));
        CHECK(std::ranges::find(rows, "17: Nomor SOP@2 62/ 1687 / DATIN /2023@3") != rows.end());
        CHECK(std::ranges::find(rows, "32: No@1 Uraian@2 Pelaksana@3 Mutu Baku@6 Keterangan@9") !=
              rows.end());
    }
}

TEST_CASE("any text in any format gives valid grids or a limit's error") {
    const auto format = rc::gen::element(Format::text, Format::html, Format::markdown);
    const auto piece = rc::gen::element<std::string>(
        "<table>", "</table>", "<tr>", "<td rowspan=3>", "<td colspan=2>", "</td>", "<li>", "<ol>",
        "a", " ", "\n", "\t", "\"", "|", "---", "**", "`", "[", "](", ")", "&lt;", "<!--", "-->",
        "# x: y", "```", "mermaid", "●", "<img alt='", "'>", "<");
    CHECK(rc::check("rows ascend, columns ascend, cells stay apart", [&] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
        std::string text;
        for (const std::string& part : pieces) {
            text += part;
        }
        const Grids read = read_grids(text, *format, {});
        for (const Grid& grid : read.grids) {
            std::uint32_t above = 0;
            for (const GridRow& row : grid.rows) {
                RC_ASSERT(row.number > above);
                above = row.number;
                std::uint32_t end = 0;
                for (const GridCell& cell : row.cells) {
                    RC_ASSERT(cell.column > end);
                    RC_ASSERT(cell.row_span >= 1U);
                    end = cell.column + cell.column_span - 1;
                }
                RC_ASSERT(end <= ReadOptions{}.max_columns);
            }
        }
    }));
}
