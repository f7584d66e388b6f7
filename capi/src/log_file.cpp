// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log_file.hpp"

#include "tertib/base/error.hpp"
#include "tertib/write/gzip.hpp"

#include <cstddef>
#include <cstdio>
#include <memory>
#include <span>
#include <string_view>

namespace tertib::capi {
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const noexcept { static_cast<void>(std::fclose(file)); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void refuse_file(const char* what, const std::string& path) {
    throw Error(ErrorCode::io, std::string("the file can't be ") + what + ": " + path,
                {.file = path});
}

OpenFile open_file(const std::string& path, const char* mode) {
    OpenFile file(std::fopen(path.c_str(), mode));
    if (file == nullptr) {
        refuse_file("opened", path);
    }
    return file;
}

/// How a file is written, by its name.
struct FileForm {
    LogFormat format = LogFormat::csv;
    bool compressed = false;
};

FileForm form_of(std::string_view path) {
    FileForm form;
    if (path.ends_with(".gz")) {
        form.compressed = true;
        path.remove_suffix(3);
    }
    if (path.ends_with(".xes")) {
        form.format = LogFormat::xes;
    } else if (!path.ends_with(".csv")) {
        throw Error(ErrorCode::argument,
                    "a log is saved as .csv, .xes, .csv.gz or .xes.gz; the name tells which");
    }
    return form;
}

} // namespace

ByteSource source_of_file(const std::string& path) {
    const std::shared_ptr<std::FILE> file = open_file(path, "rb");
    return [file, path](std::span<char> room) {
        const std::size_t count = std::fread(room.data(), 1, room.size(), file.get());
        if (count == 0 && std::ferror(file.get()) != 0) {
            refuse_file("read", path);
        }
        return count;
    };
}

void write_log(const EventLog& log, LogFormat format, const ByteSink& sink) {
    switch (format) {
    case LogFormat::csv: write_csv(log, sink); break;
    case LogFormat::xes: write_xes(log, sink); break;
    }
}

void save_log(const EventLog& log, const std::string& path) {
    const FileForm form = form_of(path);
    OpenFile file = open_file(path, "wb");
    const ByteSink write = [&](std::string_view piece) {
        if (std::fwrite(piece.data(), 1, piece.size(), file.get()) != piece.size()) {
            refuse_file("written", path);
        }
    };
    if (form.compressed) {
        Gzip packed(write);
        write_log(log, form.format, [&](std::string_view piece) { packed.write(piece); });
        packed.finish();
    } else {
        write_log(log, form.format, write);
    }
    // What is still in memory is written when it is closed: only then it is known to be there.
    if (std::fclose(file.release()) != 0) {
        refuse_file("written", path);
    }
}

} // namespace tertib::capi
