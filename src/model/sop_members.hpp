// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_view.hpp"
#include "base/json_writer.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/model/sop_json.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// What reading the parts of an SOP's JSON shares: the columns by name, and the members that
/// this version doesn't know, gathered as they are met.
class MemberReading {
public:
    /// Takes the columns; from here on they can be looked up.
    void name_pelaksana(JsonView list);

    [[nodiscard]] const std::vector<std::string>& pelaksana() const { return names_; }
    /// The column that the text names; Error(format) if there is none.
    [[nodiscard]] PelaksanaIndex pelaksana(JsonView name) const;
    /// The same for a member that may be null or missing.
    [[nodiscard]] std::optional<PelaksanaIndex> lane(JsonView object,
                                                     std::string_view member) const;

    /// Keeps the members of the object that are none of the known ones.
    void keep_unknown(JsonView object, std::span<const std::string_view> known);
    [[nodiscard]] std::vector<UnknownMember> take_unknown(); ///< sorted by pointer

    Waktu waktu(JsonView json);     ///< with its unknown members
    Tanggal tanggal(JsonView json); ///< with its unknown members

private:
    std::vector<std::string> names_;
    std::map<std::string, PelaksanaIndex, std::less<>> by_name_;
    std::vector<UnknownMember> unknown_;
    std::size_t unknown_bytes_ = 0;
};

// Each part of an SOP's JSON: written as one value, and read back.

void write(JsonWriter& json, const Identity& identity, Personal personal);
[[nodiscard]] Identity read_identity(JsonView json, MemberReading& reading);

void write(JsonWriter& json, const Step& step, std::span<const std::string> pelaksana);
[[nodiscard]] Step read_step(JsonView json, MemberReading& reading);

void write(JsonWriter& json, const Gateway& gateway);
[[nodiscard]] Gateway read_gateway(JsonView json, MemberReading& reading);
void write(JsonWriter& json, const Flow& flow, std::span<const std::string> pelaksana);
[[nodiscard]] Flow read_flow(JsonView json, MemberReading& reading);

void write(JsonWriter& json, const Layout& layout, std::span<const std::string> pelaksana);
[[nodiscard]] Layout read_layout(JsonView json, MemberReading& reading);

} // namespace tertib
