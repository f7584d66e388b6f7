// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/verification_json.hpp"

#include "base/json_writer.hpp"

namespace tertib {
namespace {

void write_count(JsonWriter& json, std::string_view name, std::uint64_t count) {
    json.key(name);
    json.raw(std::to_string(count));
}

void write(JsonWriter& json, const JournalBreach& breach) {
    json.begin_object();
    json.member("fault", name(breach.fault));
    json.member_or_null("case",
                        breach.case_id.empty() ? std::nullopt : std::optional(breach.case_id));
    json.key("number");
    if (breach.number == 0) {
        json.null();
    } else {
        json.raw(std::to_string(breach.number));
    }
    json.member("detail", breach.detail);
    json.end_object();
}

} // namespace

std::string to_json(const Verification& verification) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.verification/1");
    json.member_truth("holds", verification.holds());
    write_count(json, "cases", verification.cases);
    write_count(json, "events", verification.events);
    write_count(json, "seals", verification.seals);
    write_count(json, "erased", verification.erased);
    json.member_truth("stopped", verification.stopped);
    json.key("breaches");
    json.begin_array();
    for (const JournalBreach& breach : verification.breaches) {
        write(json, breach);
    }
    json.end_array();
    json.end_object();
    return json.take();
}

} // namespace tertib
