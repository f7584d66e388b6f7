// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/memory.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("what a transaction in memory wrote without committing is taken back") {
    const std::unique_ptr<Database> database = open_memory();
    {
        const auto kept = database->begin(Access::write);
        kept->put_sop("a", "{}");
        kept->put_key(
            "k", {.receipt = {.case_id = "K-1", .first = 1, .last = 1, .hash = {}}, .asked = "x"});
        kept->commit();
    }
    {
        const auto dropped = database->begin(Access::write);
        dropped->put_sop("b", "{}");
        dropped->add_event({.case_id = "K-1", .number = 1, .sealed = {.data = "d", .body = "b"}});
        dropped->erase_body("K-1", 1);
        CHECK(dropped->find_event("K-1", 1)->sealed.body.empty());
    }
    const auto after = database->begin(Access::read);
    CHECK(after->sops() == std::vector<std::string>{"a"});
    CHECK_FALSE(after->find_event("K-1", 1));
    CHECK(after->find_key("k")->asked == "x");
}

TEST_CASE("a document that is registered already stays as it is") {
    const std::unique_ptr<Database> database = open_memory();
    const auto transaction = database->begin(Access::write);
    transaction->put_calendar("a", "first");
    transaction->put_calendar("a", "second");
    CHECK(transaction->find_calendar("a") == "first");
}
