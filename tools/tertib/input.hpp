// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace tertib::tool {

/// The bytes of a file, or of standard input for "-". Throws Failure(unreadable) that names the
/// file and what to do for a missing file, a folder, a file without leave to read it, and one of
/// more than `max_bytes` (a regular file is refused before any of it is read).
[[nodiscard]] std::string read_input(const std::string& path, std::size_t max_bytes);

/// A file read piece by piece, or standard input for "-". Throws Failure(unreadable) as
/// read_input() does.
class InputFile {
public:
    explicit InputFile(const std::string& path);
    ~InputFile();
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    InputFile(InputFile&&) = delete;
    InputFile& operator=(InputFile&&) = delete;

    /// Its length, if it is an ordinary file.
    [[nodiscard]] std::optional<std::uintmax_t> size() const;
    /// Up to a mebibyte of it more, appended; whether there was any.
    [[nodiscard]] bool read_more(std::string& bytes);

private:
    std::string path_;
    int descriptor_;
};

} // namespace tertib::tool
