// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/desk.hpp"
#include "store/registry.hpp"
#include "tertib/store/session.hpp"

#include <memory>
#include <utility>

namespace tertib {

/// A session with its own way to the data, if there is one: a registry and kept states of its own,
/// so that nothing is shared with the store but the file.
class Session::Impl {
public:
    Impl(Store& store, std::unique_ptr<Database> reader, const StoreOptions& options)
        : store_(store),
          reader_(std::move(reader)),
          registry_(options.unknown_pelaksana),
          kept_(options.kept_cases) {}

    [[nodiscard]] Store& store() { return store_; }
    [[nodiscard]] bool reads_alone() const { return reader_ != nullptr; }
    [[nodiscard]] Registry& registry() { return registry_; }

    /// Runs `work` on a transaction of the session's own.
    template <typename Work>
    auto read(const Work& work) {
        const auto transaction = reader_->begin(Access::read);
        return work(*transaction);
    }
    [[nodiscard]] std::optional<CaseState> find_case(std::string_view id);

private:
    Store& store_;
    std::unique_ptr<Database> reader_;
    Registry registry_;
    KeptCases kept_;
};

} // namespace tertib
