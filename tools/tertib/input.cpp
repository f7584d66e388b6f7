// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "input.hpp"

#include "failure.hpp"

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tertib::tool {
namespace {

/// An open file that closes itself; standard input stays open.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ > STDIN_FILENO) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const noexcept { return number_; }

private:
    int number_;
};

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

void check(int descriptor, const std::string& path, std::size_t max_bytes) {
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0) {
        refuse(path, errno);
    }
    if (S_ISDIR(status.st_mode)) {
        refuse(path, EISDIR);
    }
    if (S_ISREG(status.st_mode) && static_cast<std::uintmax_t>(status.st_size) > max_bytes) {
        refuse_size(path, max_bytes);
    }
}

} // namespace

std::string read_input(const std::string& path, std::size_t max_bytes) {
    const Descriptor file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) {
        refuse(path, errno);
    }
    check(file.number(), path, max_bytes);
    std::string bytes;
    std::array<char, 65536> buffer{};
    while (true) {
        const ssize_t got = ::read(file.number(), buffer.data(), buffer.size());
        if (got == 0) {
            return bytes;
        }
        if (got < 0) {
            if (errno == EINTR) {
                continue;
            }
            refuse(path, errno);
        }
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
        if (bytes.size() > max_bytes) {
            refuse_size(path, max_bytes);
        }
    }
}

} // namespace tertib::tool
