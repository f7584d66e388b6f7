// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/waktu.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// A column of the form's Pelaksana part, by its place in Sop::pelaksana(). A type of its own, so
/// that it can't be mixed up with a row or a count.
enum class PelaksanaIndex : std::uint32_t {};

/// The five symbols of the regulation (Lampiran BAB II B.2.b), `other` for one that is none of
/// them, `unspecified` for a mark without a shape of its own (✓, ●, v, x).
enum class Symbol : std::uint8_t { terminator, process, decision, connector, other, unspecified };

/// A symbol of one pelaksana in one step's row.
struct Mark {
    PelaksanaIndex pelaksana{};
    Symbol symbol = Symbol::unspecified;

    friend bool operator==(const Mark&, const Mark&) = default;
};

enum class StepKind : std::uint8_t { activity, decision };

/// Who of a step's pelaksana must do it: one of them, or each.
enum class Participation : std::uint8_t { any, all };

/// One row of the form. A plain value. No mark = pelaksana unknown: never guessed.
struct Step {
    std::string key; ///< unique; never start, end, or g with digits
    std::string no;  ///< as printed, "1."
    std::string uraian;
    StepKind kind = StepKind::activity;
    std::vector<Mark> marks;
    Participation participation = Participation::any;
    std::vector<std::string> outcomes; ///< named exits of a decision, with or without a target
    std::vector<std::string> kelengkapan;
    Waktu waktu;
    std::vector<std::string> produk;
    std::string keterangan;
    /// Not every case needs it; the sentence or the person that says so.
    std::optional<std::string> optional;

    friend bool operator==(const Step&, const Step&) = default;
};

/// The names used in JSON.
[[nodiscard]] std::string_view name(Symbol symbol) noexcept;
[[nodiscard]] std::string_view name(StepKind kind) noexcept;
[[nodiscard]] std::string_view name(Participation participation) noexcept;

} // namespace tertib
