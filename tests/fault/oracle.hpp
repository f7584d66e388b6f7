// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subject.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// What was asked of a subject and what it answered, kept outside its file, and the comparison of
/// both. A value: a copy is what was known at that moment. One thread.
///
///     oracle.ask(batch);                              // from now on it may be there
///     oracle.answer(batch, subject->append(batch));   // from now on it must, or must not
///     for (const std::string& wrong : oracle.compare(read_events(*subject))) …
///
/// It can't see what nobody was told: of entries whose fate is unknown it demands only all or none.
class Oracle {
public:
    /// A batch is recognised by its first key; asking again makes a refused one possible again.
    void ask(std::span<const Entry> batch);
    /// Acknowledged stays acknowledged; a refusal doesn't settle what was unknown before.
    void answer(std::span<const Entry> batch, const Answer& answer);
    /// Asks and answers in one.
    Answer append(Subject& subject, std::span<const Entry> batch);

    /// Everything in which the events of the file, or of one case, contradict the answers.
    [[nodiscard]] std::vector<std::string> compare(std::span<const JournalEvent> events,
                                                   std::string_view case_id = {}) const;

    /// What isn't acknowledged, in the order of asking.
    [[nodiscard]] std::vector<std::vector<Entry>> unsettled() const;
    [[nodiscard]] std::size_t acknowledged() const;
    [[nodiscard]] std::size_t unknown() const;

private:
    struct Batch {
        std::vector<Entry> entries;
        Answer answer;
        Fate before = Fate::refused; ///< of the earlier askings
    };

    using EventsByKey = std::map<std::string_view, std::vector<const JournalEvent*>>;
    static void compare(const Batch& batch, const EventsByKey& there, std::string_view case_id,
                        std::vector<std::string>& wrong);
    [[nodiscard]] Batch& batch_of(std::span<const Entry> entries);
    [[nodiscard]] std::size_t count(Fate fate) const;

    std::vector<Batch> batches_;
    std::map<std::string, std::size_t, std::less<>> by_key_; ///< of every entry
    std::vector<std::string> contradictions_;                ///< between answers
};

/// What is wrong with an opened subject: its own check and the comparison.
[[nodiscard]] std::vector<std::string> examine(Subject& subject, const Oracle& oracle);

/// Asks again for all that isn't acknowledged, which must work now, and examines.
[[nodiscard]] std::vector<std::string> ask_again(Subject& subject, Oracle& oracle);

} // namespace tertib
