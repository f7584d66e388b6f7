// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/calendar_json.hpp"

#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"
#include "tertib/time/calendar_name.hpp"
#include "time/calendar_check.hpp"
#include "time/calendar_members.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

namespace tertib {
namespace {

constexpr std::string_view calendar_schema = "tertib.calendar/1";
/// A fact with hours for each day of the week has about as many values.
constexpr std::size_t values_a_fact = 40;

constexpr std::array all_layers{CalendarLayer::national, CalendarLayer::cuti_bersama,
                                CalendarLayer::province, CalendarLayer::unit};
constexpr std::array all_kinds{CalendarFactKind::hours, CalendarFactKind::period,
                               CalendarFactKind::libur, CalendarFactKind::opening};
constexpr std::array all_sures{Sureness::yes, Sureness::partly, Sureness::profile,
                               Sureness::estimate};
constexpr std::array all_ops{CalendarOp::add, CalendarOp::remove};
constexpr std::array all_choices{CutiBersama::observed, CutiBersama::worked};

/// A calendar is typed by hand, so a misspelt member must not be lost in silence; members whose
/// name begins with _ or catatan are remarks of people to people.
void refuse_unknown(JsonView object, std::initializer_list<std::string_view> known) {
    for (const JsonView value : object.object()) {
        const std::string_view key = value.key();
        const bool remark = key.starts_with('_') || key.starts_with("catatan");
        if (std::ranges::find(known, key) == known.end() && !remark) {
            value.refuse("a calendar has no such member here");
        }
    }
}

LocalDay read_day_of(JsonView json) {
    const auto day = read_day(json.text());
    if (!day) {
        json.refuse("is " + shown(json.text()) + ", not a date as 2025-12-31");
    }
    return *day;
}

std::optional<LocalDay> optional_day(JsonView object, std::string_view member) {
    const auto value = object.find_value(member);
    return value ? std::optional(read_day_of(*value)) : std::nullopt;
}

/// "07:30"; nothing for anything else.
std::optional<std::uint16_t> read_minute(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') {
        return std::nullopt;
    }
    std::array<unsigned, 2> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const char* const begin = text.data() + 3 * i;
        const auto [end, error] = std::from_chars(begin, begin + 2, numbers[i]);
        if (error != std::errc() || end != begin + 2) {
            return std::nullopt;
        }
    }
    const unsigned minute = numbers[0] * 60 + numbers[1];
    return numbers[1] < 60 && minute <= 1440 ? std::optional(static_cast<std::uint16_t>(minute))
                                             : std::nullopt;
}

WorkSpan read_span(JsonView json) {
    const std::string_view text = json.text();
    const auto from =
        text.size() == 11 && text[5] == '-' ? read_minute(text.substr(0, 5)) : std::nullopt;
    const auto to = from ? read_minute(text.substr(6)) : std::nullopt;
    if (!to) {
        json.refuse("is " + shown(text) + ", not a span as 07:30-12:00");
    }
    return {*from, *to};
}

std::array<DayHours, 7> read_hours(JsonView json) {
    std::array<DayHours, 7> hours;
    for (const JsonView day : json.object()) {
        const auto at = std::ranges::find(weekday_keys, day.key());
        if (at == weekday_keys.end()) {
            day.refuse("is no day of the week; there are: mon, tue, wed, thu, fri, sat, sun");
        }
        for (const JsonView span : day.array()) {
            hours[static_cast<std::size_t>(at - weekday_keys.begin())].push_back(read_span(span));
        }
    }
    return hours;
}

/// What can't be is told of its place in this text, not in the list that a base makes longer.
void refuse_problem(JsonView json, const CalendarFact& fact) {
    if (const auto problem = problem_of(fact)) {
        throw Error(ErrorCode::argument, json.pointer() + "/" + problem->member +
                                             (problem->inner.empty() ? "" : "/" + problem->inner) +
                                             ": " + problem->reason);
    }
}

