// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "model/overlay_identity.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

namespace tertib {
namespace {

struct TextField {
    std::string_view name;
    std::string Identity::* member;
};
struct ListField {
    std::string_view name;
    std::vector<std::string> Identity::* member;
};
struct DateField {
    std::string_view name;
    std::optional<Tanggal> Identity::* member;
};
struct SigningField {
    std::string_view name;
    std::string Pengesahan::* member;
};

constexpr std::array text_fields = {TextField{"nomor", &Identity::nomor},
                                    TextField{"nama", &Identity::nama}};
constexpr std::array list_fields = {
    ListField{"unit_kerja", &Identity::unit_kerja},
    ListField{"dasar_hukum", &Identity::dasar_hukum},
    ListField{"kualifikasi_pelaksana", &Identity::kualifikasi_pelaksana},
    ListField{"keterkaitan", &Identity::keterkaitan},
    ListField{"peralatan", &Identity::peralatan},
    ListField{"peringatan", &Identity::peringatan},
    ListField{"pencatatan", &Identity::pencatatan}};
constexpr std::array date_fields = {DateField{"berlaku_sampai", &Identity::berlaku_sampai},
                                    DateField{"tanggal_pembuatan", &Identity::tanggal_pembuatan},
                                    DateField{"tanggal_revisi", &Identity::tanggal_revisi},
                                    DateField{"tanggal_berlaku", &Identity::tanggal_berlaku}};
constexpr std::array signing_fields = {SigningField{"disahkan/text", &Pengesahan::text},
                                       SigningField{"disahkan/jabatan", &Pengesahan::jabatan},
                                       SigningField{"disahkan/nama", &Pengesahan::nama},
                                       SigningField{"disahkan/nip", &Pengesahan::nip}};
constexpr std::array statuses = {SopStatus::unknown, SopStatus::rancangan, SopStatus::berlaku,
                                 SopStatus::digantikan, SopStatus::dicabut};

template <typename Fields>
auto find_field(const Fields& fields, std::string_view name) {
    const auto found =
        std::ranges::find_if(fields, [&](const auto& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += text.empty() ? "" : " ";
        text += line;
    }
    return squeeze(text);
}

/// Puts a value in place of another; true if that was something else that the document stated.
template <typename Value>
bool replace(Value& old, Value value) {
    const bool replaced = old != Value() && old != value;
    old = std::move(value);
    return replaced;
}

void set_date(FieldSetting& setting, std::optional<Tanggal>& old, const std::string& text) {
    TanggalReading reading = read_tanggal(text);
    std::ranges::move(reading.findings, std::back_inserter(setting.findings));
    setting.replaced = replace(old, std::move(reading.tanggal));
}

void set_status(FieldSetting& setting, const std::string& word) {
    const auto found = std::ranges::find_if(
        statuses, [&](SopStatus status) { return name(status) == lower(word); });
    if (found == statuses.end()) {
        setting.findings.push_back(make_finding("OVERLAY-UNKNOWN-STATUS", {}, {{"status", word}}));
        return;
    }
    setting.replaced = replace(setting.identity.status, *found);
}

} // namespace

FieldSetting set_field(Identity identity, std::string_view field,
                       const std::vector<std::string>& lines) {
    FieldSetting setting;
    setting.identity = std::move(identity);
    Identity& into = setting.identity;
    if (const auto* text = find_field(text_fields, field)) {
        setting.replaced = replace(into.*(text->member), joined(lines));
    } else if (const auto* list = find_field(list_fields, field)) {
        setting.replaced = replace(into.*(list->member), lines);
    } else if (const auto* date = find_field(date_fields, field)) {
        set_date(setting, into.*(date->member), joined(lines));
    } else if (const auto* signing = find_field(signing_fields, field)) {
        Pengesahan disahkan = into.disahkan.value_or(Pengesahan());
        setting.replaced = replace(disahkan.*(signing->member), joined(lines));
        into.disahkan = std::move(disahkan);
    } else if (field == "status") {
        set_status(setting, joined(lines));
    } else {
        setting.findings.push_back(
            make_finding("OVERLAY-UNKNOWN-FIELD", {}, {{"field", std::string(field)}}));
    }
    return setting;
}

} // namespace tertib
