// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/waktu_members.hpp"
#include "time/waktu_shape.hpp"

namespace tertib {
namespace {

constexpr std::array all_satuan = {Satuan::menit,  Satuan::jam,   Satuan::hari,
                                   Satuan::minggu, Satuan::bulan, Satuan::tahun};
constexpr std::array all_reckonings = {Reckoning::working, Reckoning::calendar, Reckoning::elapsed};
constexpr std::array all_forms = {WaktuForm::exact,        WaktuForm::range,   WaktuForm::sum,
                                  WaktuForm::alternatives, WaktuForm::elapsed, WaktuForm::per_item,
                                  WaktuForm::open,         WaktuForm::none};

void write(JsonWriter& json, const WaktuPart& part) {
    json.begin_object(JsonWriter::Shape::line);
    json.key("min");
    json.number(part.min);
    json.key("max");
    json.number(part.max);
    json.member("satuan", name(part.satuan));
    json.member("reckoning", name(part.reckoning));
    json.key("assumed");
    json.truth(part.assumed);
    json.end_object();
}

WaktuPart read_part(JsonView json) {
    WaktuPart part;
    const JsonView min = json.member("min");
    part.min = min.decimal();
    const JsonView max = json.member("max");
    part.max = max.decimal();
    part.satuan = json.member("satuan").word<Satuan>(all_satuan);
    part.reckoning = json.member("reckoning").word<Reckoning>(all_reckonings);
    part.assumed = json.truth_or_false("assumed");
    if (part.min < Decimal(0)) {
        min.refuse("is negative");
    }
    if (part.max < part.min) {
        max.refuse("is less than min");
    }
    return part;
}

} // namespace

void write(JsonWriter& json, const Waktu& waktu) {
    json.begin_object();
    json.member("text", waktu.text);
    json.member("form", name(waktu.form));
    json.key("approximate");
    json.truth(waktu.approximate);
    json.member_or_null("per", waktu.per);
    json.key("restated");
    if (waktu.restated) {
        write(json, *waktu.restated);
    } else {
        json.null();
    }
    json.member("note", waktu.note);
    json.key("parts");
    json.begin_array();
    for (const WaktuPart& part : waktu.parts) {
        write(json, part);
    }
    json.end_array();
    json.end_object();
}

Waktu read_waktu_json(JsonView json) {
    Waktu waktu;
    waktu.text = json.member("text").text();
    waktu.form = json.member("form").word<WaktuForm>(all_forms);
    waktu.approximate = json.truth_or_false("approximate");
    waktu.per = json.optional_text("per");
    if (const auto restated = json.find_value("restated")) {
        waktu.restated = read_part(*restated);
    }
    waktu.note = json.text_or_empty("note");
    const auto parts = json.find("parts");
    if (parts) {
        for (const JsonView part : parts->array()) {
            waktu.parts.push_back(read_part(part));
        }
    }
    if (!has_parts(waktu.form, waktu.parts.size())) {
        parts.value_or(json).refuse("are not as many parts as the form " +
                                    std::string(name(waktu.form)) + " has");
    }
    return waktu;
}

} // namespace tertib
