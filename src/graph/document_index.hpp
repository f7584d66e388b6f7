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

/// Texts by number (equal after folding = the same number), what was made so far, and which of it
/// is like a given text. Filled in document order. Borrows the produk that it is told of.
class DocumentIndex {
public:
    using Text = std::uint32_t;
    static constexpr Text none = UINT32_MAX;

    /// Has room for so many different texts at first; more may come.
    DocumentIndex(const DocumentOptions& options, std::size_t expected);

    /// The number of a text, or `none` if it is no document.
    [[nodiscard]] Text number(std::string_view text);

    enum class Mention : std::uint8_t { first, again };
    /// Says that a step needs this; `again` if the same step just said so. Steps only ascend.
    Mention needed(Text text, std::uint32_t step);
    /// Says that a step makes this; likewise. What was written first in its row counts.
    Mention made(Text text, std::uint32_t step, std::string_view as_written);
    /// Whether any step after this one needed the text so far.
    [[nodiscard]] bool needed_after(Text text, std::uint32_t step) const {
        return entries_[text].needed_after > step + 1;
    }

    struct Match {
        std::uint32_t step = 0;
        std::string_view produk;
        Text text = none;
        double similarity = 1.0;
    };
    /// The nearest step so far that makes it, or what is most like it.
    [[nodiscard]] std::optional<Match> find(Text text);

private:
    using Word = std::uint32_t;

    struct Entry {
        std::string_view as_written;
        std::uint32_t made_after = 0;   ///< one more than the last step that makes it, 0 if none
        std::uint32_t needed_after = 0; ///< likewise that needs it
        std::uint32_t bag_begin = none; ///< its words, ascending, in bags_; none: not yet
        std::uint32_t bag_size = 0;
        std::uint32_t search = none; ///< in searches_
        bool document = true;
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
    [[nodiscard]] Word word(std::string_view text);
    void catch_up();
    [[nodiscard]] Search& search_for(Text text);
    void choose_rare(Search& search, std::span<const Word> words);
    void look(Text text, Search& search);
    void judge(Text text, Search& search, Text candidate);
    [[nodiscard]] double compare(Text produk, Text kelengkapan);

    DocumentOptions options_;
    TextNumbers texts_;
    std::vector<Entry> entries_; ///< by text
    std::vector<Text> new_;      ///< made, but not yet listed by their words
    TextNumbers words_;
    std::vector<WordEntry> word_entries_; ///< by word
    std::vector<Word> bags_;
    std::vector<Listed> lists_;
    std::vector<Search> searches_;
    std::vector<Rare> rares_;
    std::vector<Word> sorted_; ///< kept for its room
};

} // namespace tertib
