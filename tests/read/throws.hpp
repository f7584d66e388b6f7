// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catch.hpp"
#include "tertib/base/error.hpp"

#include <optional>
#include <string>

/// The Error that a call throws; fails the test if it throws none.
template <typename Call>
tertib::Error error_of(Call call) {
    std::optional<tertib::Error> caught;
    try {
        call();
    } catch (const tertib::Error& error) {
        caught = error;
    }
    REQUIRE(caught.has_value());
    return *caught;
}

/// True if the error's sentence holds the words.
inline bool says(const tertib::Error& error, const std::string& words) {
    return std::string(error.what()).find(words) != std::string::npos;
}
