// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// Stands in for the program's operator new, also inside the library: the n-th request fails.
#include "failing_memory.h"

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

std::atomic<long> left{-1}; ///< requests that are still granted; negative: all

} // namespace

void fail_after(long requests) {
    left = requests;
}

int has_failed() {
    return left == 0 ? 1 : 0;
}

void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
    const long granted = left;
    if (granted > 0) {
        left = granted - 1;
    }
    return granted == 0 ? nullptr : std::malloc(size == 0 ? 1 : size);
}

void* operator new(std::size_t size) {
    void* memory = operator new(size, std::nothrow);
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    return memory;
}

void operator delete(void* memory) noexcept {
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
