// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "rule/tokens.hpp"

#include "rule/builtin_rules.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>

namespace tertib::rules {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_function_word(std::string_view word) {
    constexpr std::array<std::string_view, 17> list{
        "dan", "yang",  "dari",   "untuk", "dengan",  "pada",    "atau",    "oleh", "di",
        "ke",  "serta", "kepada", "dalam", "tentang", "sebagai", "terkait", "atas"};
    return std::ranges::find(list, word) != list.end();
}

} // namespace

std::vector<Piece> pieces_of(const Sop& sop) {
    std::vector<Piece> pieces;
    const Identity& identity = sop.identity();
    const auto add = [&](std::span<const std::string> texts, const Place& where) {
        for (const std::string& text : texts) {
            pieces.push_back({text, where});
        }
    };
    add(identity.unit_kerja, {});
    pieces.push_back({identity.nama, {}});
    for (const std::vector<std::string>* list :
         {&identity.dasar_hukum, &identity.kualifikasi_pelaksana, &identity.keterkaitan,
          &identity.peralatan, &identity.peringatan, &identity.pencatatan}) {
        add(*list, {});
    }
    if (const std::optional<Layout>& layout = sop.layout()) {
        pieces.push_back({layout->heading, {}});
    }
    add(sop.pelaksana(), {});
    for (const Step& step : sop.steps()) {
        const Place where = place_of(sop, step);
        pieces.push_back({step.uraian, where});
        add(step.kelengkapan, where);
        add(step.produk, where);
        pieces.push_back({step.keterangan, where});
    }
    return pieces;
}

std::vector<Token> tokens_of(std::span<const Piece> pieces) {
    std::vector<Token> tokens;
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        const std::string_view text = pieces[p].text;
        bool follows = false;
        std::size_t at = 0;
        while (at < text.size()) {
            if (!is_letter(text[at])) {
                follows = follows && text[at] == ' ';
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < text.size() && is_letter(text[end])) {
                ++end;
            }
            const std::string_view raw = text.substr(at, end - at);
            tokens.push_back({raw, lower(raw), p, follows});
            follows = true;
            at = end;
        }
    }
    return tokens;
}

std::string_view neighbour(std::span<const Token> tokens, std::size_t at, Side side) {
    const std::size_t piece = tokens[at].piece;
    for (int i = 0; i < 3; ++i) {
        if ((side == Side::before && at == 0) ||
            (side == Side::behind && at + 1 == tokens.size())) {
            return {};
        }
        at = side == Side::before ? at - 1 : at + 1;
        if (tokens[at].piece != piece) {
            return {};
        }
        if (tokens[at].word.size() >= 4 && !is_function_word(tokens[at].word)) {
            return tokens[at].word;
        }
    }
    return {};
}

} // namespace tertib::rules
