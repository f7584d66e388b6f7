// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/waktu.hpp"

#include "tertib/base/text.hpp"
#include "time/waktu_amount.hpp"
#include "time/waktu_parser.hpp"
#include "time/waktu_scanner.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace tertib {
namespace {

using scan::Kind;

/// Longer texts are no waktu, whatever they hold; the bound keeps memory small for hostile ones.
constexpr std::size_t longest_waktu = 2000;

/// Collects what the reading of one text gives.
class WaktuReader {
public:
    WaktuReader(std::string_view text, WaktuPolicy policy) : text_(text), policy_(policy) {
        result_.waktu.text = text;
    }

    WaktuReading run() {
        if (text_.size() > longest_waktu) {
            give_up("WAKTU-UNREAD");
        } else if (!says_nothing()) {
            tokens_ = scan::tokens(text_);
            read();
        }
        return std::move(result_);
    }

private:
    void find(std::string_view code, std::vector<Argument> arguments = {}) {
        const std::string evidence = squeeze(text_.substr(0, longest_waktu));
        arguments.push_back({"waktu", evidence});
        result_.findings.push_back(make_finding(code, {}, std::move(arguments), evidence));
    }

    /// Form open; what was odd about half of a waktu doesn't matter any more.
    void give_up(std::string_view code) {
        result_.waktu = Waktu{};
        result_.waktu.text = text_;
        result_.waktu.form = WaktuForm::open;
        find(code);
    }

    /// Nothing, dashes and dots of an unfilled form, N/A.
    [[nodiscard]] bool says_nothing() const {
        for (std::size_t at = 0; at < text_.size();) {
            const char32_t c = next_code_point(text_, at);
            const bool dash = c == U'-' || c == U'_' || (c >= U'\u2010' && c <= U'\u2015');
            if (!is_space(c) && !dash && c != U'.' && c != U'\u2026' && c != U'\u2212') {
                // Only these can begin one of the words; folding every text would be dear.
                const bool possible = c == U'n' || c == U'N' || c == U't' || c == U'T';
                return possible && says_none(fold(text_));
            }
        }
        return true;
    }

    [[nodiscard]] static bool says_none(std::string_view folded) {
        static constexpr std::array words{"n/a", "n.a", "na", "nihil", "tidak ada"};
        return std::ranges::find(words, folded) != words.end();
    }

    void read() {
        if (begins_open()) {
            result_.waktu.form = WaktuForm::open;
            if (has(Kind::number)) {
                find("WAKTU-OPEN-AMOUNT");
            }
            return;
        }
        scan::Parsed parsed = scan::parse(text_, tokens_, policy_);
        if (!parsed.failure.empty()) {
            give_up(parsed.failure == "WAKTU-UNREAD" ? why_unread() : parsed.failure);
        } else if (parsed.least) {
            give_up("WAKTU-LOWER-BOUND");
        } else {
            settle(std::move(parsed));
        }
    }

    [[nodiscard]] bool has(Kind kind) const {
        return std::ranges::find(tokens_, kind, &scan::Token::kind) != tokens_.end();
    }

    /// Sesuai Kontrak, Tentatif, setiap saat: open on purpose, so nothing to remark.
    [[nodiscard]] bool begins_open() const {
        if (tokens_.front().kind == Kind::open) {
            return true;
        }
        static constexpr std::array<std::string_view, 9> phrases{
            "setiap saat",      "saat itu juga",  "tidak tentu",
            "tidak ditentukan", "tidak terbatas", "tidak ada batasan",
            "real time",        "on call",        "bila diperlukan",
        };
        const Kind first = tokens_.front().kind;
        if (first != Kind::word && first != Kind::per) {
            return false;
        }
        const std::string folded = fold(text_);
        return std::ranges::any_of(
            phrases, [&folded](std::string_view phrase) { return folded.starts_with(phrase); });
    }

    /// The usual reasons have messages of their own.
    [[nodiscard]] std::string_view why_unread() const {
        const auto blank = [](const scan::Token& token) {
            return token.kind == Kind::unit || token.kind == Kind::kerja ||
                   token.kind == Kind::kalender || token.kind == Kind::hari_kerja ||
                   token.kind == Kind::stop || token.kind == Kind::dash ||
                   token.kind == Kind::other || token.kind == Kind::end;
        };
        if (tokens_[0].kind == Kind::dash && tokens_[1].kind == Kind::number) {
            return "WAKTU-NEGATIVE";
        }
        const bool unit = has(Kind::unit) || has(Kind::hari_kerja);
        return unit && std::ranges::all_of(tokens_, blank) ? "WAKTU-AMOUNT-MISSING"
                                                           : "WAKTU-UNREAD";
    }

    /// Gives the parsed terms their form, if there is one that holds them.
    void settle(scan::Parsed parsed) {
        Waktu& waktu = result_.waktu;
        const auto terms = merged(parsed);
        if (terms.empty()) {
            give_up("WAKTU-MIXED");
            return;
        }
        for (const scan::Term& term : terms) {
            waktu.parts.push_back(term.part);
        }
        waktu.form = form(terms, parsed);
        waktu.approximate = parsed.approximate;
        waktu.per = std::move(parsed.per);
        waktu.note = std::move(parsed.note);
        for (scan::Remark& remark : parsed.remarks) {
            find(remark.code, std::move(remark.arguments));
        }
        if (parsed.restated) {
            waktu.restated = parsed.restated;
            check_restated(parsed, *parsed.restated);
        }
        remark_amounts();
    }

