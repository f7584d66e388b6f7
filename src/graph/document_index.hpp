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
#include <unordered_map>
#include <vector>

namespace tertib {

/// Texts by number (equal after folding = the same number), what was made so far, and which of it
/// is like a given text. Filled in document order. Borrows the produk that it is told of.
class DocumentIndex {
public:
    using Text = std::uint32_t;
    static constexpr Text none = UINT32_MAX;

    explicit DocumentIndex(const DocumentOptions& options) : options_(options) {}

    /// The number of a text, or `none` if it is no document.
    [[nodiscard]] Text number(std::string_view text);

    /// Says that a step makes this.
    void made(Text text, std::size_t step, std::string_view as_written);

    struct Match {
        std::size_t step = 0;
        std::string_view produk;
        Text text = none;
        double similarity = 1.0;
    };
    /// The nearest step so far that makes it, or what is most like it.
    [[nodiscard]] std::optional<Match> find(Text text);

private:
    using Word = std::uint32_t;

    struct Entry {
        std::size_t step_after = 0; ///< one more than the last step that makes it, 0 if none
        std::string_view as_written;
        std::uint32_t bag_begin = none; ///< its words, ascending, in bags_; none: not yet
        std::uint32_t bag_size = 0;
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
    /// A text that nothing earlier is equal to, and how far its look-out has come.
    struct Search {
        std::vector<Word> rare;            ///< any match has one of these words
        std::vector<std::uint32_t> looked; ///< by rare word: where its list was left
        std::vector<Candidate> matches;
        std::size_t budget = 0;
    };

    [[nodiscard]] std::span<const Word> bag(Text text);
    void fill_bag(Entry& entry, std::string_view folded);
    [[nodiscard]] Word word(std::string_view text);
    void catch_up();
    [[nodiscard]] Search& search_for(Text text);
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
    std::unordered_map<Text, Search> searches_;
};

} // namespace tertib
