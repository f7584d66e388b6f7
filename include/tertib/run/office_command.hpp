// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/roster.hpp"
#include "tertib/run/command.hpp"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tertib {

/// A person holds a post from a day on: definitive, or acting for the holder. May be recorded
/// afterwards: it holds from `from` all the same, and is marked as late.
struct Delegate {
    std::string person;
    std::string pelaksana;
    PostKind kind = PostKind::plh;
    LocalDay from{};
    std::optional<LocalDay> until; ///< the last day, included; nothing: until further notice
    std::string surat;             ///< the letter's number; needed unless definitive

    friend bool operator==(const Delegate&, const Delegate&) = default;
};
/// A holding ends earlier than was said.
struct EndDelegation {
    std::uint64_t holding = 0; ///< the number of the event by which it began
    LocalDay until{};          ///< its last day; the day before its first: it never was
    std::string surat;

    friend bool operator==(const EndDelegation&, const EndDelegation&) = default;
};
/// A version of an SOP becomes known to the office. Nothing is said of when it is in force.
struct RegisterSop {
    std::string sop; ///< Sop::digest()
    std::string nomor;
    std::string nama;

    friend bool operator==(const RegisterSop&, const RegisterSop&) = default;
};
/// A version is in force from a day on.
struct EnforceSop {
    std::string sop;
    LocalDay from{};
    std::optional<LocalDay> until; ///< the last day, where that is decided already

    friend bool operator==(const EnforceSop&, const EnforceSop&) = default;
};
/// A version takes the place of another one, which ends the day before.
struct ReplaceSop {
    std::string old_sop;
    std::string sop;
    LocalDay from{};
    std::optional<LocalDay> until;

    friend bool operator==(const ReplaceSop&, const ReplaceSop&) = default;
};
/// A version is in force no longer, for the command's reason.
struct WithdrawSop {
    std::string sop;
    LocalDay from{}; ///< the first day without it; its own first day: it never was in force

    friend bool operator==(const WithdrawSop&, const WithdrawSop&) = default;
};

using OfficeAction = std::variant<Delegate, EndDelegation, RegisterSop, EnforceSop, ReplaceSop,
                                  WithdrawSop, EraseBody>;

/// Something that the office as a whole decides: who holds which post, which versions of its SOPs
/// are in force. A plain value.
///
///     OfficeCommand command{.by = {"Ani", "Sekretariat"}, .now = now,
///                           .action = Delegate{.person = "Budi", .pelaksana = "Kadis",
///                                              .kind = PostKind::plh, .from = monday,
///                                              .until = friday, .surat = "800/12/2025"}};
struct OfficeCommand {
    Actor by;
    Instant now{};             ///< when it is recorded
    std::optional<Instant> at; ///< when it was decided, not after now; nothing: now
    std::string reason;
    std::string dasar; ///< the letter or rule that it rests on
    OfficeAction action;

    friend bool operator==(const OfficeCommand&, const OfficeCommand&) = default;
};

/// The verb of its action: "delegate", "end", "register", "enforce", "replace", "withdraw",
/// "erase".
[[nodiscard]] std::string_view verb(const OfficeCommand& command) noexcept;

} // namespace tertib
