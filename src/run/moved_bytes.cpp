// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/moved_bytes.hpp"

#include "run/field_reader.hpp"
#include "run/field_writer.hpp"

#include <cstdint>
#include <limits>

// The numbers of fields are part of the journal (docs/journal.md): never changed, never used again.
namespace tertib {

namespace {

enum MovedField : std::uint8_t {
    m_step = 1,
    m_number = 2,
    m_place = 3,
    m_to_step = 4,
    m_to_number = 5,
    m_flow = 6,
    m_let_go = 7,
    m_pelaksana = 8,
    m_done_by = 9,
};
enum RecordField : std::uint8_t {
    r_step = 1,
    r_arrivals = 2,
    r_completions = 3,
    r_skips = 4,
    r_produk = 5,
};

[[nodiscard]] std::uint32_t count(const FieldReader& in) {
    constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
    return static_cast<std::uint32_t>(in.number(1, most));
}

} // namespace

std::string encode(const MovedTask& moved) {
    FieldWriter out;
    out.needed_text(m_step, moved.from.step);
    out.number(m_number, moved.from.number);
    out.number(m_place, moved.place);
    out.text(m_to_step, moved.to.step);
    out.number_unless_zero(m_to_number, moved.to.number);
    out.number_unless_zero(m_flow, moved.flow);
    out.number_unless_zero(m_let_go, moved.let_go ? 1 : 0);
    out.text(m_pelaksana, moved.pelaksana);
    for (const std::string& post : moved.done_by) {
        out.text_in_list(m_done_by, post);
    }
    return out.take();
}

std::string encode(const MovedRecord& record) {
    FieldWriter out;
    out.number(r_step, record.step);
    out.number_unless_zero(r_arrivals, record.arrivals);
    out.number_unless_zero(r_completions, record.completions);
    out.number_unless_zero(r_skips, record.skips);
    for (const std::uint32_t place : record.produk) {
        out.number(r_produk, place);
    }
    return out.take();
}

MovedTask read_moved(std::string_view bytes) {
    MovedTask moved;
    FieldReader in(bytes, "moved task");
    while (in.next()) {
        switch (in.field()) {
        case m_step: moved.from.step = in.text(); break;
        case m_number: moved.from.number = count(in); break;
        case m_place: moved.place = in.place(); break;
        case m_to_step: moved.to.step = in.text(); break;
        case m_to_number: moved.to.number = count(in); break;
        case m_flow: moved.flow = count(in); break;
        case m_let_go: moved.let_go = in.yes(); break;
        case m_pelaksana: moved.pelaksana = in.text(); break;
        case m_done_by: moved.done_by.push_back(in.text_in_list()); break;
        default: in.refuse("is unknown");
        }
    }
    in.must_have({m_step, m_number, m_place});
    return moved;
}

MovedRecord read_record(std::string_view bytes) {
    MovedRecord record;
    FieldReader in(bytes, "record of a step");
    while (in.next()) {
        switch (in.field()) {
        case r_step: record.step = in.place(); break;
        case r_arrivals: record.arrivals = count(in); break;
        case r_completions: record.completions = count(in); break;
        case r_skips: record.skips = count(in); break;
        case r_produk: record.produk.push_back(in.place_in_list()); break;
        default: in.refuse("is unknown");
        }
    }
    in.must_have({r_step});
    return record;
}

} // namespace tertib
