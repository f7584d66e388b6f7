// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "test_clock.hpp"

#include "tertib/run/command.hpp"
#include "tertib/store/store.hpp"
#include "tertib/tertib_experimental.h"
#include "tertib/testkit/case_driver.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tertib::capi {

/// What a hook of the caller's was given, let go of in the end.
class UserData {
public:
    UserData(void* data, void (*release)(void*)) noexcept : data_(data), release_(release) {}
    UserData(const UserData&) = delete;
    UserData(UserData&& other) noexcept
        : data_(other.data_),
          release_(std::exchange(other.release_, nullptr)) {}
    UserData& operator=(const UserData&) = delete;
    UserData& operator=(UserData&&) = delete;
    ~UserData() {
        if (release_ != nullptr) {
            release_(data_);
        }
    }

private:
    void* data_;
    void (*release_)(void*);
};

/// The caller's orders as of today; throws as own_options() does, and for what can't be meant.
[[nodiscard]] StepOrders orders_of(const tertib_step_orders* orders);
/// `count` texts, none of them NULL.
[[nodiscard]] std::vector<std::string> texts_of(const char* const* texts, std::size_t count,
                                                std::size_t most, const char* name);
/// The action of a "tertib.command/1" that has a verb and its members alone.
[[nodiscard]] Action action_of(std::string_view json);

} // namespace tertib::capi

/// Keeps what its driver borrows; stays where it is, since its hooks know it by its place.
struct tertib_case_driver {
    tertib_case_driver(const tertib_store& store, const tertib_test_clock& clock,
                       const tertib::Sop& sop, tertib::DriverOptions options);
    tertib_case_driver(const tertib_case_driver&) = delete;
    tertib_case_driver(tertib_case_driver&&) = delete;
    tertib_case_driver& operator=(const tertib_case_driver&) = delete;
    tertib_case_driver& operator=(tertib_case_driver&&) = delete;
    ~tertib_case_driver() = default;

    std::shared_ptr<tertib::Store> store;
    std::shared_ptr<tertib::TestClock> clock;
    std::vector<tertib::Event> written; ///< by the call that runs
    bool busy = false;                  ///< a call runs
    std::vector<tertib::capi::UserData> user_data;
    tertib::CaseDriver driver;
};
