// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "rule/wording_rules.hpp"
#include "rule/verbs.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>

// How an uraian is worded: it begins with an active verb (FLOW-6), and who does it stands in the
// columns, not in the sentence (TAB-3). A step that names its subject is told so once, by TAB-3.

namespace tertib::rules {
namespace {

/// A word of an uraian as written, without signs around it, and the sign behind it.
struct Word {
    std::string text;
    std::string folded;
    bool colon = false;
};

bool is_sign(char c) {
    return std::string_view(",.;:()[]{}\"'/*-").find(c) != std::string_view::npos;
}

/// The first words of an uraian, at most `limit`, without a list's own "a." or "1)".
std::vector<Word> first_words(std::string_view uraian, std::size_t limit) {
    std::vector<Word> found;
    const std::string text = squeeze(uraian);
    for (std::string_view piece : split(text, ' ')) {
        const bool colon = piece.ends_with(':');
        const bool numbered = piece.ends_with('.') || piece.ends_with(')');
        while (!piece.empty() && is_sign(piece.front())) {
            piece.remove_prefix(1);
        }
        while (!piece.empty() && is_sign(piece.back())) {
            piece.remove_suffix(1);
        }
        const bool bullet = words(piece).empty() || (numbered && piece.size() <= 2);
        if (found.empty() && bullet) {
            continue;
        }
        found.push_back({std::string(piece), lower(piece), colon});
        if (found.size() == limit) {
            break;
        }
    }
    return found;
}

/// Words that name a holder of some post, whatever the columns call it.
bool is_post(std::string_view word) {
    constexpr std::array<std::string_view, 45> posts{"petugas",
                                                     "kepala",
                                                     "kasi",
                                                     "kasubag",
                                                     "kasubbag",
                                                     "kasubid",
                                                     "kasubbid",
                                                     "kabid",
                                                     "kabag",
                                                     "kadis",
                                                     "kaban",
                                                     "kasie",
                                                     "sekretaris",
                                                     "sekdis",
                                                     "staf",
                                                     "staff",
                                                     "pemohon",
                                                     "operator",
                                                     "admin",
                                                     "pengawas",
                                                     "bendahara",
                                                     "camat",
                                                     "lurah",
                                                     "bupati",
                                                     "walikota",
                                                     "gubernur",
                                                     "direktur",
                                                     "asisten",
                                                     "pejabat",
                                                     "verifikator",
                                                     "analis",
                                                     "pengolah",
                                                     "ketua",
                                                     "anggota",
                                                     "koordinator",
                                                     "fasilitator",
                                                     "pengadministrasi",
                                                     "penyelia",
                                                     "pimpinan",
                                                     "pelapor",
                                                     "supervisor",
                                                     "arsiparis",
                                                     "resepsionis",
                                                     "pelaksana",
                                                     "inspektur"};
    return std::ranges::find(posts, word) != posts.end();
}

bool is_modal(std::string_view word) {
    constexpr std::array<std::string_view, 9> modals{
        "akan", "dapat", "harus", "wajib", "kemudian", "lalu", "telah", "selanjutnya", "segera"};
    return std::ranges::find(modals, word) != modals.end();
}

/// How many of the first words are the name of a pelaksana, or its first word; 0 if none.
std::size_t named_pelaksana(const Sop& sop, std::span<const Word> first) {
    std::size_t longest = 0;
    for (const std::string& pelaksana : sop.pelaksana()) {
        const std::vector<Word> name = first_words(pelaksana, 8);
        std::size_t same = 0;
        while (same < name.size() && same < first.size() &&
               name[same].folded == first[same].folded) {
            ++same;
        }
        longest = std::max(longest, same);
    }
    return longest;
}

/// The subject that an uraian begins with: "Kagahar" of "Kagahar memerintahkan …".
std::optional<std::string> subject_of(const Sop& sop, std::string_view uraian) {
    const std::vector<Word> first = first_words(uraian, 7);
    if (first.size() < 2 || is_active_verb(first[0].folded)) {
        return std::nullopt;
    }
    const std::size_t named = named_pelaksana(sop, first);
    if (named == 0 && !is_post(first[0].folded)) {
        return std::nullopt;
    }
    // A post may have more words than the column that shortens it: "Petugas Jaga melaporkan …".
    const std::size_t last = std::min(first.size() - 1, std::max<std::size_t>(named, 1) + 3);
    std::string subject;
    for (std::size_t i = 0; i <= last; ++i) {
        if (i > 0 && (is_active_verb(first[i].folded) || is_modal(first[i].folded))) {
            return subject;
        }
        subject += (i == 0 ? "" : " ") + first[i].text;
        if (first[i].colon) {
            return subject;
        }
    }
    return std::nullopt;
}

RuleResult subjects(const RuleContext& context) {
    const Sop& sop = context.sop;
    std::vector<Observation> observations;
    for (const Step& step : sop.steps()) {
        if (const std::optional<std::string> subject = subject_of(sop, step.uraian)) {
            observations.push_back({.where = place_of(sop, step),
                                    .arguments = {{"step", step.key}, {"subject", *subject}},
                                    .evidence = step.uraian});
        }
    }
    return sop.steps().empty() ? not_applicable() : conclude(std::move(observations));
}

/// What FLOW-6 says of an uraian; nothing if it begins as it should.
std::optional<Observation> wording_of(const Sop& sop, const Step& step) {
    const std::vector<Word> first = first_words(step.uraian, 2);
    Observation observation{
        .where = place_of(sop, step), .arguments = {{"step", step.key}}, .evidence = step.uraian};
    if (first.empty()) {
        const bool unreadable = step.uraian.find('?') != std::string::npos;
        observation.text = "FLOW-6/empty";
        if (unreadable) {
            observation.verdict = Verdict::undecidable;
            observation.text.clear();
        }
        return observation;
    }
    if (is_active_verb(first[0].folded)) {
        return std::nullopt;
    }
    observation.arguments.push_back({"word", first[0].text});
    if (const std::optional<std::string_view> verb = active_form(first[0].folded)) {
        observation.text = "FLOW-6/known";
        observation.arguments.push_back({"verb", std::string(*verb)});
    }
    return observation;
}

RuleResult active_verbs(const RuleContext& context) {
    const Sop& sop = context.sop;
    std::vector<Observation> observations;
    for (const Step& step : sop.steps()) {
        if (subject_of(sop, step.uraian)) {
            continue; // TAB-3 tells it
        }
        if (std::optional<Observation> found = wording_of(sop, step)) {
            observations.push_back(std::move(*found));
        }
    }
    return sop.steps().empty() ? not_applicable() : conclude(std::move(observations));
}

} // namespace

std::span<const BuiltinRule> wording_rules() {
    static constexpr std::array table{BuiltinRule{"TAB-3", subjects},
                                      BuiltinRule{"FLOW-6", active_verbs}};
    return table;
}

} // namespace tertib::rules
