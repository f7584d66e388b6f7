// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_writer.hpp"
#include "tertib/run/event_json.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/// Members that the JSON of a case's event and of the office's have in common.
namespace tertib {

void member_if_set(JsonWriter& json, std::string_view name, const std::string& value);
void member_if_true(JsonWriter& json, std::string_view name, bool value);
void member_count(JsonWriter& json, std::string_view name, std::uint64_t value);
/// "as", "standing", "surat": who acted.
void write_standing(JsonWriter& json, const std::string& as, Standing standing,
                    const std::string& surat);
void write_body(JsonWriter& json, const EventBody& body, BodyInJson state);

/// Which event a line of a journal's export holds.
struct LineHead {
    std::string_view case_id;
    std::uint64_t number = 0;
};
/// The line, with what `write_event` writes as the value of "event".
[[nodiscard]] std::string
line_of(const LineHead& head, const SealedEvent& sealed,
        const std::function<void(JsonWriter& json, BodyInJson body)>& write_event);

} // namespace tertib
