// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text_numbers.hpp"
#include "tertib/graph/documents.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tertib {

/// Whether a folded text names anything: "-" and the like stand for nothing.
[[nodiscard]] bool is_document(std::string_view folded);

/// What was made so far that is like a given text, by the words that both have. First `want` each
/// text that will be looked for: only their words are kept, as most texts are found as they stand
/// and never looked for here. Then go through the steps in document order. Borrows the texts.
class DocumentIndex {
public:
    using Text = std::uint32_t; ///< a number of the TextNumbers
    static constexpr std::uint32_t none = UINT32_MAX;

    DocumentIndex(const DocumentOptions& options, const TextNumbers& texts);

    void want(Text text);

    /// Says that the text is made here; `place` is the caller's, and ascends.
    void made(Text text, std::uint32_t place);

    struct Match {
        std::uint32_t place = none; ///< the last one where it is made so far
        double similarity = 0;
    };
    /// The nearest of what is most like it, and alike enough. Not for a text that was made itself.
    [[nodiscard]] std::optional<Match> find(Text text);

private:
    using Word = std::uint32_t; ///< in the order in which they are met, as far as wanted

    struct Entry {
        std::uint32_t made = none;      ///< the last place where it was made
        std::uint32_t bag_begin = none; ///< its wanted words, ascending, in bags_; none: not yet
        std::uint32_t bag_size = 0;
        std::uint32_t others = 0;    ///< how many words more it has, which nothing wanted has
        std::uint32_t search = none; ///< in searches_
        bool others_tell = false;
    };
    /// A text made that has a word, and the one listed before it.
    struct Listed {
        Text text = none;
        std::uint32_t before = none;
    };
    struct WordEntry {
        std::uint32_t last = none; ///< in lists_
        std::uint32_t count = 0;
        bool telling = false; ///< must be the same on both sides
    };
    struct Candidate {
        Text text = none;
        double similarity = 0;
    };
    /// A word that any match of a search must have, or another such, and where its list was left.
    struct Rare {
        Word word = none;
        std::uint32_t looked = none;
    };
    /// A text that nothing earlier is equal to, and how far its look-out has come.
    struct Search {
        std::size_t rare_begin = 0; ///< in rares_
        std::size_t rare_count = 0;
        std::vector<Candidate> matches;
        std::size_t budget = 0;
    };

    [[nodiscard]] std::span<const Word> bag(Text text);
    void fill_bag(Entry& entry, std::string_view folded);
    void take_word(Entry& entry, std::string_view word);
    void catch_up();
    [[nodiscard]] Search& search_for(Text text);
    void choose_rare(Search& search, std::span<const Word> words);
    void look(Text text, Search& search);
    void judge(Text text, Search& search, Text candidate);
    [[nodiscard]] double compare(Text produk, Text kelengkapan);

    DocumentOptions options_;
    const TextNumbers* texts_;
    std::vector<Entry> entries_;          ///< by text
    std::vector<Text> new_;               ///< made, but not yet listed by their words
    TextNumbers words_;                   ///< of wanted texts
    std::vector<Word> met_;               ///< by number in words_; none: not yet
    std::vector<WordEntry> word_entries_; ///< by word
    std::vector<Word> bags_;
    std::vector<Listed> lists_;
    std::vector<Search> searches_;
    std::vector<Rare> rares_;
    std::vector<Word> sorted_; ///< kept for its room
};

} // namespace tertib
