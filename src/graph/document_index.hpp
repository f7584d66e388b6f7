// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/documents.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tertib {

/// A text's words as sorted numbers, and those among them that must be the same on both sides.
struct WordBag {
    std::vector<std::uint32_t> words;
    std::vector<std::uint32_t> telling;
};

/// The one measure of documents.hpp, on numbered words. 0 if they are not one document.
[[nodiscard]] double compare(const WordBag& produk, const WordBag& kelengkapan,
                             const DocumentOptions& options);

/// Texts by number (equal after folding = the same number), what was made so far, and which of it
/// is like a given text. Filled in document order. Borrows the texts that it is given.
class DocumentIndex {
public:
    using Text = std::uint32_t;
    static constexpr Text none = UINT32_MAX;

    explicit DocumentIndex(const DocumentOptions& options) : options_(options) {}

    /// The number of a text, or `none` if it is no document.
    [[nodiscard]] Text number(std::string_view text);
    [[nodiscard]] std::size_t text_count() const noexcept { return texts_.size(); }

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
    struct Entry {
        std::string folded;
        std::size_t step_after = 0; ///< one more than the last step that makes it, 0 if none
        std::string_view as_written;
    };
    struct Candidate {
        Text text = none;
        double similarity = 0;
    };
    /// A text that nothing earlier is equal to, and how far its look-out has come.
    struct Search {
        WordBag bag;
        std::vector<std::uint32_t> rare; ///< any match has one of these words
        std::vector<std::size_t> looked; ///< by rare word: how much of its list was seen
        std::vector<Candidate> matches;
        std::size_t budget = 0;
    };

    [[nodiscard]] WordBag bag_of(Text text);
    [[nodiscard]] std::uint32_t word(const std::string& word);
    void catch_up();
    [[nodiscard]] Search& search_for(Text text);
    void look(Search& search);
    void judge(Search& search, Text candidate);

    DocumentOptions options_;
    std::deque<Entry> texts_;
    std::unordered_map<std::string_view, Text> by_raw_;
    std::unordered_map<std::string_view, Text> by_folded_;
    std::vector<Text> new_; ///< made, but their words not yet listed
    std::unordered_map<std::string, std::uint32_t> words_;
    std::vector<bool> telling_;                ///< by word
    std::vector<std::vector<Text>> made_with_; ///< by word: the texts made that have it
    std::unordered_map<Text, WordBag> bags_;   ///< of texts made
    std::unordered_map<Text, Search> searches_;
};

} // namespace tertib
