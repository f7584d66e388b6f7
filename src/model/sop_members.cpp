// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "model/sop_members.hpp"

#include "tertib/base/error.hpp"
#include "time/waktu_members.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

void MemberReading::name_pelaksana(JsonView list) {
    for (const JsonView name : list.array()) {
        const auto index = static_cast<PelaksanaIndex>(names_.size());
        names_.emplace_back(name.text());
        if (!by_name_.emplace(names_.back(), index).second) {
            name.refuse("is the second pelaksana named " + shown(names_.back()));
        }
    }
}

PelaksanaIndex MemberReading::pelaksana(JsonView name) const {
    const auto found = by_name_.find(name.text());
    if (found == by_name_.end()) {
        name.refuse("is " + shown(name.text()) + ", which is none of the pelaksana");
    }
    return found->second;
}

std::optional<PelaksanaIndex> MemberReading::lane(JsonView object, std::string_view member) const {
    const auto name = object.find_value(member);
    return name ? std::optional(pelaksana(*name)) : std::nullopt;
}

void MemberReading::keep_unknown(JsonView object, std::span<const std::string_view> known) {
    // A pointer repeats the names of all objects around, so many unknown members below a long
    // name could grow far beyond the document.
    constexpr std::size_t most_bytes = std::size_t{64} << 20;
    for (const JsonView value : object.object()) {
        if (std::ranges::find(known, value.key()) != known.end()) {
            continue;
        }
        UnknownMember member{.pointer = value.pointer(), .json = value.json()};
        unknown_bytes_ += member.pointer.size() + member.json.size();
        if (unknown_bytes_ > most_bytes) {
            throw Error(ErrorCode::limit, "the members that this version doesn't know take more "
                                          "than 67108864 bytes");
        }
        unknown_.push_back(std::move(member));
    }
}

std::vector<UnknownMember> MemberReading::take_unknown() {
    std::ranges::sort(unknown_, {}, &UnknownMember::pointer);
    return std::move(unknown_);
}

Waktu MemberReading::waktu(JsonView json) {
    Waktu waktu = read_waktu_json(json);
    keep_unknown(json, waktu_members);
    if (const auto restated = json.find_value("restated")) {
        keep_unknown(*restated, waktu_part_members);
    }
    if (const auto parts = json.find("parts")) {
        for (const JsonView part : *parts) {
            keep_unknown(part, waktu_part_members);
        }
    }
    return waktu;
}

Tanggal MemberReading::tanggal(JsonView json) {
    Tanggal tanggal = read_tanggal_json(json);
    keep_unknown(json, tanggal_members);
    return tanggal;
}

} // namespace tertib
