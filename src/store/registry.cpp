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

std::shared_ptr<const ReadySop> Registry::sop(Transaction& transaction, std::string_view digest) {
    if (const auto known = sops_.find(digest); known != sops_.end()) {
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
    sops_.emplace(digest, ready);
    return ready;
}

std::shared_ptr<const Calendar> Registry::calendar(Transaction& transaction,
                                                   std::string_view digest) {
    if (const auto known = calendars_.find(digest); known != calendars_.end()) {
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
    calendars_.emplace(digest, calendar);
    return calendar;
}

std::shared_ptr<const OverrunPolicy> Registry::policy(Transaction& transaction,
                                                      std::string_view digest) {
    if (digest.empty()) {
        return nullptr;
    }
    if (const auto known = policies_.find(digest); known != policies_.end()) {
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
    policies_.emplace(digest, policy);
    return policy;
}

} // namespace tertib
