// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tertib::tool {

/// Where text for people goes: how wide its lines may be and whether it may be coloured.
struct Terminal {
    std::size_t width = 80;
    bool colour = false;
};

/// The terminal behind standard output. COLUMNS goes before what the terminal says; a terminal that
/// says nothing has 80 columns, and what is piped or goes to a file 120. Colours: only on a
/// terminal that isn't dumb, and not if NO_COLOR is set (no-color.org).
[[nodiscard]] Terminal find_terminal();

/// Where an answer that is too long for memory goes, piece by piece: a file, or standard output for
/// "" and "-". Throws Failure(system) where writing fails; a reader that went away is no failure.
class OutputFile {
public:
    explicit OutputFile(std::string path);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    OutputFile(OutputFile&&) = delete;
    OutputFile& operator=(OutputFile&&) = delete;

    void write(std::string_view text);
    void finish(); ///< to be called at the end: only then a file is known to be written

private:
    std::string path_;
    int descriptor_;
};

/// Writes all of it to a file, or to standard output for "" and "-". Throws Failure(system) if that
/// fails; a reader that went away (`| head`) is no failure.
void write_output(std::string_view text, const std::string& path);

/// Talk: one line to standard error, whatever becomes of it.
void say(std::string_view line) noexcept;

} // namespace tertib::tool
