// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "case_driver.hpp"

#include "calendar.hpp"
#include "guard.hpp"
#include "options.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/run/command_json.hpp"

#include <optional>
#include <string>
#include <utility>

namespace tertib::capi {
namespace {

constexpr std::size_t most_texts = 10'000;

std::optional<Actor> actor_of(const tertib_step_orders& own) {
    if (own.by == nullptr && own.as == nullptr) {
        return std::nullopt;
    }
    return Actor{.person = std::string(text_of_c(own.by, "by")),
                 .as = std::string(text_of_c(own.as, "as"))};
}

} // namespace

std::vector<std::string> texts_of(const char* const* texts, std::size_t count, std::size_t most,
                                  const char* name) {
    if (count > 0) {
        require(texts, name);
    }
    if (count > most) {
        throw Error(ErrorCode::limit,
                    std::string(name) + " has more than " + std::to_string(most) + " texts");
    }
    std::vector<std::string> made;
    made.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        require(texts[i], name);
        made.emplace_back(text_of_c(texts[i], name));
    }
    return made;
}

StepOrders orders_of(const tertib_step_orders* orders) {
    const auto own =
        own_options(orders, tertib_step_orders TERTIB_STEP_ORDERS_INIT, "TERTIB_STEP_ORDERS_INIT");
    StepOrders made{.by = actor_of(own),
                    .produk = {},
                    .target = {},
                    .missing = texts_of(own.missing, own.missing_count, most_texts, "missing"),
                    .excuse = std::string(text_of_c(own.excuse, "the excuse")),
                    .result = std::string(text_of_c(own.result, "the result")),
                    .reason = std::string(text_of_c(own.reason, "the reason")),
                    .dasar = std::string(text_of_c(own.dasar, "the dasar")),
                    .at = {}};
    if (own.produk != nullptr || own.produk_count > 0) {
        made.produk = texts_of(own.produk, own.produk_count, most_texts, "produk");
    }
    if (own.target != nullptr) {
        made.target = std::string(text_of_c(own.target, "the target"));
    }
    if (own.at != TERTIB_NO_TIME) {
        made.at = require_instant(own.at, "at");
    }
    return made;
}

Action action_of(std::string_view json) {
    const std::string_view text = trim(json);
    if (!text.starts_with('{')) {
        throw Error(ErrorCode::format, "an action is a JSON object with a verb and its members");
    }
    // What the driver itself says of every command; a member that is there twice is refused.
    std::string whole =
        R"({"schema": "tertib.command/1", "case": "-", "now": "1970-01-01T00:00:00Z")";
    const std::string_view members = trim(text.substr(1));
    whole += members.starts_with('}') ? "" : ", ";
    whole += members;
    Command command = command_from_json(whole, wib());
    if (!command.by.person.empty() || !command.by.as.empty() || command.at ||
        !command.reason.empty() || !command.dasar.empty()) {
        throw Error(ErrorCode::argument,
                    "who acts, when and on what grounds is said in the orders, not in the action");
    }
    return std::move(command.action);
}

} // namespace tertib::capi

void tertib_step_orders_init(tertib_step_orders* orders) {
    if (orders != nullptr) {
        *orders = TERTIB_STEP_ORDERS_INIT;
    }
}