    /// Sums inside alternatives, or counted per item, become one part where a fixed ratio lets
    /// them ("1 jam 30 menit per berkas"); nothing if it doesn't.
    [[nodiscard]] static std::vector<scan::Term> merged(const scan::Parsed& parsed) {
        const auto& terms = parsed.terms;
        const bool choice =
            std::ranges::find(terms, scan::Join::alternative, &scan::Term::join) != terms.end();
        if (!choice && !parsed.per) {
            return terms;
        }
        std::vector<scan::Term> merged;
        for (const scan::Term& term : terms) {
            if (term.join != scan::Join::sum) {
                merged.push_back(term);
                continue;
            }
            const std::array both{merged.back().part, term.part};
            const auto sum = total(both);
            if (!sum) {
                return {};
            }
            merged.back().part = *sum;
        }
        return parsed.per && merged.size() > 1 ? std::vector<scan::Term>{} : merged;
    }

    [[nodiscard]] static WaktuForm form(const std::vector<scan::Term>& terms,
                                        const scan::Parsed& parsed) {
        if (parsed.per) {
            return WaktuForm::per_item;
        }
        if (terms.size() > 1) {
            return terms[1].join == scan::Join::sum ? WaktuForm::sum : WaktuForm::alternatives;
        }
        if (terms.front().range) {
            return WaktuForm::range;
        }
        return terms.front().part.reckoning == Reckoning::elapsed ? WaktuForm::elapsed
                                                                  : WaktuForm::exact;
    }

    /// The restatement repeats the part before it, or the sum of all.
    void check_restated(const scan::Parsed& parsed, const WaktuPart& restated) {
        std::vector<WaktuPart> before;
        before.reserve(parsed.restated_after);
        for (std::size_t i = 0; i < parsed.restated_after; ++i) {
            before.push_back(parsed.terms[i].part);
        }
        Agreement agreement = compare(before.back(), restated);
        const auto sum = total(before);
        if (before.size() > 1 && agreement != Agreement::same) {
            agreement = sum ? compare(*sum, restated) : Agreement::needs_calendar;
        }
        if (agreement == Agreement::different) {
            find("WAKTU-RESTATED-DIFFERS");
        } else if (agreement == Agreement::rounded) {
            find("WAKTU-RESTATED-ROUNDED");
        } else if (agreement == Agreement::needs_calendar) {
            find("WAKTU-RESTATED-CALENDAR");
        } else if (WaktuPart& part = result_.waktu.parts.front();
                   before.size() == 1 && result_.waktu.parts.size() == 1 && part.assumed &&
                   part.satuan == restated.satuan && !restated.assumed) {
            part.reckoning = restated.reckoning; // "7 Hari (7 Hari Kerja)"
            part.assumed = false;
        }
    }

    void remark_amounts() {
        const auto& parts = result_.waktu.parts;
        const auto zero = [](const WaktuPart& part) { return part.max == Decimal(0); };
        if (std::ranges::all_of(parts, zero)) {
            find("WAKTU-ZERO");
        }
        const WaktuPart& part = parts.front();
        const bool whole_days = part.satuan == Satuan::jam && part.max.whole() &&
                                part.max.units() > 0 && part.max.units() % 24 == 0;
        if (result_.waktu.form == WaktuForm::exact && whole_days && !has(Kind::times) &&
            !has(Kind::kerja)) {
            find("WAKTU-24-JAM");
        }
    }

    std::string_view text_;
    WaktuPolicy policy_;
    std::vector<scan::Token> tokens_;
    WaktuReading result_;
};

} // namespace

WaktuReading read_waktu(std::string_view text, WaktuPolicy policy) {
    return WaktuReader(text, policy).run();
}

std::string_view name(Satuan satuan) noexcept {
    switch (satuan) {
    case Satuan::menit: return "menit";
    case Satuan::jam: return "jam";
    case Satuan::hari: return "hari";
    case Satuan::minggu: return "minggu";
    case Satuan::bulan: return "bulan";
    case Satuan::tahun: return "tahun";
    }
    return "";
}

std::string_view name(Reckoning reckoning) noexcept {
    switch (reckoning) {
    case Reckoning::working: return "working";
    case Reckoning::calendar: return "calendar";
    case Reckoning::elapsed: return "elapsed";
    }
    return "";
}

std::string_view name(WaktuForm form) noexcept {
    switch (form) {
    case WaktuForm::exact: return "exact";
    case WaktuForm::range: return "range";
    case WaktuForm::sum: return "sum";
    case WaktuForm::alternatives: return "alternatives";
    case WaktuForm::elapsed: return "elapsed";
    case WaktuForm::per_item: return "per_item";
    case WaktuForm::open: return "open";
    case WaktuForm::none: return "none";
    }
    return "";
}

} // namespace tertib
