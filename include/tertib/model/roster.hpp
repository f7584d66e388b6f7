// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/instant.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// In what standing a person acts for a pelaksana's post: its holder, or acting for the holder as
/// pelaksana tugas, pelaksana harian, atas nama, untuk beliau.
enum class PostKind : std::uint8_t { definitive, plt, plh, an, ub };

/// A person and a post, from a day to a day.
struct PostHolding {
    std::string person;
    std::string pelaksana;
    PostKind kind = PostKind::definitive;
    LocalDay from{};
    std::optional<LocalDay> until; ///< the last day, included; nothing: until further notice
    std::string surat;             ///< number of the letter it rests on, "" if none is known

    friend bool operator==(const PostHolding&, const PostHolding&) = default;
};

/// Who holds which pelaksana's post on which day. Immutable; read it from any thread.
///
///     Roster roster({{.person = "Ani", .pelaksana = "Kadis", .from = *read_day("2025-01-01")}});
///     roster.find("ani", "Kadis", *read_day("2025-05-05"));      // names are compared folded
class Roster {
public:
    Roster() = default;
    /// Throws Error(argument) for a holding without person or pelaksana, or that ends before it
    /// begins.
    explicit Roster(std::vector<PostHolding> holdings);

    [[nodiscard]] std::span<const PostHolding> holdings() const noexcept { return holdings_; }

    /// Whether any holding, of whatever day, is of this post: if not, the roster says nothing of
    /// it, and who acts for it can't be verified.
    [[nodiscard]] bool covers(std::string_view pelaksana) const;

    /// The holding by which the person acts for the post on that day, or nullptr; of several the
    /// definitive one, else the one that began last.
    [[nodiscard]] const PostHolding* find(std::string_view person, std::string_view pelaksana,
                                          LocalDay day) const;
    /// The person's holding of the post that ended last before that day, or nullptr: for saying
    /// why someone may act no longer.
    [[nodiscard]] const PostHolding* ended(std::string_view person, std::string_view pelaksana,
                                           LocalDay day) const;

    friend bool operator==(const Roster& a, const Roster& b) { return a.holdings_ == b.holdings_; }

private:
    struct Key {
        std::string pelaksana; ///< folded
        std::string person;    ///< folded
        std::size_t holding = 0;
    };
    [[nodiscard]] std::span<const Key> keys_of(const std::string& pelaksana) const;

    std::vector<PostHolding> holdings_;
    std::vector<Key> keys_; ///< sorted by pelaksana, person, place
};

/// The names used in JSON: "definitive", "plt", "plh", "an", "ub".
[[nodiscard]] std::string_view name(PostKind kind) noexcept;

} // namespace tertib
