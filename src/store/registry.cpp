// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/registry.hpp"

#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"
#include "tertib/model/sop_json.hpp"
#include "tertib/run/overrun_policy_json.hpp"
#include "tertib/time/calendar_json.hpp"

#include <functional>
#include <utility>

namespace tertib {

std::shared_ptr<const ReadySop> runnable(const Sop& sop, UnknownPelaksana unknown) {
    ReadySopResult result = ready_sop(std::make_shared<const Sop>(sop),
                                      {.unknown_pelaksana = unknown, .soundness = {}});
    if (!result.sop) {
        const Finding& why = result.refusals.front();
        throw Error(ErrorCode::argument, why.code + ": " + message(why, Language::en));
    }
    return result.sop;
}

bool Registry::is_there(std::string_view digest,
                        const std::function<std::optional<std::string>()>& find) {
    if (sure_.contains(digest)) {
        return true;
    }
    const bool there = find().has_value();
    if (there) {
        sure_.emplace(digest);
    }
    return there;
}

std::shared_ptr<const ReadySop> Registry::sop(Transaction& transaction, std::string_view digest) {
    const auto known = sops_.find(digest);
    if (known != sops_.end() && is_there(digest, [&] { return transaction.find_sop(digest); })) {
        return known->second;
    }
    const std::optional<std::string> json = transaction.find_sop(digest);
    if (!json) {
        throw Error(ErrorCode::argument, "no Sop is registered as " + std::string(digest));
    }
    const Sop sop = sop_from_json(*json);
    if (sop.digest() != digest) {
        throw Error(ErrorCode::damaged, "the Sop registered as " + std::string(digest) +
                                            " has another digest, " + sop.digest());
    }
    auto ready = runnable(sop, unknown_);
    sops_.insert_or_assign(std::string(digest), ready);
    sure_.emplace(digest);
    return ready;
}

std::shared_ptr<const Calendar> Registry::calendar(Transaction& transaction,
                                                   std::string_view digest) {
    const auto known = calendars_.find(digest);
    if (known != calendars_.end() &&
        is_there(digest, [&] { return transaction.find_calendar(digest); })) {
        return known->second;
    }
    const std::optional<std::string> json = transaction.find_calendar(digest);
    if (!json) {
        throw Error(ErrorCode::argument, "no calendar is registered as " + std::string(digest));
    }
    auto calendar = std::make_shared<const Calendar>(calendar_from_json(*json));
    if (calendar->digest() != digest) {
        throw Error(ErrorCode::damaged, "the calendar registered as " + std::string(digest) +
                                            " has another digest, " + calendar->digest());
    }
    calendars_.insert_or_assign(std::string(digest), calendar);
    sure_.emplace(digest);
    return calendar;
}

std::shared_ptr<const OverrunPolicy> Registry::policy(Transaction& transaction,
                                                      std::string_view digest) {
    if (digest.empty()) {
        return nullptr;
    }
    const auto known = policies_.find(digest);
    if (known != policies_.end() &&
        is_there(digest, [&] { return transaction.find_policy(digest); })) {
        return known->second;
    }
    const std::optional<std::string> json = transaction.find_policy(digest);
    if (!json) {
        throw Error(ErrorCode::argument,
                    "no overrun policy is registered as " + std::string(digest));
    }
    auto policy = std::make_shared<const OverrunPolicy>(overrun_policy_from_json(*json));
    if (policy->digest() != digest) {
        throw Error(ErrorCode::damaged, "the overrun policy registered as " + std::string(digest) +
                                            " has another digest, " + policy->digest());
    }
    policies_.insert_or_assign(std::string(digest), policy);
    sure_.emplace(digest);
    return policy;
}

} // namespace tertib
