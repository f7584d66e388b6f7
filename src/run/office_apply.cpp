// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_apply.hpp"

#include "run/sop_periods.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tertib {

namespace {

/// Takes one event into the office's state.
class OfficeApplication {
public:
    OfficeApplication(OfficeState& state, const OfficeEvent& event)
        : state_(state),
          event_(event) {}

    void run();

private:
    [[noreturn]] void damaged(const std::string& what) const {
        throw Error(ErrorCode::format,
                    "event " + std::to_string(event_.number) + " of the office: " + what);
    }
    void act();
    void delegate();
    void end_delegation();
    void register_sop();
    void begin(const std::string& digest);
    void replace();
    void withdraw();
    void erase();
    [[nodiscard]] LocalDay from() const;
    [[nodiscard]] SopVersion& ending(const std::string& digest, LocalDay day);

    OfficeState& state_;
    const OfficeEvent& event_;
};

void OfficeApplication::run() {
    if (event_.number != state_.events + 1) {
        damaged("event " + std::to_string(state_.events + 1) + " is next");
    }
    act();
    state_.events = event_.number;
    state_.recorded = event_.recorded;
}

void OfficeApplication::act() {
    switch (event_.kind) {
    case OfficeEventKind::delegated: delegate(); return;
    case OfficeEventKind::delegation_ended: end_delegation(); return;
    case OfficeEventKind::sop_registered: register_sop(); return;
    case OfficeEventKind::sop_enforced: begin(event_.sop_digest); return;
    case OfficeEventKind::sop_replaced: replace(); return;
    case OfficeEventKind::sop_withdrawn: withdraw(); return;
    case OfficeEventKind::erased: erase(); return;
    }
}

LocalDay OfficeApplication::from() const {
    const std::optional<LocalDay>& first = event_.from;
    if (!first) {
        damaged("it doesn't say from which day");
    }
    return *first;
}

void OfficeApplication::delegate() {
    const std::optional<PostKind>& post = event_.post;
    if (!post || trim(event_.pelaksana).empty()) {
        damaged("it doesn't say which post is held");
    }
    const std::optional<LocalDay>& until = event_.until;
    if (until && *until < from()) {
        damaged("a post is held until before it begins");
    }
    state_.holdings.push_back({.event = event_.number,
                               .holding = {.person = event_.body.recipient,
                                           .pelaksana = event_.pelaksana,
                                           .kind = *post,
                                           .from = from(),
                                           .until = event_.until,
                                           .surat = event_.letter},
                               .late = event_.late});
}

void OfficeApplication::end_delegation() {
    const auto found = std::ranges::find(state_.holdings, event_.about, &OfficeHolding::event);
    if (found == state_.holdings.end() || !event_.until) {
        damaged("it ends no holding");
    }
    found->holding.until = event_.until;
}

void OfficeApplication::register_sop() {
    const VersionRows rows = rows_of(state_.versions, event_.sop_digest);
    if (event_.sop_digest.empty() || !rows.empty()) {
        damaged("the Sop " + event_.sop_digest + " can't be registered");
    }
    state_.versions.insert(state_.versions.begin() + static_cast<std::ptrdiff_t>(rows.first),
                           {.digest = event_.sop_digest,
                            .nomor = event_.nomor,
                            .nama = event_.nama,
                            .status = SopStatus::unknown,
                            .from = {},
                            .until = {},
                            .successor = {}});
}

/// A time of the version begins: the first one in the row that it was registered by.
void OfficeApplication::begin(const std::string& digest) {
    const VersionRows rows = rows_of(state_.versions, digest);
    if (rows.empty()) {
        damaged("the Sop " + digest + " isn't registered");
    }
    SopVersion begun{.digest = digest,
                     .nomor = state_.versions[rows.first].nomor,
                     .nama = state_.versions[rows.first].nama,
                     .status = SopStatus::berlaku,
                     .from = from(),
                     .until = event_.until,
                     .successor = {}};
    SopVersion& first = state_.versions[rows.first];
    if (first.status == SopStatus::unknown) {
        first = std::move(begun);
        return;
    }
    state_.versions.insert(state_.versions.begin() + static_cast<std::ptrdiff_t>(rows.last),
                           std::move(begun));
}

SopVersion& OfficeApplication::ending(const std::string& digest, LocalDay day) {
    const std::optional<std::size_t> row = row_that_ends(state_.versions, digest, day);
    if (!row) {
        damaged("the Sop " + digest + " isn't in force on " + text(day));
    }
    return state_.versions[*row];
}

void OfficeApplication::replace() {
    const LocalDay last = from() - std::chrono::days{1};
    SopVersion& old = ending(event_.old_sop_digest, last);
    old.status = SopStatus::digantikan;
    old.until = last;
    old.successor = event_.sop_digest;
    begin(event_.sop_digest);
}

void OfficeApplication::withdraw() {
    SopVersion& version = ending(event_.sop_digest, from());
    version.status = SopStatus::dicabut;
    version.until = from() - std::chrono::days{1};
}

void OfficeApplication::erase() {
    if (event_.about == 0 || event_.about >= event_.number) {
        damaged("there is no event " + std::to_string(event_.about) + " before it");
    }
    const auto found = std::ranges::find(state_.holdings, event_.about, &OfficeHolding::event);
    if (found != state_.holdings.end()) {
        found->holding.person.clear();
    }
}

} // namespace

OfficeState apply(OfficeState state, const OfficeEvent& event) {
    OfficeApplication(state, event).run();
    return state;
}

} // namespace tertib
