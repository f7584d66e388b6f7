// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/log/event_log.hpp"
#include "tertib/log/log_map.hpp"
#include "tertib/log/variants.hpp"
#include "tertib/read/log_reading.hpp"

#include <pybind11/pybind11.h>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tertib::python {

/// A log and what was noticed while it was read. Immutable, so any thread may use it; its variants
/// are found when they are first asked for.
class ReadLog {
public:
    explicit ReadLog(LogReading&& reading)
        : log_(std::make_shared<const EventLog>(std::move(reading.log))),
          findings_(std::move(reading.findings)) {}

    [[nodiscard]] const EventLog& log() const noexcept { return *log_; }
    [[nodiscard]] std::shared_ptr<const EventLog> shared() const noexcept { return log_; }
    [[nodiscard]] const std::vector<Finding>& findings() const noexcept { return findings_; }
    [[nodiscard]] const Variants& variants() const;

private:
    std::shared_ptr<const EventLog> log_;
    std::vector<Finding> findings_;
    mutable std::once_flag once_;
    mutable std::optional<Variants> variants_;
};

/// The map of its JSON; an open one for "".
[[nodiscard]] LogMap map_of(const std::string& json);
/// The texts of a variant's activities.
[[nodiscard]] std::vector<std::string> texts_of(const EventLog& log, const Variant& variant);

/// EventLog, and proposing a map: bytes come from and go to functions of Python's, and the GIL is
/// released in between.
void bind_event_log(pybind11::module_& module);

} // namespace tertib::python
