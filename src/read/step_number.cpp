// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/step_number.hpp"

#include "read/list_text.hpp"
#include "tertib/base/text.hpp"
#include "tertib/model/flow.hpp"

#include <algorithm>
#include <charconv>

namespace tertib {

bool is_step_number(std::string_view cell) {
    std::string text = one_line(cell);
    std::erase_if(text, [](char c) { return c == '.' || c == ')' || c == '(' || c == '-'; });
    constexpr std::size_t longest = 6;
    if (text.empty() || text.size() > longest) {
        return false;
    }
    const bool digit = text.front() >= '0' && text.front() <= '9';
    const bool letter = text.size() == 1 &&
                        ((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z'));
    const bool coded = text.size() > 1 && text.find_first_of("0123456789") != text.npos &&
                       std::ranges::none_of(text, [](char c) { return c == ' '; });
    return digit || letter || coded || text.find_first_not_of("IVXLC") == text.npos;
}

std::uint64_t step_number(std::string_view cell) {
    const std::string_view digits = trim(cell);
    std::uint64_t value = 0;
    const auto [stop, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return problem == std::errc{} ? value : 0;
}

std::string step_key(std::string_view cell) {
    std::string key = one_line(cell);
    std::erase_if(key, [](char c) { return c == '(' || c == ')' || c == ' '; });
    while (key.ends_with('.')) {
        key.pop_back();
    }
    const bool gateway =
        key.size() > 1 && key[0] == 'g' && key.find_first_not_of("0123456789", 1) == key.npos;
    return key == start_node || key == end_node || gateway ? std::string() : key;
}

} // namespace tertib
