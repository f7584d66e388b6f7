// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "model/sop_digest.hpp"

#include "base/encoder.hpp"
#include "tertib/base/digest.hpp"

#include <cstdint>
#include <string_view>

namespace tertib {
namespace {

void encode(Encoder& out, const Tanggal& tanggal) {
    // The text decides: the day read from it follows from the text, and readers improve.
    out.text(tanggal.text);
}

void encode(Encoder& out, const Identity& identity) {
    const auto tanggal = [&](const Tanggal& value) { encode(out, value); };
    out.text(identity.nomor);
    out.text(identity.nama);
    out.texts(identity.unit_kerja);
    out.text(name(identity.status));
    out.maybe(identity.berlaku_sampai, tanggal);
    out.maybe(identity.tanggal_pembuatan, tanggal);
    out.maybe(identity.tanggal_revisi, tanggal);
    out.maybe(identity.tanggal_berlaku, tanggal);
    out.maybe(identity.disahkan, [&](const Pengesahan& value) {
        out.text(value.text);
        out.text(value.jabatan);
        out.text(value.nama);
        out.text(value.nip);
    });
    out.texts(identity.dasar_hukum);
    out.texts(identity.kualifikasi_pelaksana);
    out.texts(identity.keterkaitan);
    out.texts(identity.peralatan);
    out.texts(identity.peringatan);
    out.texts(identity.pencatatan);
}

void encode(Encoder& out, const WaktuPart& part) {
    out.text(part.min.text());
    out.text(part.max.text());
    out.text(name(part.satuan));
    out.text(name(part.reckoning));
}

void encode(Encoder& out, const Waktu& waktu) {
    const auto part = [&](const WaktuPart& value) { encode(out, value); };
    out.text(waktu.text);
    out.text(name(waktu.form));
    out.flag(waktu.approximate);
    out.maybe(waktu.per, [&](const std::string& value) { out.text(value); });
    out.maybe(waktu.restated, part);
    out.text(waktu.note);
    out.list(waktu.parts, part);
}

void encode(Encoder& out, const Step& step, const SopParts& parts) {
    out.text(step.key);
    out.text(step.no);
    out.text(step.uraian);
    out.text(name(step.kind));
    out.list(step.marks, [&](const Mark& mark) {
        out.text(parts.pelaksana.at(static_cast<std::size_t>(mark.pelaksana)));
        out.text(name(mark.symbol));
    });
    out.text(name(step.participation));
    out.texts(step.outcomes);
    out.texts(step.kelengkapan);
    encode(out, step.waktu);
    out.texts(step.produk);
    out.text(step.keterangan);
    out.maybe(step.optional, [&](const std::string& value) { out.text(value); });
}

void encode_pelaksana(Encoder& out, const SopParts& parts) {
    out.texts(parts.pelaksana);
    out.list(parts.pelaksana_luar,
             [&](PelaksanaIndex index) { out.number(static_cast<std::uint64_t>(index)); });
}

void encode_flow(Encoder& out, const SopParts& parts) {
    const auto lane = [&](PelaksanaIndex index) { out.number(static_cast<std::uint64_t>(index)); };
    out.list(parts.gateways, [&](const Gateway& gateway) {
        out.text(gateway.key);
        out.text(name(gateway.kind));
    });
    out.list(parts.flow, [&](const Flow& flow) {
        out.text(flow.from);
        out.text(flow.to);
        out.maybe(flow.outcome, [&](const std::string& value) { out.text(value); });
        out.text(name(flow.kind));
        out.maybe(flow.from_pelaksana, lane);
        out.maybe(flow.to_pelaksana, lane);
        out.text(name(flow.provenance));
        out.text(flow.evidence);
    });
}

std::string short_digest(const Encoder& encoder) {
    return sha256_hex(encoder.bytes()).substr(0, 16);
}

} // namespace

std::string canonical_digest(const SopParts& parts) {
    Encoder out;
    out.text("tertib.sop/1");
    encode(out, parts.identity);
    encode_pelaksana(out, parts);
    out.maybe(parts.total, [&](const Waktu& total) { encode(out, total); });
    out.list(parts.steps, [&](const Step& step) { encode(out, step, parts); });
    encode_flow(out, parts);
    return sha256_hex(out.bytes());
}

std::map<std::string, std::string> part_digests(const SopParts& parts) {
    std::map<std::string, std::string> digests;
    Encoder identity;
    encode(identity, parts.identity);
    digests["identity"] = short_digest(identity);
    Encoder pelaksana;
    encode_pelaksana(pelaksana, parts);
    digests["pelaksana"] = short_digest(pelaksana);
    Encoder total;
    total.maybe(parts.total, [&](const Waktu& value) { encode(total, value); });
    digests["total"] = short_digest(total);
    Encoder flow;
    encode_flow(flow, parts);
    digests["flow"] = short_digest(flow);
    for (const Step& step : parts.steps) {
        Encoder one;
        encode(one, step, parts);
        digests["step " + step.key] = short_digest(one);
    }
    return digests;
}

} // namespace tertib
