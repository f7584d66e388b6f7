// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store_file.hpp"

#include "calendar_file.hpp"
#include "input.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <system_error>

namespace tertib::tool {
namespace {

constexpr std::string_view sqlite_magic = "SQLite format 3";

/// A store that is to be made may be missing or empty; any other is looked at first, so that the
/// complaint is about the file and not about a database.
void check_file(const std::string& path, OpenMode mode) {
    std::error_code missing;
    if (mode == OpenMode::create && !std::filesystem::exists(path, missing)) {
        return;
    }
    InputFile file(path);
    std::string bytes;
    (void)file.read_more(bytes);
    if (bytes.empty() && mode == OpenMode::create) {
        return;
    }
    if (!bytes.starts_with(sqlite_magic)) {
        throw Failure(Exit::unreadable, "UI-STORE-NONE", {{"file", path}});
    }
}

} // namespace

Store open_store(const std::string& path, OpenMode mode) {
    if (path.empty() || path == "-" || path.starts_with("file:")) {
        throw Failure(Exit::usage, "UI-USAGE-STORE", {{"file", path}});
    }
    check_file(path, mode);
    try {
        return Store(open_sqlite(path, {.mode = mode}));
    } catch (const Error& error) {
        throw store_failure(path, error);
    }
}

Failure store_failure(const std::string& path, const Error& error) {
    const std::vector<Argument> arguments = {{"file", path}, {"reason", error.what()}};
    switch (error.code()) {
    case ErrorCode::outcome_unknown: return {Exit::unknown, "UI-STORE-UNKNOWN", arguments};
    case ErrorCode::damaged: return {Exit::system, "UI-STORE-DAMAGED", arguments};
    case ErrorCode::unsupported: return {Exit::system, "UI-STORE-UNSUPPORTED", arguments};
    case ErrorCode::argument:
    case ErrorCode::limit:
    case ErrorCode::format: return {Exit::usage, "UI-USAGE-OTHER", {{"reason", error.what()}}};
    case ErrorCode::io:
    case ErrorCode::store:
    case ErrorCode::internal: break;
    }
    return {Exit::system, "UI-STORE-FAILED", arguments};
}

Outcome with_store(const std::string& path, OpenMode mode,
                   const std::function<Outcome(Store&)>& work) {
    Store store = open_store(path, mode);
    try {
        return work(store);
    } catch (const Error& error) {
        throw store_failure(path, error);
    }
}

Zone zone_of_case(Store& store, std::string_view case_id) {
    const std::optional<CaseState> state = store.find_case(case_id);
    return state ? store.calendar(state->calendar_digest)->zone() : wib();
}

std::optional<Zone> zone_of_store(Store& store) {
    std::optional<Zone> zone;
    for (const std::string& digest : store.calendars()) {
        const Zone next = store.calendar(digest)->zone();
        if (zone && *zone != next) {
            return std::nullopt;
        }
        zone = next;
    }
    return zone.value_or(wib());
}

Instant now_of(const std::string& written, Zone zone) {
    if (!written.empty()) {
        return exact_moment("--now", written, zone);
    }
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

Instant exact_moment(const std::string& option, const std::string& written, Zone zone) {
    const Stamp stamp = read_moment(option, written, zone);
    if (stamp.earliest != stamp.latest) {
        throw Failure(Exit::usage, "UI-USAGE-STAMP", {{"option", option}, {"text", written}});
    }
    return stamp.earliest;
}

} // namespace tertib::tool
