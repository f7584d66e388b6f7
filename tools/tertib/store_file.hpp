// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "verb.hpp"

#include "tertib/base/error.hpp"
#include "tertib/store/sqlite.hpp"
#include "tertib/store/store.hpp"
#include "tertib/time/instant.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tertib::tool {

/// The store that a verb is given by --store, opened. Throws Failure: usage for what can't be a
/// store's name, unreadable for a file that isn't there or is none, system where the store fails.
[[nodiscard]] Store open_store(const std::string& path, OpenMode mode);

/// What the library says of a store, as the command ends: 4 where it failed, 5 where it isn't known
/// whether something was written.
[[nodiscard]] Failure store_failure(const std::string& path, const Error& error);

/// Does `work` on the opened store; what the store says against it becomes a Failure.
[[nodiscard]] Outcome with_store(const std::string& path, OpenMode mode,
                                 const std::function<Outcome(Store&)>& work);

/// The zone of the case's calendar; +07:00 if there is no such case: the command is refused anyway.
[[nodiscard]] Zone zone_of_case(Store& store, std::string_view case_id);
/// The zone of every calendar in the store; nothing where they differ. +07:00 without any.
[[nodiscard]] std::optional<Zone> zone_of_store(Store& store);

/// The moment that --now names, or the one at which the command runs, to the second.
[[nodiscard]] Instant now_of(const std::string& written, Zone zone);
/// A moment to the minute or finer. Throws Failure(usage) that names the option for anything else,
/// a day included.
[[nodiscard]] Instant exact_moment(const std::string& option, const std::string& written,
                                   Zone zone);

} // namespace tertib::tool
