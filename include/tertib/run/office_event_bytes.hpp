// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/event_bytes.hpp"
#include "tertib/run/office_event.hpp"

#include <string_view>

/// The office's events as the journal keeps them (docs/journal.md): the same encoding and the same
/// links as a case's, with fields of their own. check() and body_commitment() are for both.
namespace tertib {

/// Encodes an event and links it to the one before. Throws Error(argument) for an event that
/// unseal_office() would not read back: without number, a day outside those reckoned with, a text
/// that isn't UTF-8 or holds a NUL, a body with more than person, recipient and reason.
[[nodiscard]] SealedEvent seal(const Sha256& previous, const OfficeEvent& event, const Salt& salt);

/// Reads an event back. Without a body the names are empty. Throws Error(format), naming what is
/// wrong, for bytes that seal() doesn't write: each event has exactly one encoding.
[[nodiscard]] OfficeEvent unseal_office(std::string_view data, std::string_view body);

} // namespace tertib
