// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/session.hpp"

#include "store/readings.hpp"
#include "store/session_impl.hpp"

namespace tertib {

std::optional<CaseState> Session::Impl::find_case(std::string_view id) {
    return read([&](Transaction& transaction) -> std::optional<CaseState> {
        // Others write all the time: a state that was kept would have to be asked for anyway.
        kept_.forget();
        const SaltSource none;
        KeptOffice office; // only for judging
        Desk desk(transaction, registry_, kept_, office, none);
        const StoredCase* found = desk.find_case(id);
        return found == nullptr ? std::nullopt : std::optional(found->state);
    });
}

Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

std::optional<CaseState> Session::find_case(std::string_view id) {
    return impl_->reads_alone() ? impl_->find_case(id) : impl_->store().find_case(id);
}

std::vector<CaseRow> Session::cases(std::string_view after, std::size_t limit) {
    if (!impl_->reads_alone()) {
        return impl_->store().cases(after, limit);
    }
    return impl_->read([&](Transaction& transaction) { return transaction.cases(after, limit); });
}

std::vector<WorkRow> Session::worklist(std::string_view pelaksana, std::size_t limit,
                                       const std::optional<WorkRow>& after) {
    if (!impl_->reads_alone()) {
        return impl_->store().worklist(pelaksana, limit, after);
    }
    return impl_->read([&](Transaction& transaction) {
        return worklist_of(transaction, pelaksana, limit, after);
    });
}

std::optional<Instant> Session::next_due() {
    return impl_->reads_alone() ? impl_->read(first_due) : impl_->store().next_due();
}

OfficeState Session::office() {
    if (!impl_->reads_alone()) {
        return impl_->store().office();
    }
    return impl_->read([](Transaction& transaction) { return transaction.find_office().state; });
}

std::vector<SopVersion> Session::versions() {
    return office().versions;
}

std::shared_ptr<const Roster> Session::roster() {
    return impl_->store().roster();
}

std::vector<StoredEvent> Session::events(std::string_view case_id, std::uint64_t from,
                                         std::size_t limit) {
    if (!impl_->reads_alone()) {
        return impl_->store().events(case_id, from, limit);
    }
    return impl_->read(
        [&](Transaction& transaction) { return transaction.events(case_id, from, limit); });
}

void Session::each_event(std::string_view case_id,
                         const std::function<void(const StoredEvent&)>& visit) {
    if (!impl_->reads_alone()) {
        impl_->store().each_event(case_id, visit);
        return;
    }
    impl_->read([&](Transaction& transaction) {
        visit_events(transaction, case_id, visit);
        return 0;
    });
}

std::shared_ptr<const ReadySop> Session::sop(std::string_view digest) {
    if (!impl_->reads_alone()) {
        return impl_->store().sop(digest);
    }
    return impl_->read(
        [&](Transaction& transaction) { return impl_->registry().sop(transaction, digest); });
}

std::shared_ptr<const Calendar> Session::calendar(std::string_view digest) {
    if (!impl_->reads_alone()) {
        return impl_->store().calendar(digest);
    }
    return impl_->read(
        [&](Transaction& transaction) { return impl_->registry().calendar(transaction, digest); });
}

Reply Session::submit(const Request& request) {
    return impl_->store().submit(request);
}

std::vector<Reply> Session::submit(std::span<const Request> requests) {
    return impl_->store().submit(requests);
}

Reply Session::submit(const OfficeRequest& request) {
    return impl_->store().submit(request);
}

} // namespace tertib