CalendarFact read_fact(JsonView json) {
    refuse_unknown(json, {"layer", "kind", "op", "first", "last", "hours", "name", "source",
                          "known_from", "sure"});
    CalendarFact fact;
    fact.layer = json.member("layer").word<CalendarLayer>(all_layers);
    fact.kind = json.member("kind").word<CalendarFactKind>(all_kinds);
    if (const auto op = json.find("op")) {
        fact.op = op->word<CalendarOp>(all_ops);
    }
    fact.first = read_day_of(json.member("first"));
    fact.last = optional_day(json, "last");
    const bool weekly =
        fact.kind == CalendarFactKind::hours || fact.kind == CalendarFactKind::period;
    if (weekly && fact.op == CalendarOp::add) {
        fact.hours = read_hours(json.member("hours"));
    } else if (const auto hours = json.find("hours")) {
        fact.hours = read_hours(*hours);
    }
    fact.name = json.text_or_empty("name");
    fact.source = json.text_or_empty("source");
    fact.known_from = optional_day(json, "known_from");
    if (const auto sure = json.find("sure")) {
        fact.sure = sure->word<Sureness>(all_sures);
    }
    refuse_problem(json, fact);
    return fact;
}

DecreedYear read_year(JsonView json) {
    refuse_unknown(json, {"year", "known_from", "source"});
    const std::uint32_t year = json.member("year").count();
    if (year < 1 || year > 9999) {
        json.member("year").refuse("is no year from 1 to 9999");
    }
    return {.year = static_cast<int>(year),
            .known_from = optional_day(json, "known_from"),
            .source = json.text_or_empty("source")};
}

/// The years of the text take the place of those of the base.
void read_years(JsonView list, std::vector<DecreedYear>& years) {
    std::vector<DecreedYear> own;
    for (const JsonView json : list.array()) {
        own.push_back(read_year(json));
    }
    std::ranges::stable_sort(own, {}, &DecreedYear::year);
    const auto twice = std::ranges::adjacent_find(own, {}, &DecreedYear::year);
    if (twice != own.end()) {
        list.refuse("has the year " + std::to_string(twice->year) + " twice");
    }
    std::erase_if(years, [&](const DecreedYear& each) {
        return std::ranges::binary_search(own, each.year, {}, &DecreedYear::year);
    });
    years.insert(years.end(), own.begin(), own.end());
}

CalendarOrigin read_origin(JsonView json) {
    refuse_unknown(json, {"name", "version", "digest"});
    return {.name = std::string(json.member("name").text()),
            .version = json.text_or_empty("version"),
            .digest = json.text_or_empty("digest")};
}

JsonView calendar_root(const ParsedJson& document) {
    const JsonView root = document.root();
    const JsonView schema = root.member("schema");
    if (schema.text() == calendar_schema) {
        return root;
    }
    if (schema.text().starts_with("tertib.calendar/")) {
        throw Error(ErrorCode::unsupported, "/schema: is " + shown(schema.text()) +
                                                ", made by a newer version than this one");
    }
    schema.refuse("is " + shown(schema.text()) + ", not \"tertib.calendar/1\"");
}

/// What the text begins with: nothing, or all that its base holds.
CalendarDraft read_base(JsonView root) {
    CalendarDraft draft;
    if (const auto base = root.find_value("base")) {
        const auto calendar = builtin_calendar(base->text());
        if (!calendar) {
            base->refuse("is " + shown(base->text()) +
                         ", no built-in calendar; there are: contoh6, id5, jabar5");
        }
        draft = calendar->draft();
        draft.derived_from = {
            .name = calendar->name(), .version = calendar->version(), .digest = calendar->digest()};
    }
    if (const auto origin = root.find_value("derived_from")) {
        if (draft.derived_from) {
            origin->refuse("can't stand beside base, which says it already");
        }
        draft.derived_from = read_origin(*origin);
    }
    return draft;
}

void read_facts(JsonView list, std::vector<CalendarFact>& facts, const CalendarLimits& limits) {
    if (list.array().size() > limits.facts) {
        throw Error(ErrorCode::limit, list.pointer() + ": has more than " +
                                          std::to_string(limits.facts) + " facts (limit: facts)");
    }
    facts.reserve(facts.size() + list.size());
    for (const JsonView fact : list) {
        facts.push_back(read_fact(fact));
    }
}

void write_hours(JsonWriter& json, const std::array<DayHours, 7>& hours) {
    json.key("hours");
    json.begin_object(JsonWriter::Shape::line);
    for (std::size_t day = 0; day < hours.size(); ++day) {
        if (hours[day].empty()) {
            continue;
        }
        json.key(weekday_keys[day]);
        write(json, std::span<const WorkSpan>(hours[day]));
    }
    json.end_object();
}

