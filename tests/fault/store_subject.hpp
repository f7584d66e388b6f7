// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subject.hpp"

namespace tertib {

/// The library's own store on SQLite as a subject: an entry is a note on its case, the first one
/// starts the case, and the key is the request's. A note keeps its key as its first line, so that
/// what is read can be compared with what was asked.
///
/// `integrity` is the store's own verification: every link, every body, every table against one
/// made anew. The CacheSize isn't the store's to choose, and Durability::off isn't offered.
[[nodiscard]] OpenSubject store_subject();

} // namespace tertib
