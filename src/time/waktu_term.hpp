// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "time/waktu_parser.hpp"

namespace tertib::scan {

/// A place among tokens, and the end that the reading must not pass. Cheap to copy; a copy is
/// how one looks ahead.
class Cursor {
public:
    Cursor(std::string_view text, std::span<const Token> tokens)
        : text_(text),
          tokens_(tokens),
          end_(tokens.size() - 1) {}

    [[nodiscard]] const Token& token() const noexcept { return tokens_[at_]; }
    /// The kind of this token or one after it; `end` at the end of what may be read.
    [[nodiscard]] Kind kind(std::size_t ahead = 0) const noexcept {
        return at_ + ahead < end_ ? tokens_[at_ + ahead].kind : Kind::end;
    }
    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    [[nodiscard]] std::string_view spelling() const noexcept {
        return text_.substr(token().begin, token().end - token().begin);
    }
    /// What was written from here to the end.
    [[nodiscard]] std::string_view text_to_end() const noexcept {
        const std::size_t end = at_ < end_ ? tokens_[end_ - 1].end : token().begin;
        return text_.substr(token().begin, end - token().begin);
    }

    void advance() noexcept { at_ += at_ < end_ ? 1 : 0; }
    void go_to_end() noexcept { at_ = end_; }

    /// These four are asked at an open parenthesis only.
    [[nodiscard]] bool closed() const noexcept {
        return tokens_[token().partner].kind != Kind::end;
    }
    [[nodiscard]] Cursor inside_parenthesis() const noexcept {
        Cursor inside = *this;
        inside.at_ = at_ + 1;
        inside.end_ = token().partner;
        return inside;
    }
    [[nodiscard]] Cursor behind_parenthesis() const noexcept {
        Cursor behind = *this;
        behind.leave_parenthesis();
        return behind;
    }
    void leave_parenthesis() noexcept {
        at_ = token().partner;
        advance();
    }

    [[nodiscard]] bool has_parenthesis() const noexcept {
        for (std::size_t at = at_; at < end_; ++at) {
            if (tokens_[at].kind == Kind::open_parenthesis) {
                return true;
            }
        }
        return false;
    }

private:
    std::string_view text_;
    std::span<const Token> tokens_;
    std::size_t at_ = 0;
    std::size_t end_;
};

/// What one term says: an amount or a range with its unit. "1 atau 2 hari" shares its unit and
/// gives two terms.
struct TermReading {
    std::vector<Term> terms;
    bool approximate = false;
    bool least = false;
    std::vector<Remark> remarks;
    std::string_view failure;
};
[[nodiscard]] TermReading read_term(Cursor& cursor, WaktuPolicy policy);

/// True if a number, or a word that goes before one, stands here.
[[nodiscard]] bool starts_amount(const Cursor& cursor);

/// As many number words as make one number; the cursor then stands behind them.
[[nodiscard]] std::optional<Decimal> read_number_words(Cursor& cursor);

} // namespace tertib::scan
