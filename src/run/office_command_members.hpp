// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_view.hpp"
#include "base/json_writer.hpp"
#include "tertib/run/office_command.hpp"
#include "tertib/time/instant.hpp"

namespace tertib {

// The JSON object of what the office decides ("tertib.office_command/1") as a part of another
// document.

void write(JsonWriter& json, const OfficeCommand& command, Zone zone);
[[nodiscard]] OfficeCommand read_office_command(JsonView json, Zone zone);

} // namespace tertib
