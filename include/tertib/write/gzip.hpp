// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/write/log_file.hpp"

#include <memory>
#include <string_view>

namespace tertib {

/// Compresses what is written to it, as gzip (RFC 1952), piece by piece.
///
///     Gzip file(sink);
///     write_xes(log, [&](std::string_view piece) { file.write(piece); });
///     file.finish();
///
/// The same bytes give the same file, whatever the clock says. Whatever the sink throws passes
/// through. For one thread.
class Gzip {
public:
    explicit Gzip(ByteSink sink);
    ~Gzip();
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;
    Gzip(Gzip&&) = delete;
    Gzip& operator=(Gzip&&) = delete;

    void write(std::string_view piece);
    void finish(); ///< to be called once, at the end: only then the file is whole

private:
    struct Stream;
    void run(int flush);

    ByteSink sink_;
    std::unique_ptr<Stream> stream_;
};

} // namespace tertib
