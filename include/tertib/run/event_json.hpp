// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/event.hpp"
#include "tertib/run/event_bytes.hpp"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// Events as JSON, for people and scripts, and the lines of an exported journal (docs/formats.md,
/// docs/schema/event.json and journal_line.json). The bytes that the hashes are made of are never
/// JSON: a line carries them in base16, and what it says beside them is for reading only.
///
///     out += journal_line(sealed, event, wib());
///     JournalLine line = read_journal_line(text, 17);   // row 17 of the file
///
/// Pure functions on plain values, for use from any thread.
namespace tertib {

/// Whether an event without personal parts never had any ("body" is left out) or they were erased
/// ("body" is null).
enum class BodyInJson : std::uint8_t { as_it_is, erased };

/// "tertib.event/1": every member that is set, instants on the clock of `zone`, personal parts in
/// "body".
[[nodiscard]] std::string to_json(const Event& event, Zone zone,
                                  BodyInJson body = BodyInJson::as_it_is);

/// One line of a journal's export, "tertib.journal/1", with its line end. `event` is what `sealed`
/// holds; whether its body was erased is told from `sealed`.
[[nodiscard]] std::string journal_line(const SealedEvent& sealed, const Event& event, Zone zone);

/// What a line of an exported journal holds. Nothing of it is verified yet: that is check()'s and
/// unseal()'s.
struct JournalLine {
    std::string case_id;
    std::uint64_t number = 0;
    SealedEvent sealed;

    friend bool operator==(const JournalLine&, const JournalLine&) = default;
};

/// Reads a line back; its readable "event" is passed over. Throws Error(format) or Error(limit)
/// with `row` in its position for a line that isn't just as described: a member missing or unknown,
/// digits other than 0-9 a-f. Error(unsupported) for a newer version.
[[nodiscard]] JournalLine read_journal_line(std::string_view line, std::int64_t row);

} // namespace tertib
