// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/event_json.hpp"
#include "tertib/run/office_event.hpp"
#include "tertib/run/office_event_bytes.hpp"
#include "tertib/time/instant.hpp"

#include <string>
#include <string_view>

/// The office's events as JSON, and as lines of an exported journal beside those of cases
/// (docs/formats.md, docs/schema/office_event.json). For reading only, as with a case's events.
///
/// Pure functions on plain values, for use from any thread.
namespace tertib {

/// "tertib.office_event/1": every member that is set, instants on the clock of `zone`, personal
/// parts in "body".
[[nodiscard]] std::string to_json(const OfficeEvent& event, Zone zone,
                                  BodyInJson body = BodyInJson::as_it_is);

/// One line of a journal's export, "tertib.journal/1", with its line end.
[[nodiscard]] std::string journal_line(const SealedEvent& sealed, const OfficeEvent& event,
                                       Zone zone);

/// The line of any event, a case's or (for office_id) the office's, from its bytes. Throws what
/// unseal() throws.
///
///     store.each_event("", [&](const StoredEvent& event) {
///         out << journal_line(event.case_id, event.sealed, wib());
///     });
[[nodiscard]] std::string journal_line(std::string_view case_id, const SealedEvent& sealed,
                                       Zone zone);

} // namespace tertib
