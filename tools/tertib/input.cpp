// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "input.hpp"

#include "failure.hpp"

#include <cerrno>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tertib::tool {
namespace {

[[noreturn]] void refuse(const std::string& path, int error) {
    const std::vector<Argument> file = {{"file", path}};
    switch (error) {
    case ENOENT:
    case ENOTDIR: throw Failure(Exit::unreadable, "UI-INPUT-MISSING", file);
    case EACCES:
    case EPERM: throw Failure(Exit::unreadable, "UI-INPUT-DENIED", file);
    case EISDIR: throw Failure(Exit::unreadable, "UI-INPUT-FOLDER", file);
    default:
        throw Failure(Exit::unreadable, "UI-INPUT-FAILED",
                      {{"file", path}, {"reason", std::generic_category().message(error)}});
    }
}

[[noreturn]] void refuse_size(const std::string& path, std::size_t max_bytes) {
    throw Failure(Exit::unreadable, "UI-INPUT-TOO-LARGE",
                  {{"file", path}, {"limit", std::to_string(max_bytes >> 20) + " MiB"}});
}

struct stat status_of(int descriptor, const std::string& path) {
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0) {
        refuse(path, errno);
    }
    return status;
}

constexpr std::size_t piece = std::size_t{1} << 20;

} // namespace

InputFile::InputFile(const std::string& path)
    : path_(path),
      descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) {
        refuse(path, errno);
    }
    if (S_ISDIR(status_of(descriptor_, path_).st_mode)) {
        refuse(path_, EISDIR);
    }
}

InputFile::~InputFile() {
    if (descriptor_ > STDIN_FILENO) {
        ::close(descriptor_);
    }
}

std::optional<std::uintmax_t> InputFile::size() const {
    const struct stat status = status_of(descriptor_, path_);
    return S_ISREG(status.st_mode) ? std::optional(static_cast<std::uintmax_t>(status.st_size))
                                   : std::nullopt;
}

bool InputFile::read_more(std::string& bytes) {
    const std::size_t before = bytes.size();
    bytes.resize(before + piece);
    while (true) {
        const ssize_t got = ::read(descriptor_, bytes.data() + before, piece);
        if (got >= 0) {
            bytes.resize(before + static_cast<std::size_t>(got));
            return got > 0;
        }
        if (errno != EINTR) {
            refuse(path_, errno);
        }
    }
}

std::string read_input(const std::string& path, std::size_t max_bytes) {
    InputFile file(path);
    if (file.size().value_or(0) > max_bytes) {
        refuse_size(path, max_bytes);
    }
    std::string bytes;
    while (file.read_more(bytes)) {
        if (bytes.size() > max_bytes) {
            refuse_size(path, max_bytes);
        }
    }
    return bytes;
}

} // namespace tertib::tool
