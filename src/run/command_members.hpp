// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_view.hpp"
#include "base/json_writer.hpp"
#include "tertib/run/command.hpp"
#include "tertib/time/instant.hpp"

namespace tertib {

// A command's JSON object ("tertib.command/1") as a part of another document.

void write(JsonWriter& json, const Command& command, Zone zone);
[[nodiscard]] Command read_command(JsonView json, Zone zone);

} // namespace tertib
