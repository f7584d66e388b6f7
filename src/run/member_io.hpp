// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_view.hpp"
#include "base/json_writer.hpp"
#include "run/schema_member.hpp"
#include "tertib/time/instant.hpp"

#include <array>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

/// Commands as JSON: each action's members are named once, for reading and for writing.
///
///     void members(auto& io, Of<ClaimTask> auto& action) { io.needed("task", action.task); }
namespace tertib {

/// An action to be read, or (const) to be written.
template <typename Type, typename Wanted>
concept Of = std::same_as<std::remove_const_t<Type>, Wanted>;

/// Fills an action's members from the JSON, and knows by then which there may be.
class MemberReader {
public:
    /// `common`: the members that every action's document may have.
    MemberReader(JsonView root, std::span<const std::string_view> common)
        : root_(root),
          known_(common.begin(), common.end()) {}

    void needed(std::string_view name, std::string& value) {
        known_.push_back(name);
        value = root_.member(name).text();
    }
    void text(std::string_view name, std::string& value) {
        known_.push_back(name);
        value = root_.text_or_empty(name);
    }
    void text(std::string_view name, std::optional<std::string>& value) {
        known_.push_back(name);
        value = root_.optional_text(name);
    }
    void texts(std::string_view name, std::vector<std::string>& values) {
        known_.push_back(name);
        values = root_.texts_or_empty(name);
    }
    void pairs(std::string_view name, std::map<std::string, std::string>& values) {
        known_.push_back(name);
        if (const auto json = root_.find_value(name)) {
            for (const JsonView each : json->object()) {
                values.emplace(each.key(), each.text());
            }
        }
    }
    void number(std::string_view name, std::uint64_t& value) {
        known_.push_back(name);
        if (const auto json = root_.find(name)) {
            value = whole_number(*json, 0);
        }
    }
    /// From 1.
    void needed_number(std::string_view name, std::uint64_t& value) {
        known_.push_back(name);
        value = whole_number(root_.member(name), 1);
    }
    template <typename Enum, std::size_t Count>
    void word(std::string_view name, Enum& value, const std::array<Enum, Count>& all) {
        known_.push_back(name);
        if (const auto json = root_.find(name)) {
            value = json->word<Enum>(all);
        }
    }
    template <typename Enum, std::size_t Count>
    void needed_word(std::string_view name, Enum& value, const std::array<Enum, Count>& all) {
        known_.push_back(name);
        value = root_.member(name).word<Enum>(all);
    }
    void day(std::string_view name, LocalDay& value) {
        known_.push_back(name);
        value = read_day_of(root_.member(name));
    }
    void day(std::string_view name, std::optional<LocalDay>& value) {
        known_.push_back(name);
        if (const auto json = root_.find_value(name)) {
            value = read_day_of(*json);
        }
    }
    void finish() const {
        refuse_unknown(root_, known_, "a command of this verb has no such member");
    }

private:
    static std::uint64_t whole_number(JsonView json, std::int64_t least) {
        return static_cast<std::uint64_t>(
            json.whole(least, std::numeric_limits<std::int64_t>::max()));
    }
    static LocalDay read_day_of(JsonView json) {
        const std::optional<LocalDay> day = read_day(json.text());
        if (!day) {
            json.refuse("is no day, such as \"2025-05-05\"");
        }
        return *day;
    }

    JsonView root_;
    std::vector<std::string_view> known_;
};

/// Writes them; what is empty is left out.
class MemberWriter {
public:
    explicit MemberWriter(JsonWriter& json) : json_(json) {}

    void needed(std::string_view name, const std::string& value) { json_.member(name, value); }
    void text(std::string_view name, const std::string& value) {
        if (!value.empty()) {
            json_.member(name, value);
        }
    }
    void text(std::string_view name, const std::optional<std::string>& value) {
        if (value) {
            json_.member(name, *value);
        }
    }
    void texts(std::string_view name, const std::vector<std::string>& values) {
        if (!values.empty()) {
            json_.member(name, values);
        }
    }
    void pairs(std::string_view name, const std::map<std::string, std::string>& values) {
        if (values.empty()) {
            return;
        }
        json_.key(name);
        json_.begin_object();
        for (const auto& [from, to] : values) {
            json_.member(from, to);
        }
        json_.end_object();
    }
    void number(std::string_view name, std::uint64_t value) {
        json_.key(name);
        json_.raw(std::to_string(value));
    }
    void needed_number(std::string_view name, std::uint64_t value) { number(name, value); }
    template <typename Enum, std::size_t Count>
    void word(std::string_view name_of_member, Enum value, const std::array<Enum, Count>&) {
        json_.member(name_of_member, name(value));
    }
    template <typename Enum, std::size_t Count>
    void needed_word(std::string_view name_of_member, Enum value,
                     const std::array<Enum, Count>& all) {
        word(name_of_member, value, all);
    }
    void day(std::string_view name, LocalDay value) { json_.member(name, tertib::text(value)); }
    void day(std::string_view name, const std::optional<LocalDay>& value) {
        if (value) {
            day(name, *value);
        }
    }

private:
    JsonWriter& json_;
};

namespace detail {

/// The actions there are, each without its particulars, in the order of the alternatives.
template <typename AnyAction, std::size_t... Index>
std::vector<AnyAction> every_action(std::index_sequence<Index...>) {
    return {AnyAction(std::in_place_index<Index>)...};
}

} // namespace detail

/// The action that a verb names, without its particulars; `verb_of` gives an action's verb.
template <typename AnyAction, typename VerbOf>
AnyAction action_named(JsonView written, const VerbOf& verb_of) {
    std::string known;
    for (AnyAction& action : detail::every_action<AnyAction>(
             std::make_index_sequence<std::variant_size_v<AnyAction>>())) {
        if (verb_of(action) == written.text()) {
            return std::move(action);
        }
        known += known.empty() ? "" : ", ";
        known += verb_of(action);
    }
    written.refuse("is " + shown(written.text()) + ", but must be one of " + known);
}

inline Instant read_exact_instant(JsonView json, Zone zone) {
    const std::optional<Stamp> stamp = read_stamp(json.text(), zone);
    if (!stamp || stamp->earliest != stamp->latest) {
        json.refuse("is no instant in ISO 8601, such as \"2025-05-05T09:00:00+07:00\"");
    }
    return stamp->earliest;
}

/// Who asks, when and why: what a command of a case and one of the office say alike.
template <typename AnyCommand>
void read_asking(JsonView root, Zone zone, AnyCommand& command) {
    command.by = {.person = root.text_or_empty("by"), .as = root.text_or_empty("as")};
    command.now = read_exact_instant(root.member("now"), zone);
    if (const auto at = root.find_value("at")) {
        command.at = read_exact_instant(*at, zone);
    }
    command.reason = root.text_or_empty("reason");
    command.dasar = root.text_or_empty("dasar");
}

template <typename AnyCommand>
void write_asking(JsonWriter& json, const AnyCommand& command, Zone zone) {
    MemberWriter writer(json);
    writer.text("by", command.by.person);
    writer.text("as", command.by.as);
    json.member("now", text(command.now, zone));
    if (command.at) {
        json.member("at", text(*command.at, zone));
    }
    writer.text("reason", command.reason);
    writer.text("dasar", command.dasar);
}

} // namespace tertib
