// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/step.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// What a column of the table is for.
enum class ColumnRole : std::uint8_t {
    no,
    uraian,
    pelaksana,
    kelengkapan,
    waktu,
    produk,
    keterangan,
    unknown
};

/// A column as it is headed. `group` is the heading over it ("Mutu Baku"), "" if none.
struct Column {
    std::string title;
    ColumnRole role = ColumnRole::unknown;
    std::uint32_t place = 0; ///< counts from 1
    std::string group;

    friend bool operator==(const Column&, const Column&) = default;
};

/// Two off-page connectors that are one break of the page, in one pelaksana's lane.
struct ConnectorPair {
    PelaksanaIndex pelaksana{};
    std::uint32_t row_out = 0;
    std::uint32_t row_in = 0;

    friend bool operator==(const ConnectorPair&, const ConnectorPair&) = default;
};

/// A symbol that the copy shows and no meaning was found for.
struct UnknownSymbol {
    std::string text;
    Place where;

    friend bool operator==(const UnknownSymbol&, const UnknownSymbol&) = default;
};

/// What rules and writers need to know of the page. Everything in it is optional: a rule that
/// needs what isn't there can't decide. A plain value.
struct Layout {
    std::string heading; ///< the procedure's name over the table
    std::vector<Column> columns;
    std::map<std::string, Place> places; ///< by step key
    std::string total_label;             ///< "Total Mutu Baku (SLA)", "" if there is no total row
    std::vector<ConnectorPair> connectors;
    std::vector<Place> lone_connectors; ///< connectors whose pair wasn't found
    std::vector<UnknownSymbol> unknown_symbols;
    bool shows_arrows = false;    ///< the copy can carry drawn arrows (text can't)
    bool shows_marks = false;     ///< at least one mark was read off the copy
    bool shows_shapes = false;    ///< at least one mark has a shape that tells its symbol
    bool shows_signature = false; ///< the copy can carry a signature block

    friend bool operator==(const Layout&, const Layout&) = default;
};

/// The names used in JSON.
[[nodiscard]] std::string_view name(ColumnRole role) noexcept;

} // namespace tertib