void write_day(JsonWriter& json, std::string_view member, const std::optional<LocalDay>& day) {
    if (day) {
        json.member(member, text(*day));
    }
}

/// On one line, without the members that say what would hold anyway.
void write_fact(JsonWriter& json, const CalendarFact& fact) {
    const bool weekly =
        fact.kind == CalendarFactKind::hours || fact.kind == CalendarFactKind::period;
    const bool own =
        std::ranges::any_of(fact.hours, [](const DayHours& day) { return !day.empty(); });
    json.begin_object(JsonWriter::Shape::line);
    json.member("layer", name(fact.layer));
    json.member("kind", name(fact.kind));
    if (fact.op != CalendarOp::add) {
        json.member("op", name(fact.op));
    }
    json.member("first", text(fact.first));
    write_day(json, "last", fact.last);
    if (own || (weekly && fact.op == CalendarOp::add)) {
        write_hours(json, fact.hours);
    }
    json.member("name", fact.name);
    json.member("source", fact.source);
    write_day(json, "known_from", fact.known_from);
    if (fact.sure != Sureness::yes) {
        json.member("sure", name(fact.sure));
    }
    json.end_object();
}

void write_origin(JsonWriter& json, const std::optional<CalendarOrigin>& origin) {
    json.key("derived_from");
    if (!origin) {
        json.null();
        return;
    }
    json.begin_object(JsonWriter::Shape::line);
    json.member("name", origin->name);
    json.member("version", origin->version);
    json.member("digest", origin->digest);
    json.end_object();
}

void write_years(JsonWriter& json, const std::vector<DecreedYear>& years) {
    json.key("years");
    json.begin_array();
    for (const DecreedYear& year : years) {
        json.begin_object(JsonWriter::Shape::line);
        json.key("year");
        json.number(std::int64_t{year.year});
        write_day(json, "known_from", year.known_from);
        json.member("source", year.source);
        json.end_object();
    }
    json.end_array();
}

} // namespace

std::string to_json(const Calendar& calendar) {
    const CalendarDraft& draft = calendar.draft();
    JsonWriter json;
    json.begin_object();
    json.member("schema", calendar_schema);
    json.member("name", draft.name);
    json.member("version", draft.version);
    json.member("digest", calendar.digest());
    json.member("zone", draft.zone.text());
    json.member("cuti_bersama", name(draft.cuti_bersama));
    const auto known_on = calendar.known_on();
    json.member_or_null("known_on", known_on ? std::optional(text(*known_on)) : std::nullopt);
    write_origin(json, draft.derived_from);
    write_years(json, draft.years);
    json.key("facts");
    json.begin_array();
    for (const CalendarFact& fact : draft.facts) {
        write_fact(json, fact);
    }
    json.end_array();
    json.end_object();
    return json.take();
}

Calendar calendar_from_json(std::string_view text, const CalendarLimits& limits) {
    JsonLimits most;
    most.values = std::max(most.values, std::min(limits.facts, most.bytes) * values_a_fact);
    const ParsedJson document = ParsedJson::read(text, most);
    const JsonView root = calendar_root(document);
    refuse_unknown(root, {"schema", "name", "version", "digest", "zone", "cuti_bersama", "known_on",
                          "base", "derived_from", "years", "facts"});
    CalendarDraft draft = read_base(root);
    draft.name = std::string(root.member("name").text());
    draft.version = root.text_or_empty("version");
    if (const auto zone = root.find("zone")) {
        const auto read = Zone::parse(zone->text());
        if (!read) {
            zone->refuse("is " + shown(zone->text()) + ", not an offset as +07:00");
        }
        draft.zone = *read;
    }
    if (const auto choice = root.find("cuti_bersama")) {
        draft.cuti_bersama = choice->word<CutiBersama>(all_choices);
    }
    if (const auto years = root.find("years")) {
        read_years(*years, draft.years);
    }
    if (const auto facts = root.find("facts")) {
        read_facts(*facts, draft.facts, limits);
    }
    const auto known_on = optional_day(root, "known_on");
    const Calendar calendar(std::move(draft), limits);
    return known_on ? calendar.as_known_on(*known_on) : calendar;
}

} // namespace tertib
