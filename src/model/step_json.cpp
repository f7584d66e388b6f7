// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "model/sop_members.hpp"
#include "time/waktu_members.hpp"

#include <array>

namespace tertib {
namespace {

constexpr std::array all_kinds = {StepKind::activity, StepKind::decision};
constexpr std::array all_participations = {Participation::any, Participation::all};
constexpr std::array all_symbols = {Symbol::terminator, Symbol::process, Symbol::decision,
                                    Symbol::connector,  Symbol::other,   Symbol::unspecified};

constexpr std::array<std::string_view, 12> step_members = {
    "key",      "no",          "uraian", "kind",   "marks",      "participation",
    "outcomes", "kelengkapan", "waktu",  "produk", "keterangan", "optional"};
constexpr std::array<std::string_view, 2> mark_members = {"pelaksana", "symbol"};

void write(JsonWriter& json, const Mark& mark, std::span<const std::string> pelaksana) {
    json.begin_object(JsonWriter::Shape::line);
    json.member("pelaksana", pelaksana[static_cast<std::size_t>(mark.pelaksana)]);
    json.member("symbol", name(mark.symbol));
    json.end_object();
}

Mark read_mark(JsonView json, MemberReading& reading) {
    Mark mark;
    mark.pelaksana = reading.pelaksana(json.member("pelaksana"));
    if (const auto symbol = json.find("symbol")) {
        mark.symbol = symbol->word<Symbol>(all_symbols);
    }
    reading.keep_unknown(json, mark_members);
    return mark;
}

} // namespace

void write(JsonWriter& json, const Step& step, std::span<const std::string> pelaksana) {
    json.begin_object();
    json.member("key", step.key);
    json.member("no", step.no);
    json.member("uraian", step.uraian);
    json.member("kind", name(step.kind));
    json.key("marks");
    json.begin_array();
    for (const Mark& mark : step.marks) {
        write(json, mark, pelaksana);
    }
    json.end_array();
    json.member("participation", name(step.participation));
    json.member("outcomes", step.outcomes);
    json.member("kelengkapan", step.kelengkapan);
    json.key("waktu");
    write(json, step.waktu);
    json.member("produk", step.produk);
    json.member("keterangan", step.keterangan);
    json.member_or_null("optional", step.optional);
    json.end_object();
}

Step read_step(JsonView json, MemberReading& reading) {
    Step step;
    step.key = json.member("key").text();
    step.no = json.text_or_empty("no");
    step.uraian = json.member("uraian").text();
    if (const auto kind = json.find("kind")) {
        step.kind = kind->word<StepKind>(all_kinds);
    }
    if (const auto marks = json.find("marks")) {
        for (const JsonView mark : marks->array()) {
            step.marks.push_back(read_mark(mark, reading));
        }
    }
    if (const auto participation = json.find("participation")) {
        step.participation = participation->word<Participation>(all_participations);
    }
    step.outcomes = json.texts_or_empty("outcomes");
    step.kelengkapan = json.texts_or_empty("kelengkapan");
    if (const auto waktu = json.find_value("waktu")) {
        step.waktu = reading.waktu(*waktu);
    }
    step.produk = json.texts_or_empty("produk");
    step.keterangan = json.text_or_empty("keterangan");
    step.optional = json.optional_text("optional");
    reading.keep_unknown(json, step_members);
    return step;
}

} // namespace tertib
