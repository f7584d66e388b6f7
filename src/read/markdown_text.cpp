// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/markdown_text.hpp"

#include "read/markup.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tertib {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

/// Letters, digits and every byte of a character beyond ASCII.
bool is_word(char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

bool is_punctuation(char c) {
    return c > ' ' && c < 0x7F && !is_word(c);
}

class InlineReader {
public:
    explicit InlineReader(std::string_view source) : source_(source) {
        out_.reserve(source.size());
    }

    std::string read() {
        while (at_ < source_.size()) {
            step();
        }
        std::ranges::sort(removed_, {}, &Piece::start);
        std::string text;
        std::size_t from = 0;
        for (const Piece& piece : removed_) {
            text.append(out_, from, piece.start - from);
            from = piece.start + piece.size;
        }
        return text.append(out_, from);
    }

private:
    struct Piece {
        std::size_t start = 0; ///< in out_
        std::size_t size = 0;
    };

    /// A run of emphasis marks that may begin an emphasis.
    struct Opener {
        char mark = '*';
        Piece run;
    };

    void step() {
        const char c = source_[at_];
        if (c == '\\' && at_ + 1 < source_.size() && is_punctuation(source_[at_ + 1])) {
            out_ += source_[at_ + 1];
            at_ += 2;
        } else if (c == '*' || c == '_') {
            emphasis();
        } else if (c == '`') {
            code();
        } else if (c == '[') {
            const bool picture = !out_.empty() && out_.back() == '!';
            bracket_ = Piece{out_.size() - (picture ? 1 : 0), picture ? 2U : 1U};
            out_ += c;
            ++at_;
        } else if (c == ']') {
            link();
        } else {
            out_ += c;
            ++at_;
        }
    }

    [[nodiscard]] std::size_t run_length() const {
        const std::size_t end = source_.find_first_not_of(source_[at_], at_);
        return std::min(end, source_.size()) - at_;
    }

    void emphasis() {
        const char mark = source_[at_];
        const Piece run{out_.size(), run_length()};
        const char before = at_ > 0 ? source_[at_ - 1] : ' ';
        const char after = at_ + run.size < source_.size() ? source_[at_ + run.size] : ' ';
        out_.append(run.size, mark);
        at_ += run.size;
        // Inside a word "_" is a letter like others: nomor_sop.
        const bool opens = !is_blank(after) && (mark == '*' || !is_word(before));
        const bool closes = !is_blank(before) && (mark == '*' || !is_word(after));
        if (closes && close_emphasis(mark, run)) {
            return;
        }
        if (opens) {
            openers_.push_back({mark, run});
        }
    }

    /// Removes the marks of this run with those of the openers that it closes, innermost first.
    bool close_emphasis(char mark, const Piece& run) {
        std::size_t left = run.size;
        while (left > 0 && !openers_.empty() && openers_.back().mark == mark &&
               openers_.back().run.size <= left) {
            removed_.push_back(openers_.back().run);
            removed_.push_back({run.start + run.size - left, openers_.back().run.size});
            left -= openers_.back().run.size;
            openers_.pop_back();
        }
        return left < run.size;
    }

    /// `code`: its inside is kept as it is. A run of marks without its like is text.
    void code() {
        const std::size_t size = run_length();
        const std::string marks(size, '`');
        const std::size_t start = at_ + size;
        // After many runs without their like the text is hostile: time must stay linear.
        for (std::size_t close = failures_ > most_failures ? npos : source_.find(marks, start);
             close != npos; close = source_.find(marks, close)) {
            std::size_t end = source_.find_first_not_of('`', close);
            end = std::min(end, source_.size());
            if (end - close == size) {
                out_ += source_.substr(start, close - start);
                at_ = end;
                return;
            }
            close = end;
        }
        out_ += marks;
        at_ = start;
        ++failures_;
    }

    /// At a "]": "[text](target)" leaves its text. Targets have no blanks or brackets.
    void link() {
        const std::size_t target = at_ + 2;
        std::size_t end = npos;
        if (bracket_ && source_.substr(at_).starts_with("](")) {
            end = source_.find_first_of(" \t\n()[]<>", target);
        }
        if (end == npos || source_[end] != ')') {
            out_ += source_[at_++];
            return;
        }
        removed_.push_back(*bracket_);
        bracket_.reset();
        at_ = end + 1;
    }

    static constexpr std::size_t most_failures = 32;

    std::string_view source_;
    std::size_t at_ = 0;
    std::string out_;
    std::vector<Piece> removed_;
    std::vector<Opener> openers_;
    std::optional<Piece> bracket_; ///< the last "[" or "![" that is still open
    std::size_t failures_ = 0;
};

} // namespace

std::string markdown_text(std::string_view markdown) {
    return strip_markup(InlineReader(markdown).read());
}

} // namespace tertib
