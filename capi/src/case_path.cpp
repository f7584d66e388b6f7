// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/case_path.hpp"

#include "guard.hpp"
#include "options.hpp"
#include "sop.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace tertib::capi;

namespace {

/// A path with the texts that C borrows; `items` point into it, to texts that stay where they are
/// when it is moved.
struct BorrowedPath {
    tertib::CasePath path;
    std::vector<const char*> items;
    std::string text;
};

} // namespace

struct tertib_paths {
    std::vector<BorrowedPath> list;
};

namespace {

tertib::CasePathOptions path_options(const tertib_paths_options* options) {
    const auto own = own_options(options, tertib_paths_options TERTIB_PATHS_OPTIONS_INIT,
                                 "TERTIB_PATHS_OPTIONS_INIT");
    tertib::CasePathOptions made;
    set_limit(made.max_visits, own.max_visits);
    set_limit(made.max_paths, own.max_paths);
    set_limit(made.max_moves, own.max_moves);
    return made;
}

tertib_paths borrowed(std::vector<tertib::CasePath> paths) {
    tertib_paths made;
    made.list.reserve(paths.size());
    for (tertib::CasePath& path : paths) {
        BorrowedPath& kept = made.list.emplace_back();
        kept.text = text(path);
        kept.path = std::move(path);
        kept.items.reserve(kept.path.items.size());
        for (const std::string& item : kept.path.items) {
            kept.items.push_back(item.c_str());
        }
    }
    return made;
}

} // namespace

void tertib_paths_options_init(tertib_paths_options* options) {
    if (options != nullptr) {
        *options = TERTIB_PATHS_OPTIONS_INIT;
    }
}

tertib_status tertib_sop_paths(const tertib_sop* sop, const tertib_paths_options* options,
                               tertib_paths** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(out, "out");
        *out = new_handle(borrowed(tertib::paths_of(*sop->sop, path_options(options))));
    });
}

size_t tertib_paths_count(const tertib_paths* paths) {
    return paths != nullptr ? paths->list.size() : 0;
}

const char* const* tertib_paths_items_at(const tertib_paths* paths, size_t index, size_t* count) {
    const bool there = index < tertib_paths_count(paths);
    if (count != nullptr) {
        *count = there ? paths->list[index].items.size() : 0;
    }
    return there ? paths->list[index].items.data() : nullptr;
}

const char* tertib_paths_text_at(const tertib_paths* paths, size_t index) {
    return index < tertib_paths_count(paths) ? paths->list[index].text.c_str() : nullptr;
}

void tertib_paths_free(tertib_paths* paths) {
    free_handle(paths);
}
