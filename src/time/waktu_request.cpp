// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/waktu_request.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "time/ascii.hpp"

#include <charconv>
#include <cstdint>
#include <string>
#include <system_error>

namespace tertib {
namespace {

[[noreturn]] void refuse(std::string_view part, const std::string& why) {
    throw Error(ErrorCode::argument, "\"" + std::string(part) + "\" " + why);
}

Instant exact_moment(std::string_view text, std::string_view part, Zone zone) {
    const auto stamp = read_stamp(trim(text), zone);
    if (!stamp || stamp->earliest != stamp->latest) {
        refuse(part, "needs two moments such as 2025-05-06T14:00/2025-05-08T09:00");
    }
    return stamp->earliest;
}

/// jeda FROM/UNTIL
ClockStop read_stop(std::string_view part, Zone zone) {
    constexpr std::string_view word = "jeda";
    const std::string_view inside = trim(part);
    const std::size_t slash = inside.find('/');
    if (!ascii::equal(inside.substr(0, word.size()), word) || slash == inside.npos) {
        refuse(part, "is no clock stop such as {jeda 2025-05-06T14:00/2025-05-08T09:00}");
    }
    const ClockStop stop{exact_moment(inside.substr(word.size(), slash - word.size()), part, zone),
                         exact_moment(inside.substr(slash + 1), part, zone)};
    if (stop.until < stop.from) {
        refuse(part, "ends before it begins");
    }
    return stop;
}

/// N, or N and what is counted.
std::int64_t read_items(std::string_view part) {
    const std::string_view inside = trim(part);
    std::int64_t items = -1;
    const auto [stop, problem] =
        std::from_chars(inside.data(), inside.data() + inside.size(), items);
    const std::string_view rest = inside.substr(static_cast<std::size_t>(stop - inside.data()));
    if (problem != std::errc{} || items < 0 || (!rest.empty() && rest.front() != ' ')) {
        refuse(part, "is no number of items such as [4 berkas]");
    }
    return items;
}

/// A minus sign, the hyphen's or the mathematical one, right before a digit.
std::size_t minus_length(std::string_view text) {
    for (const std::string_view sign : {std::string_view("-"), std::string_view("\u2212")}) {
        if (text.starts_with(sign) && text.size() > sign.size() &&
            ascii::digit(text[sign.size()])) {
            return sign.size();
        }
    }
    return 0;
}

} // namespace

WaktuRequest read_waktu_request(std::string_view text, Zone zone, WaktuPolicy policy) {
    WaktuRequest request;
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const char open = text[at];
        if (open != '{' && open != '[') {
            plain += text[at++];
            continue;
        }
        const std::size_t close = text.find(open == '{' ? '}' : ']', at);
        if (close == text.npos) {
            refuse(text.substr(at), "isn't closed");
        }
        const std::string_view inside = text.substr(at + 1, close - at - 1);
        if (open == '{') {
            request.options.stops.push_back(read_stop(inside, zone));
        } else if (request.options.items) {
            refuse(inside, "is a second number of items");
        } else {
            request.options.items = read_items(inside);
        }
        at = close + 1;
    }
    const std::string_view written = trim(plain);
    const std::size_t minus = minus_length(written);
    request.options.direction = minus != 0 ? TimeDirection::backward : TimeDirection::forward;
    WaktuReading reading = read_waktu(written.substr(minus), policy);
    request.waktu = std::move(reading.waktu);
    request.findings = std::move(reading.findings);
    return request;
}

} // namespace tertib
