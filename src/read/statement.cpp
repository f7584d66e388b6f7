// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/statement.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>

namespace tertib {
namespace {

/// A word with its place in the text, folded.
struct Token {
    std::string word;
    std::size_t begin = 0;
    std::size_t end = 0;
};

using Tokens = std::span<const Token>;

bool in(std::span<const std::string_view> list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

/// A cell of an office holds a few; this bounds what a hostile one can cost.
constexpr std::size_t most_statements = 100;
constexpr std::array<std::string_view, 6> conjunctions = {"jika",  "bila",    "apabila",
                                                          "kalau", "jikalau", "bilamana"};
constexpr std::array<std::string_view, 20> jump_verbs = {
    "kembali",    "dikembalikan", "kembalikan", "mengulang",   "ulangi",
    "diulang",    "diulangi",     "lanjut",     "dilanjutkan", "lanjutkan",
    "diteruskan", "teruskan",     "langsung",   "menuju",      "dilanjutkannya",
    "loncat",     "berlanjut",    "lompat",     "melanjutkan", "mengulangi"};
constexpr std::array<std::string_view, 7> go_on_verbs = {
    "lanjut", "dilanjutkan", "lanjutkan", "diteruskan", "teruskan", "berlanjut", "melanjutkan"};
constexpr std::array<std::string_view, 16> step_nouns = {
    "langkah", "tahap", "tahapan", "proses", "kegiatan", "aktivitas", "nomor",     "no",
    "poin",    "point", "butir",   "step",   "prosedur", "angka",     "aktifitas", "urutan"};
constexpr std::array<std::string_view, 6> phrase_ends = {"untuk", "dan",  "agar",
                                                         "lalu",  "atau", "sampai"};
constexpr std::array<std::string_view, 10> needs = {
    "perlu",        "diperlukan", "dibutuhkan", "dipandang", "dianggap",
    "memungkinkan", "memerlukan", "butuh",      "dirasa",    "dikehendaki"};

std::vector<Token> tokenise(std::string_view text) {
    std::vector<Token> tokens;
    std::size_t at = 0;
    std::size_t begin = 0;
    std::string word;
    const auto finish = [&](std::size_t end) {
        if (!word.empty()) {
            tokens.push_back({lower(word), begin, end});
            word.clear();
        }
    };
    while (at < text.size()) {
        const std::size_t here = at;
        const char32_t c = next_code_point(text, at);
        const bool letter = (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') ||
                            (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c < 0x2000);
        if (!letter) {
            finish(here);
            continue;
        }
        if (word.empty()) {
            begin = here;
        }
        word.append(text.substr(here, at - here));
    }
    finish(text.size());
    return tokens;
}

/// Sentences end at ";" and line ends, and at a full stop before a blank that doesn't belong to an
/// abbreviation ("No. 3", "u.p. Kepala").
std::vector<std::string_view> sentences(std::string_view text) {
    std::vector<std::string_view> found;
    std::size_t begin = 0;
    const auto cut = [&](std::size_t end) {
        const std::string_view sentence = trim(text.substr(begin, end - begin));
        if (!sentence.empty()) {
            found.push_back(sentence);
        }
        begin = end;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool blank_behind = at + 1 == text.size() || text[at + 1] == ' ';
        if (text[at] == ';' || text[at] == '\n') {
            cut(at + 1);
        } else if (text[at] == '.' && blank_behind) {
            const std::size_t word = text.substr(0, at).find_last_of(" .(") + 1;
            const std::string last = lower(text.substr(word, at - word));
            const bool numeral = last.find_first_not_of("0123456789") == last.npos;
            if (last.size() > 2 || (numeral && begin < word)) {
                cut(at + 1);
            }
        }
    }
    cut(text.size());
    return found;
}

bool is_number(std::string_view word) {
    const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
    return digits > 0 && digits <= 4 && word.size() - digits <= 1;
}

/// A phrase that names where the work goes: tokens [begin, end).
struct Phrase {
    std::size_t begin = 0;
    std::size_t end = 0;
    Target target = Target::none;
    std::string number;
    std::size_t name = 0; ///< for Target::pelaksana: where the words behind "ke" begin
    bool back = false;
};

/// The place behind "ke": steps' nouns, then a number or a word such as awal.
std::optional<Phrase> place_at(Tokens tokens, std::size_t begin, std::size_t at, bool verb) {
    bool noun = false;
    while (at < tokens.size() && in(step_nouns, tokens[at].word)) {
        noun = true;
        ++at;
    }
    if (at >= tokens.size() || (!noun && !verb)) {
        return std::nullopt;
    }
    const std::string& word = tokens[at].word;
    if (is_number(word)) {
        // Without a noun, "kembali ke 2 orang" counts people: the number must end the phrase.
        const bool ends = at + 1 == tokens.size() || in(phrase_ends, tokens[at + 1].word);
        if (!noun && !ends) {
            return std::nullopt;
        }
        // "langkah 3 dan 4" names two: which of them is meant can't be read.
        const bool more = at + 2 < tokens.size() && is_number(tokens[at + 2].word) &&
                          (tokens[at + 1].word == "dan" || tokens[at + 1].word == "atau");
        return Phrase{begin, at + 1, more ? Target::none : Target::number, word, 0, false};
    }
    if (word == "awal" || word == "pertama" || word == "semula") {
        return Phrase{begin, at + 1, Target::first, {}, 0, false};
    }
    if (word == "sebelumnya") {
        return Phrase{begin, at + 1, Target::previous, {}, 0, false};
    }
    if (noun && (word == "berikutnya" || word == "selanjutnya")) {
        return Phrase{begin, at + 1, Target::next, {}, 0, false};
    }
    return std::nullopt;
}

std::optional<Phrase> find_phrase(Tokens tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const bool verb = in(jump_verbs, tokens[at].word);
        std::size_t behind = verb ? at + 1 : at;
        while (verb && behind < tokens.size() && in(jump_verbs, tokens[behind].word)) {
            ++behind; // "langsung kembali", "kembali lanjut"
        }
        const bool to = behind < tokens.size() &&
                        (tokens[behind].word == "ke" || tokens[behind].word == "dari" ||
                         tokens[behind].word == "pada" || tokens[behind].word == "menuju");
        const bool ke = to && (tokens[behind].word == "ke" || verb);
        if (ke || (verb && behind < tokens.size() && in(step_nouns, tokens[behind].word))) {
            std::optional<Phrase> found = place_at(tokens, at, to ? behind + 1 : behind, verb);
            if (found) {
                return found;
            }
        }
    }
    return std::nullopt;
}

/// "dikembalikan ke pemohon", "diteruskan kepada Kabid": whose step it is.
std::optional<Phrase> find_person(Tokens tokens) {
    for (std::size_t at = 1; at + 2 < tokens.size(); ++at) {
        const bool to = tokens[at + 1].word == "ke" || tokens[at + 1].word == "kepada";
        const std::string& whom = tokens[at + 2].word;
        if (to && in(jump_verbs, tokens[at].word) && !is_number(whom) && !in(step_nouns, whom)) {
            const bool back = !in(go_on_verbs, tokens[at].word);
            return Phrase{at, tokens.size(), Target::pelaksana, {}, at + 2, back};
        }
    }
    return std::nullopt;
}

/// "lanjut", "dilanjutkan" without a place, unless denied ("tidak lanjut").
std::optional<Phrase> find_go_on(Tokens tokens) {
    for (std::size_t at = 1; at < tokens.size(); ++at) {
        const bool denied = tokens[at - 1].word == "tidak" || tokens[at - 1].word == "belum";
        if (in(go_on_verbs, tokens[at].word) && !denied) {
            return Phrase{at, tokens.size(), Target::next, {}, 0, false};
        }
    }
    return std::nullopt;
}

/// "jika tidak, selesai": the end, as the whole of what follows.
std::optional<Phrase> find_end(Tokens tokens) {
    if (tokens.size() < 3) {
        return std::nullopt;
    }
    const std::string& last = tokens.back().word;
    const bool ends = last == "selesai" || last == "berakhir" || last == "dihentikan";
    if (!ends) {
        return std::nullopt;
    }
    const bool noun = in(step_nouns, tokens[tokens.size() - 2].word) && tokens.size() > 3;
    return Phrase{tokens.size() - (noun ? 2U : 1U), tokens.size(), Target::end, {}, 0, false};
}

/// A sentence as evidence: whole, unless it is longer than any that people write.
std::string shortened(std::string_view sentence) {
    constexpr std::size_t longest = 600;
    if (sentence.size() <= longest) {
        return std::string(sentence);
    }
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(sentence[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return std::string(sentence.substr(0, end)) + "…";
}

class SentenceReader {
public:
    /// `said_yes`: an earlier sentence began with "jika ya", so that "jika tidak" is its other
    /// exit.
    SentenceReader(std::string_view sentence, std::vector<Statement>& out, bool& said_yes)
        : sentence_(sentence),
          evidence_(shortened(sentence)),
          tokens_(tokenise(sentence)),
          out_(out),
          said_yes_(said_yes) {}

    void read() {
        read_decision();
        const bool optional = read_optional();
        std::vector<Tokens> all = clauses();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (const std::optional<Phrase> place = answer(all[i])) {
                add({.kind = Statement::Kind::jump,
                     .outcome = text_of(all[i].first(1)),
                     .target = place->target,
                     .number = place->number});
                continue;
            }
            const bool conditional = in(conjunctions, all[i].front().word);
            const std::optional<Phrase> phrase = find_phrase(all[i]);
            const bool condition_behind = !conditional && phrase && i + 1 < all.size() &&
                                          in(conjunctions, all[i + 1].front().word) &&
                                          !find_phrase(all[i + 1]) && !find_go_on(all[i + 1]);
            if (condition_behind) {
                add({.kind = Statement::Kind::jump,
                     .outcome = text_of(all[i + 1].subspan(1)),
                     .target = phrase->target,
                     .number = phrase->number});
                ++i;
            } else if (conditional) {
                read_condition(all[i], phrase, optional);
            } else if (phrase && phrase->target != Target::none) {
                add({.kind = Statement::Kind::jump,
                     .target = phrase->target,
                     .number = phrase->number});
            }
        }
    }

private:
    void add(Statement statement) {
        statement.evidence = evidence_;
        out_.push_back(std::move(statement));
    }

    [[nodiscard]] std::string text_of(Tokens tokens) const {
        if (tokens.empty()) {
            return "";
        }
        return std::string(
            sentence_.substr(tokens.front().begin, tokens.back().end - tokens.front().begin));
    }

    /// "keputusan Ya/Tidak", "(Ya/Tidak)": exits by name.
    void read_decision() {
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            const bool named = tokens_[at].word == "keputusan" && at + 2 < tokens_.size();
            const std::size_t first = named ? at + 1 : at;
            if (first + 1 >= tokens_.size()) {
                return;
            }
            const std::string_view between =
                sentence_.substr(tokens_[first].end, tokens_[first + 1].begin - tokens_[first].end);
            const bool yes_no = tokens_[first].word == "ya" && tokens_[first + 1].word == "tidak";
            if (trim(between) == "/" && (named || yes_no)) {
                add({.kind = Statement::Kind::outcomes,
                     .outcomes = {text_of(Tokens(tokens_).subspan(first, 1)),
                                  text_of(Tokens(tokens_).subspan(first + 1, 1))}});
                return;
            }
        }
    }

    bool read_optional() {
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            const std::string& word = tokens_[at].word;
            const bool denied = at >= 2 && tokens_[at - 2].word == "tidak";
            const bool may =
                at >= 1 && (tokens_[at - 1].word == "dapat" || tokens_[at - 1].word == "boleh" ||
                            tokens_[at - 1].word == "bisa");
            const bool skipped =
                (word == "dilewati" || word == "dilewatkan" || word == "diabaikan") && may &&
                !denied;
            const bool if_needed =
                at >= 1 && in(needs, word) && in(conjunctions, tokens_[at - 1].word);
            if (skipped || if_needed || word == "opsional") {
                add({.kind = Statement::Kind::optional});
                return true;
            }
        }
        return false;
    }

    /// The sentence cut before each conjunction and each "ya"/"tidak" that answers a question.
    [[nodiscard]] std::vector<Tokens> clauses() const {
        std::vector<Tokens> found;
        std::size_t begin = 0;
        for (std::size_t at = 1; at <= tokens_.size(); ++at) {
            const bool end = at == tokens_.size();
            if (end || in(conjunctions, tokens_[at].word) || opens_answer(at)) {
                if (at > begin) {
                    found.push_back(Tokens(tokens_).subspan(begin, at - begin));
                }
                begin = at;
            }
        }
        return found;
    }

    /// "Tidak ke langkah 2", "Ya: lanjut ke 5" in the middle of a sentence.
    [[nodiscard]] bool opens_answer(std::size_t at) const {
        const bool word = tokens_[at].word == "ya" || tokens_[at].word == "tidak";
        const std::string_view before =
            sentence_.substr(tokens_[at - 1].end, tokens_[at].begin - tokens_[at - 1].end);
        return word && before.find_first_of(",:/|-(") != before.npos;
    }

    /// The place that follows an answer ("Ya", "Tidak") at once.
    [[nodiscard]] static std::optional<Phrase> answer(Tokens clause) {
        if (clause.size() < 2 || (clause[0].word != "ya" && clause[0].word != "tidak")) {
            return std::nullopt;
        }
        const Tokens rest = clause.subspan(1);
        const std::size_t number = rest[0].word == "ke" ? 1 : 0;
        if (number + 1 == rest.size() && is_number(rest[number].word)) {
            return Phrase{0, rest.size(), Target::number, rest[number].word, 0, false};
        }
        std::optional<Phrase> phrase = find_phrase(rest);
        return phrase && phrase->begin == 0 ? phrase : std::nullopt;
    }

    /// "jika <condition>[,|maka] <where to>".
    void read_condition(Tokens clause, std::optional<Phrase> phrase, bool optional) {
        if (clause.size() < 2 || in(needs, clause[1].word)) {
            return;
        }
        if (!phrase) {
            phrase = find_end(clause);
        }
        if (!phrase) {
            phrase = find_person(clause);
        }
        if (!phrase) {
            phrase = find_go_on(clause);
        }
        if (phrase && phrase->begin > 1) {
            add({.kind = Statement::Kind::jump,
                 .outcome = label_before(clause, phrase->begin),
                 .target = phrase->target,
                 .number = phrase->number,
                 .name = phrase->name > 0 ? text_of(clause.subspan(phrase->name)) : "",
                 .back = phrase->back});
            said_yes_ = said_yes_ || clause[1].word == "ya";
        } else if (said_yes_ && clause[1].word == "tidak") {
            add({.kind = Statement::Kind::jump, .outcome = text_of(clause.subspan(1, 1))});
        } else if (!optional) {
            add({.kind = Statement::Kind::condition, .outcome = text_of(clause.subspan(1))});
        }
    }

    /// The condition as written, up to the comma or "maka" before the target.
    [[nodiscard]] std::string label_before(Tokens clause, std::size_t end) const {
        std::size_t last = 1;
        while (last < end) {
            const bool maka = clause[last].word == "maka";
            const std::size_t behind = clause[last - 1].end;
            const bool comma =
                last > 1 &&
                sentence_.substr(behind, clause[last].begin - behind).find_first_of(",:(") !=
                    std::string_view::npos;
            if (maka || comma) {
                break;
            }
            ++last;
        }
        return text_of(clause.subspan(1, std::max<std::size_t>(last, 2) - 1));
    }

    std::string_view sentence_;
    std::string evidence_;
    std::vector<Token> tokens_;
    std::vector<Statement>& out_;
    bool& said_yes_;
};

} // namespace

std::vector<Statement> read_statements(std::string_view text) {
    std::vector<Statement> found;
    bool said_yes = false;
    for (const std::string_view sentence : sentences(text)) {
        SentenceReader(sentence, found, said_yes).read();
        if (found.size() >= most_statements) {
            found.resize(most_statements);
            break;
        }
    }
    return found;
}

} // namespace tertib
