// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "deadline.hpp"

#include "guard.hpp"
#include "options.hpp"
#include "waktu.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/deadline_json.hpp"
#include "tertib/time/explanation.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace tertib::capi;

namespace {

using tertib::Error;
using tertib::ErrorCode;

tertib::Language language_of(std::int32_t language) {
    switch (language) {
    case TERTIB_LANGUAGE_ID: return tertib::Language::id;
    case TERTIB_LANGUAGE_EN: return tertib::Language::en;
    default: throw Error(ErrorCode::argument, "language is no TERTIB_LANGUAGE_…");
    }
}

tertib::WalkInJson walk_of(std::int32_t walk) {
    switch (walk) {
    case TERTIB_WALK_LEFT_OUT: return tertib::WalkInJson::left_out;
    case TERTIB_WALK_TOLD: return tertib::WalkInJson::told;
    default: throw Error(ErrorCode::argument, "walk is no TERTIB_WALK_…");
    }
}

std::unique_ptr<tertib_deadline> reckon(const tertib_calendar& calendar, std::int64_t start,
                                        const char* waktu, const tertib_deadline_options& own) {
    const tertib::Instant begun = require_instant(start, "the start");
    tertib::WaktuRequest request = request_of(waktu, own, calendar.calendar.zone());
    auto made = std::make_unique<tertib_deadline>(tertib_deadline{.calendar = calendar.calendar});
    made->options.deadline = std::move(request.options);
    set_limit(made->options.max_days, own.max_days);
    made->deadline = tertib::deadline(made->calendar, begun, request.waktu, made->options.deadline);
    made->noticed = std::move(request.findings);
    std::vector<tertib::Finding> all = made->noticed;
    all.insert(all.end(), made->deadline.findings.begin(), made->deadline.findings.end());
    made->findings = findings_of(all);
    return made;
}

/// The walk, made anew when it is asked for: most callers never do.
tertib::Explanation explained(const tertib_deadline& deadline) {
    return tertib::explain(deadline.calendar, deadline.deadline.start, deadline.deadline.waktu,
                           deadline.options);
}

/// Runs a call that fills a buffer with a text about a deadline.
template <class Write>
tertib_status write_deadline(const tertib_deadline* deadline, tertib_buf* out, tertib_error** error,
                             const Write& write) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(deadline, "deadline");
        require(out, "out");
        fill(out, write(*deadline));
    });
}

} // namespace

tertib_status tertib_deadline_create(const tertib_calendar* calendar, int64_t start,
                                     const char* waktu, const tertib_deadline_options* options,
                                     tertib_deadline** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(calendar, "calendar");
        require(out, "out");
        *out = reckon(*calendar, start, waktu, deadline_options(options)).release();
    });
}

void tertib_deadline_free(tertib_deadline* deadline) {
    free_handle(deadline);
}

int64_t tertib_deadline_due(const tertib_deadline* deadline) {
    return deadline != nullptr && deadline->deadline.due
               ? deadline->deadline.due->time_since_epoch().count()
               : TERTIB_NO_TIME;
}

const tertib_findings* tertib_deadline_findings(const tertib_deadline* deadline) {
    return deadline != nullptr ? &deadline->findings : nullptr;
}

tertib_status tertib_deadline_lines(const tertib_deadline* deadline, int32_t language,
                                    tertib_buf* out, tertib_error** error) {
    return write_deadline(deadline, out, error, [&](const tertib_deadline& made) {
        std::string text;
        for (const std::string& line : tertib::lines(explained(made), language_of(language))) {
            text += line;
            text += '\n';
        }
        return text;
    });
}

tertib_status tertib_deadline_paragraph(const tertib_deadline* deadline, int32_t language,
                                        tertib_buf* out, tertib_error** error) {
    return write_deadline(deadline, out, error, [&](const tertib_deadline& made) {
        return tertib::paragraph(explained(made), language_of(language));
    });
}

tertib_status tertib_deadline_to_json(const tertib_deadline* deadline, int32_t walk,
                                      tertib_buf* out, tertib_error** error) {
    return write_deadline(deadline, out, error, [&](const tertib_deadline& made) {
        tertib::Explanation explanation = explained(made);
        std::vector<tertib::Finding>& findings = explanation.deadline.findings;
        findings.insert(findings.begin(), made.noticed.begin(), made.noticed.end());
        return tertib::to_json(explanation, walk_of(walk));
    });
}
