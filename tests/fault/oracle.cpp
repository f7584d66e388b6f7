// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "oracle.hpp"

#include <algorithm>

namespace tertib {

namespace {

std::string_view word(Fate fate) {
    switch (fate) {
    case Fate::acknowledged: return "acknowledged";
    case Fate::refused: return "refused";
    case Fate::unknown: return "of unknown fate";
    }
    return {};
}

/// case_seq runs without gaps in the order of reading.
void check_numbers(std::span<const JournalEvent> events, std::vector<std::string>& wrong) {
    std::map<std::string_view, std::int64_t> last;
    for (const JournalEvent& event : events) {
        if (event.case_seq != ++last[event.case_id]) {
            wrong.push_back("gap: " + event.case_id + " goes on with " +
                            std::to_string(event.case_seq));
            last[event.case_id] = event.case_seq;
        }
    }
}

} // namespace

Oracle::Batch& Oracle::batch_of(std::span<const Entry> entries) {
    const auto found = by_key_.find(entries.front().key);
    if (found != by_key_.end()) {
        return batches_[found->second];
    }
    for (const Entry& entry : entries) {
        by_key_.emplace(entry.key, batches_.size());
    }
    batches_.push_back({.entries = {entries.begin(), entries.end()}, .answer = {}});
    return batches_.back();
}

void Oracle::ask(std::span<const Entry> entries) {
    const bool is_new = !by_key_.contains(entries.front().key);
    Batch& batch = batch_of(entries);
    if (!is_new && batch.answer.fate != Fate::acknowledged) {
        batch.before = batch.answer.fate;
        batch.answer.fate = Fate::unknown;
    }
}

void Oracle::answer(std::span<const Entry> entries, const Answer& answer) {
    Batch& batch = batch_of(entries);
    if (answer.fate == Fate::acknowledged && answer.case_seqs.size() != entries.size()) {
        contradictions_.push_back("an acknowledgement without numbers: " + entries.front().key);
    }
    if (batch.answer.fate == Fate::acknowledged) {
        if (answer.fate == Fate::acknowledged && answer.case_seqs != batch.answer.case_seqs) {
            contradictions_.push_back("two answers for " + entries.front().key);
        }
        return;
    }
    batch.answer = answer;
    if (answer.fate == Fate::refused) {
        batch.answer.fate = batch.before;
    }
}

Answer Oracle::append(Subject& subject, std::span<const Entry> batch) {
    ask(batch);
    Answer said = subject.append(batch);
    answer(batch, said);
    return said;
}

void Oracle::compare(const Batch& batch, const EventsByKey& there, std::string_view case_id,
                     std::vector<std::string>& wrong) {
    std::size_t found = 0;
    std::size_t wanted = 0;
    for (std::size_t i = 0; i < batch.entries.size(); ++i) {
        const Entry& entry = batch.entries[i];
        if (!case_id.empty() && entry.case_id != case_id) {
            continue;
        }
        ++wanted;
        const auto place = there.find(entry.key);
        if (place == there.end()) {
            continue;
        }
        ++found;
        const JournalEvent& event = *place->second.front();
        if (place->second.size() > 1) {
            wrong.push_back("twice: " + entry.key);
        }
        if (event.case_id != entry.case_id || event.payload != entry.payload) {
            wrong.push_back("changed: " + entry.key);
        }
        if (batch.answer.fate == Fate::acknowledged && i < batch.answer.case_seqs.size() &&
            batch.answer.case_seqs[i] != event.case_seq) {
            wrong.push_back("another number: " + entry.key);
        }
    }
    const auto report = [&](std::string_view what) {
        wrong.push_back(std::string(what) + ": " + batch.entries.front().key + ", " +
                        std::string(word(batch.answer.fate)) + " " + batch.answer.reason);
    };
    if (found != 0 && found != wanted) {
        report("torn");
    }
    if (batch.answer.fate == Fate::acknowledged && found < wanted) {
        report("lost");
    }
    if (batch.answer.fate == Fate::refused && found != 0) {
        report("there after all");
    }
}

std::vector<std::string> Oracle::compare(std::span<const JournalEvent> events,
                                         std::string_view case_id) const {
    std::vector<std::string> wrong = contradictions_;
    check_numbers(events, wrong);
    EventsByKey there;
    for (const JournalEvent& event : events) {
        there[event.key].push_back(&event);
        if (!by_key_.contains(event.key)) {
            wrong.push_back("never asked: " + event.key);
        }
    }
    for (const Batch& batch : batches_) {
        compare(batch, there, case_id, wrong);
    }
    return wrong;
}

std::vector<std::vector<Entry>> Oracle::unsettled() const {
    std::vector<std::vector<Entry>> result;
    for (const Batch& batch : batches_) {
        if (batch.answer.fate != Fate::acknowledged) {
            result.push_back(batch.entries);
        }
    }
    return result;
}

std::size_t Oracle::count(Fate fate) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        batches_, [&](const Batch& batch) { return batch.answer.fate == fate; }));
}

std::size_t Oracle::acknowledged() const {
    return count(Fate::acknowledged);
}

std::size_t Oracle::unknown() const {
    return count(Fate::unknown);
}

std::vector<std::string> examine(Subject& subject, const Oracle& oracle) {
    std::vector<std::string> wrong;
    try {
        wrong = subject.check();
        for (std::string& word : oracle.compare(read_events(subject))) {
            wrong.push_back(std::move(word));
        }
    } catch (const SubjectError& error) {
        wrong.push_back(std::string("unreadable: ") + error.what());
    }
    return wrong;
}

std::vector<std::string> ask_again(Subject& subject, Oracle& oracle) {
    std::vector<std::string> wrong;
    for (const std::vector<Entry>& batch : oracle.unsettled()) {
        const Answer answer = oracle.append(subject, batch);
        if (answer.fate != Fate::acknowledged) {
            wrong.push_back("asked again in vain: " + batch.front().key + ", " + answer.reason);
        }
    }
    for (std::string& word : examine(subject, oracle)) {
        wrong.push_back(std::move(word));
    }
    return wrong;
}

} // namespace tertib
