// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/post_prefix.hpp"

#include "tertib/base/text.hpp"
#include "time/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tertib {
namespace {

struct KnownPrefix {
    std::string_view text;
    PostKind kind;
};

// Longer ones first: "plt." before "plt".
constexpr std::array known_prefixes = std::to_array<KnownPrefix>({
    {"p.l.t.", PostKind::plt},
    {"plt.", PostKind::plt},
    {"plt ", PostKind::plt},
    {"p.l.h.", PostKind::plh},
    {"plh.", PostKind::plh},
    {"plh ", PostKind::plh},
    {"a.n.", PostKind::an},
    {"a.n ", PostKind::an},
    {"an.", PostKind::an},
    {"u.b.", PostKind::ub},
    {"u.b ", PostKind::ub},
    {"ub.", PostKind::ub},
});

} // namespace

PrefixedName read_post_prefix(std::string_view text) noexcept {
    text = trim(text);
    for (const KnownPrefix& prefix : known_prefixes) {
        const std::string_view name = trim(text.substr(std::min(text.size(), prefix.text.size())));
        if (!name.empty() && ascii::equal(text.substr(0, prefix.text.size()), prefix.text)) {
            return {prefix.kind, name};
        }
    }
    return {PostKind::definitive, text};
}

} // namespace tertib
