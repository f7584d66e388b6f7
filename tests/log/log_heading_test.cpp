// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log/log_heading.hpp"

#include "catch.hpp"
#include "tertib/log/log_map.hpp"

using namespace tertib;

namespace {

LogField field(std::string_view title) {
    const std::optional<LogHeading> heading = find_heading(title);
    INFO(title);
    REQUIRE(heading);
    return heading->field;
}

} // namespace

TEST_CASE("the titles of offices are recognised however they are written") {
    for (const char* const title :
         {"No Registrasi", "No. Registrasi", "NOMOR REGISTRASI", "Nomor Permohonan", "no_reg"}) {
        CHECK(field(title) == LogField::of_case);
    }
    CHECK(field("Tahapan") == LogField::activity);
    CHECK(field(" kegiatan ") == LogField::activity);
    CHECK(field("Petugas") == LogField::resource);
    CHECK(field("Jabatan") == LogField::role);
    CHECK(field("Tgl. Mulai") == LogField::start);
    CHECK(field("Tanggal Mulai") == LogField::start);
    CHECK(field("TGL SELESAI") == LogField::complete);
    CHECK(field("Tanggal Selesai") == LogField::complete);
}

TEST_CASE("the names of XES are recognised") {
    CHECK(field("case:concept:name") == LogField::of_case);
    CHECK(field("concept:name") == LogField::activity);
    CHECK(field("org:resource") == LogField::resource);
    CHECK(field("time:timestamp") == LogField::complete);
    CHECK(field("start_timestamp") == LogField::start);
}

TEST_CASE("other titles are not recognised") {
    for (const char* const title : {"", "No", "No.", "Alamat", "Tanggal Lahir", "Catatan", "%%"}) {
        INFO(title);
        CHECK_FALSE(find_heading(title));
    }
}

TEST_CASE("a plain date is a weaker completion than one that says so") {
    REQUIRE(find_heading("Tanggal"));
    REQUIRE(find_heading("Tanggal Selesai"));
    CHECK(find_heading("Tanggal Selesai")->rank < find_heading("Tanggal")->rank);
}

TEST_CASE("a title that announces a date says of what") {
    CHECK(names_a_date("Tgl. Verifikasi"));
    CHECK_FALSE(names_a_date("Verifikasi"));
    CHECK(without_date_word("Tgl. Verifikasi Berkas") == "verifikasi berkas");
}

TEST_CASE("each field has its title in a map") {
    MapColumns columns;
    for (std::size_t i = 0; i < log_field_count; ++i) {
        mapped_title(columns, static_cast<LogField>(i)) = std::to_string(i);
    }
    CHECK(columns.of_case == "0");
    CHECK(columns.complete == "6");
    CHECK(mapped_title(columns, LogField::outcome) == columns.outcome);
}
