// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/limit.hpp"

#include "read/throws.hpp"

using namespace tertib;

TEST_CASE("a passed limit names itself, its value and the row") {
    const Error error =
        error_of([] { limit_passed("max_columns", 3, "columns", {.file = {}, .row = 7}); });
    CHECK(error.code() == ErrorCode::limit);
    CHECK(std::string(error.what()) ==
          "the document, row 7, has more than 3 columns (limit max_columns)");
    CHECK(error.position().row == 7);
}
