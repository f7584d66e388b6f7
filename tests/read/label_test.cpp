// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/label.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("labels of the identity page are known in their spellings") {
    CHECK(read_label("NOMOR SOP")->field == IdentityField::nomor);
    CHECK(read_label("No. Dokumen :")->field == IdentityField::nomor);
    CHECK(read_label("Tanggal Efektif")->field == IdentityField::tanggal_berlaku);
    CHECK(read_label("Disetujui oleh")->field == IdentityField::disahkan);
    CHECK(read_label("Pencatatan & Pendaftaran")->field == IdentityField::pencatatan);
    CHECK(read_label("PERALATAN / PERLENGKAPAN :  ")->field == IdentityField::peralatan);
}

TEST_CASE("a value may stand in the label's own cell") {
    CHECK(read_label("Nama SOP : Penerbitan Izin")->value == "Penerbitan Izin");
    CHECK(read_label("Dasar Hukum\n1. UU A\n2. UU B")->value == "1. UU A\n2. UU B");
    CHECK(read_label("Nomor SOP::12")->value == "12");
}

TEST_CASE("other cells are no labels") {
    CHECK_FALSE(read_label("Nama pemohon"));
    CHECK_FALSE(read_label("Peringatan dini bencana alam"));
    CHECK_FALSE(read_label("Catatan: lihat lampiran"));
    CHECK_FALSE(read_label(""));
}
