// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/gunzip.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include <zlib.h>

namespace tertib {
namespace {

constexpr std::size_t piece = std::size_t{64} << 10;
constexpr std::uint64_t judged_from = std::uint64_t{1} << 20;
constexpr int gzip_only = 15 + 16; // the widest window, and nothing but gzip's frame

class Inflater {
public:
    Inflater(ByteSource compressed, const GunzipLimits& limits)
        : compressed_(std::move(compressed)),
          limits_(limits),
          input_(piece) {
        if (::inflateInit2(&stream_, gzip_only) != Z_OK) {
            throw std::bad_alloc();
        }
    }
    ~Inflater() { ::inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    Inflater(Inflater&&) = delete;
    Inflater& operator=(Inflater&&) = delete;

    std::size_t fill(std::span<char> room) {
        const auto size = static_cast<uInt>(std::min(room.size(), std::size_t{1} << 30));
        stream_.next_out = reinterpret_cast<Bytef*>(room.data());
        stream_.avail_out = size;
        while (stream_.avail_out == size && !done_) {
            step();
        }
        const std::size_t made = size - stream_.avail_out;
        out_ += made;
        check_limits();
        return made;
    }

private:
    void step() {
        if (stream_.avail_in == 0 && !refill()) {
            if (within_) {
                refuse("it is cut off");
            }
            done_ = true;
            return;
        }
        if (!within_) {
            begin_member();
            return;
        }
        const int result = ::inflate(&stream_, Z_NO_FLUSH);
        if (result == Z_MEM_ERROR) {
            throw std::bad_alloc();
        }
        if (result == Z_STREAM_END) {
            within_ = false;
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            refuse(stream_.msg == nullptr ? "it is damaged" : stream_.msg);
        }
    }

    /// Another member, or zeros that fill up a block of a tape or disk, which mean nothing.
    void begin_member() {
        if (members_ > 0 && *stream_.next_in == 0) {
            ++stream_.next_in;
            --stream_.avail_in;
            return;
        }
        ::inflateReset(&stream_);
        ++members_;
        within_ = true;
    }

    bool refill() {
        const std::size_t got = compressed_(std::span<char>(input_));
        in_ += got;
        stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
        stream_.avail_in = static_cast<uInt>(got);
        return got > 0;
    }

    void check_limits() const {
        if (out_ > limits_.max_bytes) {
            throw Error(ErrorCode::limit, "the file holds more than " +
                                              std::to_string(limits_.max_bytes) +
                                              " bytes (limit max_bytes)");
        }
        const std::uint64_t taken = std::max<std::uint64_t>(in_ - stream_.avail_in, 1);
        if (out_ > judged_from && out_ / taken > limits_.max_inflation) {
            throw Error(ErrorCode::limit, "the compressed file swells more than " +
                                              std::to_string(limits_.max_inflation) +
                                              " times (limit max_inflation)");
        }
    }

    [[noreturn]] void refuse(const std::string& reason) const {
        throw Error(ErrorCode::format, "the compressed file can't be read on at byte " +
                                           std::to_string(in_ - stream_.avail_in + 1) + ": " +
                                           reason);
    }

    ByteSource compressed_;
    GunzipLimits limits_;
    std::vector<char> input_;
    z_stream stream_{};
    std::uint64_t in_ = 0;
    std::uint64_t out_ = 0;
    std::uint64_t members_ = 0;
    bool within_ = false; ///< a member that hasn't ended
    bool done_ = false;
};

} // namespace

bool is_gzip(std::string_view front) noexcept {
    return front.starts_with("\x1f\x8b");
}

ByteSource gunzip(ByteSource compressed, const GunzipLimits& limits) {
    const auto inflater = std::make_shared<Inflater>(std::move(compressed), limits);
    return [inflater](std::span<char> room) { return inflater->fill(room); };
}

} // namespace tertib
