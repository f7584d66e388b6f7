// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "page.hpp"

#include "printable.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>

namespace tertib::tool {
namespace {

/// Select Graphic Rendition of ECMA-48.
std::string_view sequence_of(Tone tone) {
    switch (tone) {
    case Tone::plain: return "";
    case Tone::strong: return "\x1b[1m";
    case Tone::good: return "\x1b[32m";
    case Tone::bad: return "\x1b[1;31m";
    case Tone::attention: return "\x1b[33m";
    case Tone::faint: return "\x1b[2m";
    }
    return "";
}

std::size_t room(const Terminal& terminal, std::size_t indent) {
    return std::max<std::size_t>(20, terminal.width - std::min(terminal.width, indent));
}

} // namespace

std::string Page::painted(std::string_view text, Tone tone) const {
    if (!terminal_.colour || tone == Tone::plain || text.empty()) {
        return std::string(text);
    }
    return std::string(sequence_of(tone)) + std::string(text) + "\x1b[0m";
}

void Page::line(std::string_view text, std::size_t indent, Tone tone) {
    if (!text.empty()) {
        out_.append(indent, ' ');
        out_ += painted(text, tone);
    }
    out_ += '\n';
}

void Page::heading(std::string_view text, Tone tone) {
    if (!out_.empty()) {
        blank();
    }
    paragraph(text, 0, tone);
}

void Page::paragraph(std::string_view text, std::size_t indent, Tone tone) {
    for (const std::string& each : wrapped(printable(text), room(terminal_, indent))) {
        line(each, indent, tone);
    }
}

void Page::item(std::string_view tag, std::string_view text, std::size_t indent, Tone tone) {
    const std::string safe = printable(tag);
    const std::size_t hanging = indent + display_width(safe) + 2;
    const std::vector<std::string> lines = wrapped(printable(text), room(terminal_, hanging));
    out_.append(indent, ' ');
    out_ += painted(safe, tone) + "  " + lines.front() + "\n";
    for (std::size_t i = 1; i < lines.size(); ++i) {
        line(lines[i], hanging, Tone::plain);
    }
}

void Page::table(TextTable table, std::size_t indent) {
    for (std::string& cell : table.header) {
        cell = printable(cell);
    }
    for (std::vector<std::string>& row : table.rows) {
        for (std::string& cell : row) {
            cell = printable(cell);
        }
    }
    const TableLines lines = lines_of(table, room(terminal_, indent));
    for (const std::string& each : lines.header) {
        line(each, indent, Tone::strong);
    }
    for (const std::string& each : lines.body) {
        line(each, indent, Tone::plain);
    }
}

} // namespace tertib::tool
