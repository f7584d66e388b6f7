// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/write/gzip.hpp"

#include <cstddef>
#include <new>
#include <utility>
#include <vector>

#include <zlib.h>

namespace tertib {

struct Gzip::Stream {
    z_stream state{};
    std::vector<char> room = std::vector<char>(std::size_t{64} << 10);
};

Gzip::Gzip(ByteSink sink) : sink_(std::move(sink)), stream_(std::make_unique<Stream>()) {
    constexpr int gzip_frame = 15 + 16; // the widest window
    constexpr int memory = 8;
    if (::deflateInit2(&stream_->state, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_frame, memory,
                       Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::bad_alloc();
    }
}

Gzip::~Gzip() {
    ::deflateEnd(&stream_->state);
}

void Gzip::run(int flush) {
    z_stream& state = stream_->state;
    do {
        state.next_out = reinterpret_cast<Bytef*>(stream_->room.data());
        state.avail_out = static_cast<uInt>(stream_->room.size());
        ::deflate(&state, flush);
        if (const std::size_t made = stream_->room.size() - state.avail_out; made > 0) {
            sink_({stream_->room.data(), made});
        }
    } while (state.avail_out == 0);
}

void Gzip::write(std::string_view piece) {
    constexpr std::size_t most = std::size_t{1} << 30; // zlib counts in 32 bits
    while (!piece.empty()) {
        const std::string_view part = piece.substr(0, most);
        // zlib doesn't write to its input, but says so only in newer headers.
        stream_->state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));
        stream_->state.avail_in = static_cast<uInt>(part.size());
        run(Z_NO_FLUSH);
        piece.remove_prefix(part.size());
    }
}

void Gzip::finish() {
    run(Z_FINISH);
}

} // namespace tertib
