// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "case_driver.hpp"

#include "event.hpp"
#include "guard.hpp"
#include "options.hpp"
#include "overlay.hpp"
#include "reply.hpp"
#include "roster.hpp"
#include "sop.hpp"
#include "store.hpp"

#include "tertib/base/error.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>

using namespace tertib::capi;

/// What a hook borrows.
struct tertib_driven_step {
    const tertib::DrivenStep* step;
    tertib_events events;
};

tertib_case_driver::tertib_case_driver(const tertib_store& of, const tertib_test_clock& by,
                                       const tertib::Sop& sop, tertib::DriverOptions options)
    : store(of.store),
      clock(by.clock),
      driver(*store, *clock, sop, std::move(options)) {
    driver.after_step([this](const tertib::DrivenStep& step) {
        written.insert(written.end(), step.events.begin(), step.events.end());
    });
}

namespace {

using tertib::Error;
using tertib::ErrorCode;

tertib::DriverOptions driver_options(const tertib_case_driver_options* options) {
    const auto own =
        own_options(options, tertib_case_driver_options TERTIB_CASE_DRIVER_OPTIONS_INIT,
                    "TERTIB_CASE_DRIVER_OPTIONS_INIT");
    tertib::DriverOptions made;
    if (own.overlay != nullptr) {
        made.overlay = own.overlay->overlay;
    }
    if (std::optional<tertib::Roster> roster = roster_of(own.posts, own.post_count)) {
        made.roster = std::make_shared<const tertib::Roster>(std::move(*roster));
    }
    made.excuse = text_of_c(own.excuse, "the excuse");
    return made;
}

/// A call that runs on a driver, none other meanwhile: a hook must not come back to it.
class RunningCall {
public:
    explicit RunningCall(tertib_case_driver& driver) : driver_(driver) {
        if (driver.busy) {
            throw Error(ErrorCode::argument, "a hook must not come back to its driver");
        }
        driver.busy = true;
        driver.written.clear();
    }
    RunningCall(const RunningCall&) = delete;
    RunningCall(RunningCall&&) = delete;
    RunningCall& operator=(const RunningCall&) = delete;
    RunningCall& operator=(RunningCall&&) = delete;
    ~RunningCall() { driver_.busy = false; }

private:
    tertib_case_driver& driver_;
};

/// Runs a call that drives a case, and gives the events that it wrote.
template <class Work>
tertib_status drive(tertib_case_driver* driver, const char* case_id, tertib_events** out,
                    tertib_error** error, const Work& work) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(driver, "driver");
        require(case_id, "case_id");
        const std::string id(text_of_c(case_id, "case_id"));
        const RunningCall call(*driver);
        run_until_ended([&] { work(*driver, id); }); // what was written by then counts
        if (out != nullptr) {
            *out = new_handle(events_of(driver->written, zone_of_case(*driver->store, id)));
        }
    });
}

/// The caller's hook as the library calls it.
tertib::StepHook hook_of(tertib::Store& store, tertib_step_hook hook, void* user_data) {
    return [&store, hook, user_data](const tertib::DrivenStep& step) {
        tertib_driven_step told{.step = &step, .events = {}};
        if (!step.events.empty()) {
            told.events = events_of(step.events, zone_of_case(store, step.case_id));
        }
        heed(hook(&told, user_data));
    };
}

/// Runs a call that adds a hook.
template <class Add>
tertib_status add_hook(tertib_case_driver* driver, tertib_step_hook hook, void* user_data,
                       void (*user_data_free)(void*), tertib_error** error, const Add& add) {
    return guarded(error, [&] {
        require(driver, "driver");
        if (hook == nullptr) {
            refuse_null("hook");
        }
        if (driver->busy) {
            throw Error(ErrorCode::argument, "a hook must not come back to its driver");
        }
        driver->user_data.reserve(driver->user_data.size() + 1);
        add(*driver);
        driver->user_data.emplace_back(user_data, user_data_free); // there is room: it can't fail
    });
}

} // namespace

void tertib_case_driver_options_init(tertib_case_driver_options* options) {
    if (options != nullptr) {
        *options = TERTIB_CASE_DRIVER_OPTIONS_INIT;
    }
}

tertib_status tertib_case_driver_create(tertib_store* store, tertib_test_clock* clock,
                                        const tertib_sop* sop,
                                        const tertib_case_driver_options* options,
                                        tertib_case_driver** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(store, "store");
        require(clock, "clock");
        require(sop, "sop");
        require(out, "out");
        *out =
            std::make_unique<tertib_case_driver>(*store, *clock, *sop->sop, driver_options(options))
                .release();
    });
}

