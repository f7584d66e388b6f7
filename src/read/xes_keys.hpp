// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/xes_attribute.hpp"
#include "tertib/log/log_builder.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// What a key of XES's standard extensions means to a log.
enum class XesRole : std::uint8_t { name, resource, role, outcome, time, transition, extra };

/// One key of events, or of traces, as one kind of element.
struct XesKey {
    std::string path; ///< with its parents before it, tabs between
    XesElement element = XesElement::text;
    XesRole role = XesRole::extra;
    std::array<std::optional<ColumnIndex>, 5> columns; ///< by type: what can't be read is text
    std::uint64_t owners = 0;                          ///< how many events or traces have it
    std::uint64_t last_owner = 0;                      ///< number of the last of them
    std::size_t next = 0; ///< the key that stood behind it the last time
};

/// The keys that were met, each found again without a search where it stands behind the same key
/// as before: in most logs every event has the same ones in the same order.
class XesKeys {
public:
    XesKeys(ColumnScope scope, LogBuilder& builder);

    /// The place of a key, a new one if it wasn't met yet.
    [[nodiscard]] std::size_t find(std::string_view path, XesElement element);
    /// An event or a trace begins; how many have begun.
    void begin_owner() noexcept {
        ++owners_;
        before_ = 0;
    }
    [[nodiscard]] std::uint64_t owners() const noexcept { return owners_; }
    /// Notes that the present owner has the key; false if it had it before.
    bool count(std::size_t key) noexcept;

    [[nodiscard]] const XesKey& operator[](std::size_t key) const noexcept { return keys_[key]; }
    [[nodiscard]] ColumnIndex column(std::size_t key, ColumnType type);
    /// All of them; the first is none.
    [[nodiscard]] std::span<const XesKey> all() const noexcept { return keys_; }

private:
    [[nodiscard]] std::size_t search(std::string_view path, XesElement element);

    ColumnScope scope_;
    LogBuilder* builder_;
    std::vector<XesKey> keys_;
    std::array<std::map<std::string, std::size_t, std::less<>>, xes_attribute_kinds> places_;
    std::size_t before_ = 0; ///< the key found last
    std::uint64_t owners_ = 0;
};

} // namespace tertib
