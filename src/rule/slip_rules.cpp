// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "rule/slip_rules.hpp"
#include "rule/tokens.hpp"
#include "rule/verbs.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

// Slips of the keyboard (TYP-1). There is no dictionary: a word is suspect only where the document
// itself spells the same term otherwise. Rather a slip missed than a right word blamed.

namespace tertib::rules {
namespace {

bool may_be_joined(const Token& token, std::size_t cut) {
    constexpr std::array<std::string_view, 8> joints{"dan",    "yang", "dari", "untuk",
                                                     "dengan", "pada", "atau", "oleh"};
    constexpr std::array<std::string_view, 3> right{"daripada", "padahal", "ataupun"};
    if (std::ranges::find(right, token.word) != right.end()) {
        return false;
    }
    const std::string_view word = token.word;
    const bool joint = std::ranges::find(joints, word.substr(0, cut)) != joints.end() ||
                       std::ranges::find(joints, word.substr(cut)) != joints.end();
    const auto upper = [&](std::size_t i) { return token.raw[i] >= 'A' && token.raw[i] <= 'Z'; };
    return joint || (upper(cut - 1) && upper(cut - 2) && !upper(cut));
}

using Pairs = std::set<std::pair<std::string_view, std::string_view>>;

/// "PTSPdan" where "PTSP dan" stands elsewhere.
std::optional<std::size_t> missing_blank(const Token& token, const Pairs& pairs) {
    constexpr std::size_t longest = 64;
    if (token.word.size() < 5 || token.word.size() > longest ||
        token.word.size() != token.raw.size()) {
        return std::nullopt;
    }
    const std::string_view word = token.word;
    for (std::size_t cut = 2; cut + 2 <= word.size(); ++cut) {
        if (may_be_joined(token, cut) && pairs.contains({word.substr(0, cut), word.substr(cut)})) {
            return cut;
        }
    }
    return std::nullopt;
}

void find_missing_blanks(std::span<const Piece> pieces, std::span<const Token> tokens,
                         std::vector<Observation>& found) {
    Pairs pairs;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        if (tokens[i].follows && tokens[i].piece == tokens[i - 1].piece) {
            pairs.insert({tokens[i - 1].word, tokens[i].word});
        }
    }
    std::map<std::string_view, std::pair<std::size_t, Observation>> slips;
    for (const Token& token : tokens) {
        const std::optional<std::size_t> cut = missing_blank(token, pairs);
        if (!cut) {
            continue;
        }
        auto& [count, observation] = slips[token.word];
        if (++count == 1) {
            const std::string meant =
                std::string(token.raw.substr(0, *cut)) + " " + std::string(token.raw.substr(*cut));
            observation.arguments = {{"found", std::string(token.raw)}, {"meant", meant}};
            observation.where = pieces[token.piece].where;
            observation.evidence = std::string(pieces[token.piece].text);
        }
    }
    for (auto& [word, slip] : slips) {
        slip.second.arguments.push_back({"count", std::to_string(slip.first)});
        found.push_back(std::move(slip.second));
    }
}

void find_doubled_blanks(std::span<const Piece> pieces, std::vector<Observation>& found) {
    for (const Piece& piece : pieces) {
        const std::string_view text = trim(piece.text);
        const std::size_t at = text.find("  ");
        if (at == text.npos || has_gap(text)) {
            continue;
        }
        // Blanks beside a line's end are the layout of a cell, not a slip.
        const std::size_t after = text.find_first_not_of(' ', at);
        const bool at_line = (at > 0 && text[at - 1] == '\n') ||
                             (after != text.npos && (text[after] == '\n' || text[after] == '\r'));
        if (!at_line) {
            found.push_back(
                {.text = "TYP-1/blanks", .where = piece.where, .evidence = std::string(text)});
        }
    }
}

/// Words of offices that are right although another is one letter away.
bool is_known_word(std::string_view word) {
    constexpr std::array<std::string_view, 42> list{
        "kepala",     "kepada",     "tanggal",   "tunggal",     "bidang",    "bilang",
        "satuan",     "bahasa",     "kendala",   "kendali",     "kantor",    "kantong",
        "pengaduan",  "pemuatan",   "pelayaran", "memuat",      "membuat",   "penempatan",
        "berkas",     "syarat",     "daftar",    "terima",      "petugas",   "pemohon",
        "permohonan", "anggota",    "anggaran",  "angkatan",    "daerah",    "kelola",
        "sarana",     "rencana",    "bencana",   "wacana",      "pertama",   "perdata",
        "pendapat",   "pendapatan", "peserta",   "persetujuan", "peraturan", "pengujian"};
    return std::ranges::find(list, word) != list.end() || active_form(word).has_value();
}

/// Pairs that grammar makes: pemeriksa and memeriksa, lapor and lapori.
bool differ_by_affix(std::string_view a, std::string_view b) {
    if (a.size() == b.size() && a.substr(1) == b.substr(1)) {
        return true;
    }
    const std::string_view shorter = a.size() < b.size() ? a : b;
    const std::string_view longer = a.size() < b.size() ? b : a;
    return longer.size() == shorter.size() + 1 && longer.starts_with(shorter) &&
           longer.back() == 'i';
}

struct Spelling {
    std::size_t count = 0;
    std::vector<std::size_t> at; ///< tokens, the first few
};

using Spellings = std::map<std::string_view, Spelling>;

bool same_context(std::span<const Token> tokens, std::size_t rare, const Spelling& usual) {
    const std::string_view before = neighbour(tokens, rare, Side::before);
    const std::string_view behind = neighbour(tokens, rare, Side::behind);
    return std::ranges::any_of(usual.at, [&](std::size_t at) {
        return (!before.empty() && neighbour(tokens, at, Side::before) == before) ||
               (!behind.empty() && neighbour(tokens, at, Side::behind) == behind);
    });
}

/// Words of which both are at most one letter from `key`: all that a word becomes when it loses
/// one letter, and the word itself. Two words one letter apart share such a key.
std::unordered_map<std::string, std::vector<std::string_view>> by_keys(const Spellings& spellings) {
    constexpr std::size_t crowd = 32; // keeps a hostile document linear
    std::unordered_map<std::string, std::vector<std::string_view>> keys;
    for (const auto& [word, spelling] : spellings) {
        if (spelling.count < 2) {
            continue;
        }
        for (std::size_t i = 0; i <= word.size(); ++i) {
            std::string key(word);
            if (i < word.size()) {
                key.erase(i, 1);
            }
            std::vector<std::string_view>& there = keys[key];
            if (there.size() < crowd && (there.empty() || there.back() != word)) {
                there.push_back(word);
            }
        }
    }
    return keys;
}

void find_letters(std::span<const Piece> pieces, std::span<const Token> tokens,
                  std::vector<Observation>& found) {
    constexpr std::size_t shortest = 6;
    constexpr std::size_t longest = 40;
    constexpr std::size_t places = 16;
    Spellings spellings;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].word.size() >= shortest && tokens[i].word.size() <= longest) {
            Spelling& spelling = spellings[tokens[i].word];
            ++spelling.count;
            if (spelling.at.size() < places) {
                spelling.at.push_back(i);
            }
        }
    }
    const auto keys = by_keys(spellings);
    for (const auto& [word, spelling] : spellings) {
        if (spelling.count != 1 || is_known_word(word)) {
            continue;
        }
        std::set<std::string_view> usual;
        for (std::size_t i = 0; i <= word.size(); ++i) {
            std::string key(word);
            if (i < word.size()) {
                key.erase(i, 1);
            }
            const auto there = keys.find(key);
            if (there != keys.end()) {
                usual.insert(there->second.begin(), there->second.end());
            }
        }
        const std::size_t at = spelling.at.front();
        for (const std::string_view other : usual) {
            if (!differ_by_affix(word, other) && edit_distance(word, other, 1) == 1 &&
                same_context(tokens, at, spellings.at(other))) {
                const Token& meant = tokens[spellings.at(other).at.front()];
                found.push_back({.text = "TYP-1/letter",
                                 .where = pieces[tokens[at].piece].where,
                                 .arguments = {{"found", std::string(tokens[at].raw)},
                                               {"meant", std::string(meant.raw)}},
                                 .evidence = std::string(pieces[tokens[at].piece].text)});
                break;
            }
        }
    }
}

RuleResult slips(const RuleContext& context) {
    const std::vector<Piece> pieces = pieces_of(context.sop);
    const std::vector<Token> tokens = tokens_of(pieces);
    std::vector<Observation> found;
    find_missing_blanks(pieces, tokens, found);
    find_doubled_blanks(pieces, found);
    find_letters(pieces, tokens, found);
    return conclude(std::move(found));
}

} // namespace

std::span<const BuiltinRule> slip_rules() {
    static constexpr std::array table{BuiltinRule{"TYP-1", slips}};
    return table;
}

} // namespace tertib::rules
