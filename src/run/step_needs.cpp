// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/step_needs.hpp"

#include "run/same_text.hpp"

#include <algorithm>

namespace tertib {

std::vector<std::string> posts_of(const Sop& sop, const Step& step) {
    std::vector<std::string> posts;
    for (const Mark& mark : step.marks) {
        const std::string& post = sop.pelaksana_name(mark.pelaksana);
        if (std::ranges::find(posts, post) == posts.end()) {
            posts.push_back(post);
        }
    }
    return posts;
}

std::vector<std::string> posts_for(const ReadySop& sop, const Task& task) {
    std::vector<std::string> posts = posts_of(sop.sop(), sop.sop().steps()[task.step]);
    if (!task.pelaksana.empty()) {
        posts = {task.pelaksana};
    } else if (posts.empty()) {
        posts.assign(sop.sop().pelaksana().begin(), sop.sop().pelaksana().end());
    }
    posts.insert(posts.end(), task.escalated_to.begin(), task.escalated_to.end());
    return posts;
}

std::vector<std::string> posts_left(const Sop& sop, const Step& step,
                                    const std::vector<std::string>& done_by) {
    std::vector<std::string> left = posts_of(sop, step);
    std::erase_if(left, [&](const std::string& post) {
        return std::ranges::any_of(done_by,
                                   [&](const std::string& done) { return same_text(done, post); });
    });
    return left;
}

std::vector<std::uint32_t> owed_kelengkapan(const ReadySop& sop, const CaseState& state,
                                            std::uint32_t step) {
    std::vector<std::uint32_t> owed;
    for (const OwnKelengkapan& own : sop.own_kelengkapan(step)) {
        const StepRecord& maker = state.steps[own.from];
        const bool left_out = sop.sop().steps()[own.from].optional.has_value() && maker.skips > 0 &&
                              maker.completions == 0;
        if (!left_out && !std::ranges::binary_search(maker.produk, own.produk)) {
            owed.push_back(own.kelengkapan);
        }
    }
    return owed;
}

} // namespace tertib
