// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/xml_window.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <cstring>
#include <span>
#include <string_view>
#include <utility>

namespace tertib {
namespace {

constexpr std::size_t first_size = std::size_t{256} << 10;
constexpr std::size_t least_piece = std::size_t{64} << 10;

/// A byte that begins a character, not one that goes on with it.
bool begins_character(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

std::int64_t characters(const char* from, const char* to) {
    return std::count_if(from, to, begins_character);
}

/// How many bytes the character has that this byte begins; 1 for one that can't.
std::size_t length_by(char lead) noexcept {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF8 ? 4 : 1;
}

/// The first byte that isn't ASCII, or the end.
const char* pass_ascii(const char* at, const char* end) noexcept {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    while (end - at >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        if ((word & high_bits) != 0) {
            break;
        }
        at += 8;
    }
    return std::find_if(at, end, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

} // namespace

XmlWindow::XmlWindow(ByteSource source, std::size_t max_token)
    : source_(std::move(source)),
      max_token_(max_token),
      buffer_(first_size + 1) {
    at_ = buffer_.data();
    end_ = at_;
    here_.line_begin = at_;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    while (end_ - at_ < 4 && more()) {
    }
    const std::string_view front(at_, static_cast<std::size_t>(end_ - at_));
    if (front.starts_with(byte_order_mark)) {
        at_ += byte_order_mark.size();
        here_.line_begin = at_;
    }
}

/// Moves what isn't taken yet to the buffer's front, and makes room behind it.
void XmlWindow::keep_rest() {
    const auto kept = static_cast<std::size_t>(end_ - at_);
    if (kept > max_token_) {
        refuse(ErrorCode::limit, at_,
               "what begins here has more than " + std::to_string(max_token_) +
                   " bytes (limit max_tag)");
    }
    here_.columns_before += characters(here_.line_begin, at_);
    std::memmove(buffer_.data(), at_, kept);
    if (kept > buffer_.size() / 2) {
        buffer_.resize(2 * buffer_.size());
    }
    at_ = buffer_.data();
    end_ = at_ + kept;
    here_.line_begin = at_;
    std::copy_n(torn_bytes_.begin(), torn_, buffer_.begin() + (end_ - at_));
}

/// Makes what came as far as it is whole characters part of the window.
void XmlWindow::check(const char* from) {
    const char* const stop = from + torn_;
    const char* at = pass_ascii(from, stop);
    while (at < stop) {
        const std::size_t length = length_by(*at);
        const auto there = static_cast<std::size_t>(stop - at);
        if (there < length && more_) {
            break;
        }
        if (!is_utf8({at, std::min(length, there)})) {
            end_ = at;
            refuse(ErrorCode::format, at, "the bytes here are no UTF-8");
        }
        at = pass_ascii(at + length, stop);
    }
    end_ = at;
    torn_ = static_cast<std::size_t>(stop - at);
    std::copy_n(at, torn_, torn_bytes_.begin());
    buffer_[static_cast<std::size_t>(end_ - buffer_.data())] = '\0';
}

bool XmlWindow::more() {
    if (!more_) {
        return false;
    }
    keep_rest();
    // In pieces large enough that what waits isn't gone through for each few bytes of a pipe.
    const auto used = static_cast<std::size_t>(end_ - at_) + torn_;
    std::size_t got = 0;
    while (more_ && got < least_piece && used + got < buffer_.size() - 1) {
        const std::size_t filled = used + got;
        const std::size_t piece =
            source_(std::span(buffer_).subspan(filled, buffer_.size() - 1 - filled));
        more_ = piece > 0;
        got += piece;
    }
    bytes_ += got;
    torn_ += got;
    check(end_);
    return got > 0;
}

void XmlWindow::pass(const char* to) noexcept {
    for (const char* line = std::find(at_, to, '\n'); line != to;
         line = std::find(line + 1, to, '\n')) {
        begin_line(line + 1);
    }
    at_ = to;
}

Position XmlWindow::position(const Mark& mark, const char* place) {
    Position found{.file = {}, .row = mark.line, .column = mark.columns_before + 1};
    const char* begin = mark.line_begin;
    for (const char* line = std::find(begin, place, '\n'); line != place;
         line = std::find(line + 1, place, '\n')) {
        begin = line + 1;
        ++found.row;
        found.column = 1;
    }
    found.column += characters(begin, place);
    return found;
}

void XmlWindow::refuse(ErrorCode code, const Position& where, const std::string& reason) {
    throw Error(code,
                "line " + std::to_string(where.row) + ", column " + std::to_string(where.column) +
                    ": " + reason,
                where);
}

void XmlWindow::refuse(ErrorCode code, const char* place, const std::string& reason) const {
    refuse(code, position(here_, place), reason);
}

} // namespace tertib
