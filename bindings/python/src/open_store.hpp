// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/error.hpp"
#include "tertib/store/store.hpp"

#include <pybind11/pybind11.h>

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tertib::python {

/// The store as long as it is open, and the process that opened it.
class OpenStore {
public:
    OpenStore(std::unique_ptr<Database> database, StoreOptions options);
    explicit OpenStore(Store store);
    OpenStore(const OpenStore&) = delete;
    OpenStore(OpenStore&&) = delete;
    OpenStore& operator=(const OpenStore&) = delete;
    OpenStore& operator=(OpenStore&&) = delete;
    ~OpenStore() { close(); }

    [[nodiscard]] bool closed() const noexcept { return store_ == nullptr; }

    /// Calls that run keep it open until they are done.
    void close();

    /// Runs `work` on the store, without the GIL. It is the same Store each time.
    template <typename Work>
    auto run(const Work& work) const {
        const std::shared_ptr<Store> store = opened();
        const pybind11::gil_scoped_release released;
        return work(*store);
    }

private:
    /// Throws Error(argument) if it was closed, or opened by another process.
    [[nodiscard]] std::shared_ptr<Store> opened() const;

    std::shared_ptr<Store> store_;
    pid_t process_ = getpid();
};

/// A case in a store as "tertib.case/1".
[[nodiscard]] std::string case_json(Store& store, const CaseState& state);
/// `count` events of a case from a number on, as lines of "tertib.journal/1" on the clock of its
/// calendar; none if there is no such case.
[[nodiscard]] std::vector<std::string> lines_of(Store& store, const std::string& case_id,
                                                std::uint64_t from, std::size_t count);

} // namespace tertib::python
