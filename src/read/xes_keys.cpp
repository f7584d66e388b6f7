// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/xes_keys.hpp"

#include <utility>

namespace tertib {
namespace {

struct Standard {
    std::string_view path;
    XesRole role;
};
constexpr std::array<Standard, 6> of_events = {{{"concept:name", XesRole::name},
                                                {"org:resource", XesRole::resource},
                                                {"org:role", XesRole::role},
                                                {"tertib:outcome", XesRole::outcome},
                                                {"time:timestamp", XesRole::time},
                                                {"lifecycle:transition", XesRole::transition}}};

XesRole role_of(std::string_view path, ColumnScope scope) {
    for (const Standard& standard : of_events) {
        const bool here = scope == ColumnScope::event || standard.role == XesRole::name;
        if (here && standard.path == path) {
            return standard.role;
        }
    }
    return XesRole::extra;
}

} // namespace

XesKeys::XesKeys(ColumnScope scope, LogBuilder& builder)
    : scope_(scope),
      builder_(&builder),
      keys_(1) {}

std::size_t XesKeys::find(std::string_view path, XesElement element) {
    std::size_t found = keys_[before_].next;
    if (found == 0 || keys_[found].element != element || keys_[found].path != path) {
        found = search(path, element);
        keys_[before_].next = found;
    }
    before_ = found;
    return found;
}

std::size_t XesKeys::search(std::string_view path, XesElement element) {
    auto& places = places_[static_cast<std::size_t>(element)];
    const auto known = places.find(path);
    if (known != places.end()) {
        return known->second;
    }
    const std::size_t place = keys_.size();
    keys_.push_back({.path = std::string(path),
                     .element = element,
                     .role = role_of(path, scope_),
                     .columns = {}});
    places.emplace(path, place);
    return place;
}

bool XesKeys::count(std::size_t key) noexcept {
    XesKey& found = keys_[key];
    if (found.last_owner == owners_) {
        return false;
    }
    found.last_owner = owners_;
    ++found.owners;
    return true;
}

ColumnIndex XesKeys::column(std::size_t key, ColumnType type) {
    XesKey& found = keys_[key];
    std::optional<ColumnIndex>& column = found.columns[static_cast<std::size_t>(type)];
    if (!column) {
        column = builder_->column(found.path, type, scope_);
    }
    return *column;
}

} // namespace tertib
