// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/write/gzip.hpp"

#include "catch.hpp"
#include "tertib/read/log_reader.hpp"

#include <stdexcept>
#include <string>

using namespace tertib;

namespace {

std::string gzipped(std::string_view text) {
    std::string out;
    Gzip file([&](std::string_view piece) { out += piece; });
    file.write(text.substr(0, text.size() / 2));
    file.write(text.substr(text.size() / 2));
    file.finish();
    return out;
}

} // namespace

TEST_CASE("a compressed log is shorter, always the same, and reads back") {
    std::string table = "Kasus,Kegiatan,Selesai\n";
    for (int i = 0; i < 20'000; ++i) {
        table += "REG-" + std::to_string(i) + ",Menelaah berkas,2025-05-05T08:00:00+07:00\n";
    }
    const std::string bytes = gzipped(table);
    CHECK(bytes.size() < table.size() / 5);
    CHECK(gzipped(table) == bytes);
    const LogReading reading = read_log(source_of(bytes));
    CHECK(reading.log.row_count() == 20'000);
    CHECK(digest(reading.log) == digest(read_log(source_of(table)).log));
}

TEST_CASE("nothing gives a whole file too") {
    CHECK(gzipped("").size() == 20);
}

TEST_CASE("what the sink throws passes through") {
    Gzip file([](std::string_view) { throw std::runtime_error("full"); });
    // zlib may hand on the head at once, or keep all until the end.
    CHECK_THROWS_AS((file.write("halo"), file.finish()), std::runtime_error);
}