tertib_status tertib_case_driver_sop(const tertib_case_driver* driver, tertib_sop** out,
                                     tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(driver, "driver");
        require(out, "out");
        *out = new_handle(tertib_sop(std::make_shared<const tertib::Sop>(driver->driver.sop())));
    });
}

void tertib_case_driver_free(tertib_case_driver* driver) {
    free_handle(driver);
}

const char* tertib_driven_step_case(const tertib_driven_step* step) {
    return step != nullptr ? step->step->case_id.c_str() : nullptr;
}

const char* tertib_driven_step_step(const tertib_driven_step* step) {
    return step != nullptr ? step->step->step.c_str() : nullptr;
}

const char* tertib_driven_step_outcome(const tertib_driven_step* step) {
    return step != nullptr ? step->step->outcome.c_str() : nullptr;
}

const char* tertib_driven_step_person(const tertib_driven_step* step) {
    return step != nullptr ? step->step->by.person.c_str() : nullptr;
}

const char* tertib_driven_step_as(const tertib_driven_step* step) {
    return step != nullptr ? step->step->by.as.c_str() : nullptr;
}

int64_t tertib_driven_step_now(const tertib_driven_step* step) {
    return step != nullptr ? step->step->now.time_since_epoch().count() : TERTIB_NO_TIME;
}

const tertib_events* tertib_driven_step_events(const tertib_driven_step* step) {
    return step != nullptr ? &step->events : nullptr;
}

tertib_status tertib_case_driver_before_step(tertib_case_driver* driver, tertib_step_hook hook,
                                             void* user_data, void (*user_data_free)(void*),
                                             tertib_error** error) {
    return add_hook(driver, hook, user_data, user_data_free, error, [&](tertib_case_driver& to) {
        to.driver.before_step(hook_of(*to.store, hook, user_data));
    });
}

tertib_status tertib_case_driver_after_step(tertib_case_driver* driver, tertib_step_hook hook,
                                            void* user_data, void (*user_data_free)(void*),
                                            tertib_error** error) {
    return add_hook(driver, hook, user_data, user_data_free, error, [&](tertib_case_driver& to) {
        to.driver.after_step(hook_of(*to.store, hook, user_data));
    });
}

tertib_status tertib_case_driver_start(tertib_case_driver* driver, const char* case_id,
                                       const char* waktu, const char* outcome,
                                       const tertib_step_orders* orders, tertib_events** out,
                                       tertib_error** error) {
    return drive(driver, case_id, out, error, [&](tertib_case_driver& at, const std::string& id) {
        const tertib::StartCase action{.waktu = std::string(text_of_c(waktu, "waktu")),
                                       .outcome = std::string(text_of_c(outcome, "outcome"))};
        (void)at.driver.start(id, action, orders_of(orders));
    });
}

tertib_status tertib_case_driver_complete(tertib_case_driver* driver, const char* case_id,
                                          const char* item, const tertib_step_orders* orders,
                                          tertib_events** out, tertib_error** error) {
    return drive(driver, case_id, out, error, [&](tertib_case_driver& at, const std::string& id) {
        require(item, "item");
        (void)at.driver.complete(id, text_of_c(item, "item"), orders_of(orders));
    });
}

tertib_status tertib_case_driver_walk(tertib_case_driver* driver, const char* case_id,
                                      const char* const* items, size_t count,
                                      const tertib_step_orders* last, tertib_events** out,
                                      tertib_error** error) {
    constexpr std::size_t most_items = 100'000;
    return drive(driver, case_id, out, error, [&](tertib_case_driver& at, const std::string& id) {
        const tertib::CasePath path(texts_of(items, count, most_items, "items"));
        (void)at.driver.walk(id, path, orders_of(last));
    });
}

tertib_status tertib_case_driver_act(tertib_case_driver* driver, const char* case_id,
                                     const char* action, size_t size,
                                     const tertib_step_orders* orders, tertib_events** out,
                                     tertib_error** error) {
    return drive(driver, case_id, out, error, [&](tertib_case_driver& at, const std::string& id) {
        at.written =
            at.driver.act(id, action_of(utf8_of(action, size, "the action")), orders_of(orders));
    });
}

tertib_status tertib_case_driver_ask(tertib_case_driver* driver, const char* case_id,
                                     const char* action, size_t size,
                                     const tertib_step_orders* orders, tertib_reply** out,
                                     tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return drive(driver, case_id, nullptr, error,
                 [&](tertib_case_driver& at, const std::string& id) {
                     require(out, "out");
                     auto reply = std::make_unique<tertib_reply>();
                     reply->take(at.driver.ask(id, action_of(utf8_of(action, size, "the action")),
                                               orders_of(orders)));
                     *out = reply.release();
                 });
}
