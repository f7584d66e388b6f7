// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/waktu_parser.hpp"

#include "tertib/base/text.hpp"
#include "time/number_words.hpp"
#include "time/waktu_amount.hpp"
#include "time/waktu_term.hpp"

#include <algorithm>
#include <utility>

namespace tertib::scan {
namespace {

// A restatement in parentheses is read by a parser of its own. It has no parenthesis inside, so
// that is as deep as it goes.
// NOLINTBEGIN(misc-no-recursion)

/// Terms and all that can stand around them.
class Parser {
public:
    Parser(Cursor cursor, Parsed& parsed, WaktuPolicy policy)
        : cursor_(cursor),
          parsed_(parsed),
          policy_(policy) {}

    void run() {
        term(Join::first);
        while (parsed_.failure.empty() && cursor_.kind() != Kind::end) {
            follow();
        }
    }

private:
    void fail(std::string_view code = "WAKTU-UNREAD") {
        if (parsed_.failure.empty()) {
            parsed_.failure = code;
        }
    }

    void term(Join join) {
        TermReading read = read_term(cursor_, policy_);
        parsed_.approximate = parsed_.approximate || read.approximate;
        parsed_.least = parsed_.least || read.least;
        std::ranges::move(read.remarks, std::back_inserter(parsed_.remarks));
        if (!read.failure.empty()) {
            fail(read.failure);
            return;
        }
        for (Term& term : read.terms) {
            term.join = term.join == Join::first ? join : term.join;
            parsed_.terms.push_back(term);
        }
    }

    /// Parts that stand side by side are a sum only from large to small: "1 jam 30 menit".
    void adjoining() {
        const std::size_t before = parsed_.terms.size();
        term(Join::sum);
        if (parsed_.terms.size() > before &&
            parsed_.terms[before].part.satuan >= parsed_.terms[before - 1].part.satuan) {
            fail("WAKTU-UNREAD");
        }
    }

    void follow() {
        const Kind kind = cursor_.kind();
        switch (kind) {
        case Kind::open_parenthesis: parenthesis(); return;
        case Kind::stop: cursor_.advance(); return;
        case Kind::equals:
            cursor_.advance();
            equal_amount();
            return;
        case Kind::per:
            cursor_.advance();
            per();
            return;
        case Kind::slash:
            cursor_.advance();
            counts_one() || !starts_amount(cursor_) ? per() : term(Join::alternative);
            return;
        case Kind::atau:
        case Kind::plus:
            cursor_.advance();
            term(kind == Kind::plus ? Join::sum : Join::alternative);
            return;
        case Kind::dan:
            cursor_.advance();
            if (cursor_.kind() != Kind::end) {
                adjoining();
            }
            return;
        case Kind::since: since(); return;
        default: rest();
        }
    }

    /// "15 menit maksimal", or a further part without a sign between.
    void rest() {
        const Kind next = cursor_.kind(1);
        if ((cursor_.kind() == Kind::bound || cursor_.kind() == Kind::filler) &&
            (next == Kind::end || next == Kind::open_parenthesis)) {
            cursor_.advance();
        } else if (starts_amount(cursor_)) {
            adjoining();
        } else {
            fail();
        }
    }

    /// "480 Menit = 8 Jam"
    void equal_amount() {
        TermReading read = read_term(cursor_, policy_);
        if (!read.failure.empty() || read.terms.size() != 1 || parsed_.restated) {
            fail();
            return;
        }
        std::ranges::move(read.remarks, std::back_inserter(parsed_.remarks));
        restate(read.terms.front().part);
    }

    void restate(const WaktuPart& part) {
        parsed_.restated = part;
        parsed_.restated_after = parsed_.terms.size();
    }

    /// The count that may stand before the thing counted: "per 1 (satu) berkas".
    static void skip_one(Cursor& cursor) {
        NumberWords words;
        const bool digits = cursor.kind() == Kind::number && cursor.token().value == Decimal(1);
        const bool word = cursor.kind() == Kind::word && words.feed(cursor.spelling()) &&
                          words.value() == Decimal(1);
        if (!digits && !word) {
            return;
        }
        cursor.advance();
        if (cursor.kind() == Kind::open_parenthesis) {
            cursor.leave_parenthesis();
        }
    }

    /// "15 menit / 1 berkas": a number here that counts things, no second amount.
    [[nodiscard]] bool counts_one() const {
        Cursor ahead = cursor_;
        skip_one(ahead);
        return ahead.kind() == Kind::word && !starts_amount(ahead);
    }

