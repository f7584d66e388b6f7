// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "scratch.hpp"

#include "catch.hpp"

#include <filesystem>

using namespace tertib;

TEST_CASE("a scratch folder gives back the files stored in it, and is removed with them") {
    std::string path;
    {
        const ScratchFolder folder;
        path = folder.path("x.db");
        const DatabaseFiles files = {{"", std::string("a\0b", 3)}, {"-wal", ""}};
        store_files(path, files);
        CHECK(load_files(path) == files);
        store_files(path, {{"-journal", "j"}});
        CHECK(load_files(path) == DatabaseFiles{{"-journal", "j"}});
    }
    CHECK_FALSE(std::filesystem::exists(std::filesystem::path(path).parent_path()));
}
