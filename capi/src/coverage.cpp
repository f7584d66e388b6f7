// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/coverage.hpp"

#include "guard.hpp"
#include "sop.hpp"
#include "store.hpp"

#include "tertib/testkit/coverage_json.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace tertib::capi;

/// A coverage with the texts that C borrows.
struct tertib_coverage {
    tertib::Coverage coverage;
    std::vector<std::string> steps_never;
    std::vector<std::string> flows_never;
    BothTexts text;
};

namespace {

tertib_coverage* told(tertib::Coverage coverage) {
    tertib_coverage made{
        .coverage = std::move(coverage), .steps_never = {}, .flows_never = {}, .text = {}};
    made.steps_never = made.coverage.steps_never();
    made.flows_never = made.coverage.flows_never();
    made.text = {.id = text(made.coverage, tertib::Language::id),
                 .en = text(made.coverage, tertib::Language::en)};
    return new_handle(std::move(made));
}

} // namespace

tertib_status tertib_sop_coverage(const tertib_sop* sop, tertib_store* store, tertib_coverage** out,
                                  tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(store, "store");
        require(out, "out");
        *out = told(tertib::coverage_of(*sop->sop, *store->store));
    });
}

tertib_status tertib_coverage_merge(const tertib_coverage* one, const tertib_coverage* other,
                                    tertib_coverage** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(one, "one");
        require(other, "other");
        require(out, "out");
        *out = told(tertib::merged(one->coverage, other->coverage));
    });
}

uint32_t tertib_coverage_percent(const tertib_coverage* coverage) {
    return coverage != nullptr ? coverage->coverage.percent() : 0;
}

uint64_t tertib_coverage_case_count(const tertib_coverage* coverage) {
    return coverage != nullptr ? coverage->coverage.cases : 0;
}

size_t tertib_coverage_step_never_count(const tertib_coverage* coverage) {
    return coverage != nullptr ? coverage->steps_never.size() : 0;
}

const char* tertib_coverage_step_never_at(const tertib_coverage* coverage, size_t index) {
    return coverage != nullptr ? text_at(coverage->steps_never, index) : nullptr;
}

size_t tertib_coverage_flow_never_count(const tertib_coverage* coverage) {
    return coverage != nullptr ? coverage->flows_never.size() : 0;
}

const char* tertib_coverage_flow_never_at(const tertib_coverage* coverage, size_t index) {
    return coverage != nullptr ? text_at(coverage->flows_never, index) : nullptr;
}

const char* tertib_coverage_text(const tertib_coverage* coverage, int32_t language) {
    return coverage != nullptr ? coverage->text.in(language) : nullptr;
}

tertib_status tertib_coverage_to_json(const tertib_coverage* coverage, tertib_buf* out,
                                      tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(coverage, "coverage");
        require(out, "out");
        fill(out, tertib::to_json(coverage->coverage));
    });
}

void tertib_coverage_free(tertib_coverage* coverage) {
    free_handle(coverage);
}