    void per() {
        skip_one(cursor_);
        const Kind first = cursor_.kind();
        if (parsed_.per || first == Kind::dash || first == Kind::other || first == Kind::open) {
            fail(); // "3 hari / sesuai kebutuhan" counts nothing
            return;
        }
        const std::size_t begin = cursor_.token().begin;
        std::size_t end = begin;
        for (std::size_t length = 0;; ++length) {
            const Kind kind = cursor_.kind();
            if (kind == Kind::number && length > 0) {
                fail(); // a second amount
                return;
            }
            if (kind == Kind::end || kind == Kind::open_parenthesis || kind == Kind::since) {
                break;
            }
            end = kind == Kind::stop ? end : cursor_.token().end;
            cursor_.advance();
        }
        if (end == begin) {
            fail();
            return;
        }
        parsed_.per = squeeze(cursor_.text().substr(begin, end - begin));
    }

    /// "3 hari kerja sejak berkas diterima": the words are kept, the count starts as for any step.
    void since() {
        const std::string rest = squeeze(cursor_.text_to_end());
        parsed_.remarks.push_back({"WAKTU-START", {{"start", rest}}});
        note(rest);
        cursor_.go_to_end();
    }

    void note(std::string_view text) {
        if (!text.empty()) {
            parsed_.note += parsed_.note.empty() ? "" : "; ";
            parsed_.note += text;
        }
    }

    void parenthesis() {
        if (!cursor_.closed()) {
            parsed_.remarks.push_back({"WAKTU-PARENTHESIS", {}});
        }
        Cursor inside = cursor_.inside_parenthesis();
        cursor_.leave_parenthesis();
        if (inside.kind() == Kind::per || inside.kind() == Kind::slash) {
            inside.advance();
            std::swap(inside, cursor_);
            per();
            std::swap(inside, cursor_);
            if (inside.kind() != Kind::end) {
                fail();
            }
        } else if (!states_reckoning(inside) && !repeats_number(inside) && !restates(inside)) {
            note(squeeze(trim(inside.text_to_end())));
        }
    }

    /// "3 Hari (kerja)", "3 Hari (HK)": says what the bare unit left open.
    bool states_reckoning(Cursor inside) {
        const bool unit = inside.kind() == Kind::unit && inside.token().satuan == Satuan::hari;
        if (unit) {
            inside.advance();
        }
        const Kind kind = inside.kind();
        const bool working = kind == Kind::kerja || (kind == Kind::hari_kerja && !unit);
        WaktuPart& part = parsed_.terms.back().part;
        if ((!working && kind != Kind::kalender) || inside.kind(1) != Kind::end || !part.assumed ||
            (working && part.satuan != Satuan::hari)) {
            return false;
        }
        part.reckoning = working ? Reckoning::working : Reckoning::calendar;
        part.assumed = false;
        return true;
    }

    /// "7 Hari (tujuh)"
    bool repeats_number(Cursor inside) {
        const std::string words = squeeze(inside.text_to_end());
        const auto number = read_number_words(inside);
        if (!number || inside.kind() != Kind::end || parsed_.terms.back().range) {
            return false;
        }
        const Decimal amount = parsed_.terms.back().part.max;
        if (*number != amount) {
            parsed_.remarks.push_back(
                {"WAKTU-WORD-DIFFERS", {{"number", amount.text()}, {"word", words}}});
        }
        return true;
    }

    /// "480 Menit (8 Jam)". An amount with "maksimal" before it is a limit, no restatement.
    bool restates(Cursor inside) {
        if (!starts_amount(inside) || inside.has_parenthesis()) {
            return false;
        }
        const bool limit = inside.kind() == Kind::bound || inside.kind() == Kind::paling;
        Parsed content;
        Parser(inside, content, policy_).run();
        if (!content.failure.empty() || content.terms.empty()) {
            return false;
        }
        std::vector<WaktuPart> parts;
        parts.reserve(content.terms.size());
        for (const Term& term : content.terms) {
            parts.push_back(term.part);
        }
        const auto alternative = std::ranges::find(content.terms, Join::alternative, &Term::join);
        const auto sum = alternative == content.terms.end() ? total(parts) : std::nullopt;
        if (!sum || limit || content.least || content.per || !content.note.empty() ||
            content.restated || parsed_.restated) {
            parsed_.remarks.push_back(
                {"WAKTU-NOTE-AMOUNT", {{"note", squeeze(inside.text_to_end())}}});
            return false;
        }
        std::ranges::move(content.remarks, std::back_inserter(parsed_.remarks));
        restate(*sum);
        return true;
    }

    Cursor cursor_;
    Parsed& parsed_;
    WaktuPolicy policy_;
};
// NOLINTEND(misc-no-recursion)

} // namespace

Parsed parse(std::string_view text, std::span<const Token> tokens, WaktuPolicy policy) {
    Cursor cursor(text, tokens);
    if (cursor.kind() == Kind::open_parenthesis && cursor.closed() &&
        cursor.token().partner + 2 == tokens.size()) {
        cursor = cursor.inside_parenthesis(); // the whole cell stands in parentheses
    }
    Parsed parsed;
    Parser(cursor, parsed, policy).run();
    return parsed;
}

} // namespace tertib::scan
