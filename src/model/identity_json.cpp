// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "model/sop_members.hpp"
#include "time/waktu_members.hpp"

#include <array>

namespace tertib {
namespace {

constexpr std::array all_statuses = {SopStatus::unknown, SopStatus::rancangan, SopStatus::berlaku,
                                     SopStatus::digantikan, SopStatus::dicabut};

constexpr std::array<std::string_view, 15> identity_members = {"nomor",
                                                               "nama",
                                                               "unit_kerja",
                                                               "status",
                                                               "berlaku_sampai",
                                                               "tanggal_pembuatan",
                                                               "tanggal_revisi",
                                                               "tanggal_berlaku",
                                                               "disahkan",
                                                               "dasar_hukum",
                                                               "kualifikasi_pelaksana",
                                                               "keterkaitan",
                                                               "peralatan",
                                                               "peringatan",
                                                               "pencatatan"};
constexpr std::array<std::string_view, 4> pengesahan_members = {"text", "jabatan", "nama", "nip"};

void write(JsonWriter& json, const Pengesahan& disahkan, Personal personal) {
    json.begin_object();
    if (personal == Personal::keep) {
        json.member("text", disahkan.text); // holds the name and NIP too
    }
    json.member("jabatan", disahkan.jabatan);
    if (personal == Personal::keep) {
        json.member("nama", disahkan.nama);
        json.member("nip", disahkan.nip);
    }
    json.end_object();
}

Pengesahan read_pengesahan(JsonView json, MemberReading& reading) {
    Pengesahan disahkan;
    disahkan.text = json.text_or_empty("text");
    disahkan.jabatan = json.text_or_empty("jabatan");
    disahkan.nama = json.text_or_empty("nama");
    disahkan.nip = json.text_or_empty("nip");
    reading.keep_unknown(json, pengesahan_members);
    return disahkan;
}

std::optional<Tanggal> read_tanggal_of(JsonView json, std::string_view member,
                                       MemberReading& reading) {
    const auto tanggal = json.find_value(member);
    return tanggal ? std::optional(reading.tanggal(*tanggal)) : std::nullopt;
}

} // namespace

void write(JsonWriter& json, const Identity& identity, Personal personal) {
    const auto tanggal = [&](std::string_view member, const std::optional<Tanggal>& value) {
        json.key(member);
        write(json, value);
    };
    json.begin_object();
    json.member("nomor", identity.nomor);
    json.member("nama", identity.nama);
    json.member("unit_kerja", identity.unit_kerja);
    json.member("status", name(identity.status));
    tanggal("berlaku_sampai", identity.berlaku_sampai);
    tanggal("tanggal_pembuatan", identity.tanggal_pembuatan);
    tanggal("tanggal_revisi", identity.tanggal_revisi);
    tanggal("tanggal_berlaku", identity.tanggal_berlaku);
    json.key("disahkan");
    if (identity.disahkan) {
        write(json, *identity.disahkan, personal);
    } else {
        json.null();
    }
    json.member("dasar_hukum", identity.dasar_hukum);
    json.member("kualifikasi_pelaksana", identity.kualifikasi_pelaksana);
    json.member("keterkaitan", identity.keterkaitan);
    json.member("peralatan", identity.peralatan);
    json.member("peringatan", identity.peringatan);
    json.member("pencatatan", identity.pencatatan);
    json.end_object();
}

Identity read_identity(JsonView json, MemberReading& reading) {
    Identity identity;
    identity.nomor = json.text_or_empty("nomor");
    identity.nama = json.text_or_empty("nama");
    identity.unit_kerja = json.texts_or_empty("unit_kerja");
    if (const auto status = json.find("status")) {
        identity.status = status->word<SopStatus>(all_statuses);
    }
    identity.berlaku_sampai = read_tanggal_of(json, "berlaku_sampai", reading);
    identity.tanggal_pembuatan = read_tanggal_of(json, "tanggal_pembuatan", reading);
    identity.tanggal_revisi = read_tanggal_of(json, "tanggal_revisi", reading);
    identity.tanggal_berlaku = read_tanggal_of(json, "tanggal_berlaku", reading);
    if (const auto disahkan = json.find_value("disahkan")) {
        identity.disahkan = read_pengesahan(*disahkan, reading);
    }
    identity.dasar_hukum = json.texts_or_empty("dasar_hukum");
    identity.kualifikasi_pelaksana = json.texts_or_empty("kualifikasi_pelaksana");
    identity.keterkaitan = json.texts_or_empty("keterkaitan");
    identity.peralatan = json.texts_or_empty("peralatan");
    identity.peringatan = json.texts_or_empty("peringatan");
    identity.pencatatan = json.texts_or_empty("pencatatan");
    reading.keep_unknown(json, identity_members);
    return identity;
}

} // namespace tertib
