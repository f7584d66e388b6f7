// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "output.hpp"

#include "failure.hpp"
#include "printable.hpp"

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace tertib::tool {
namespace {

constexpr std::size_t narrowest = 40; ///< a table of six columns can't be told apart below
constexpr std::size_t widest = 1000;
constexpr std::size_t unknown_width = 80;
constexpr std::size_t piped_width = 120;

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

std::optional<std::size_t> stated_width() {
    const std::string_view text = environment("COLUMNS");
    std::size_t width = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), width);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || width == 0) {
        return std::nullopt;
    }
    return width;
}

std::size_t measured_width() {
    if (::isatty(STDOUT_FILENO) == 0) {
        return piped_width;
    }
    winsize size = {};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return unknown_width;
    }
    return size.ws_col;
}

/// Writes it all; the error number, or 0.
int write_all(int descriptor, std::string_view text) noexcept {
    while (!text.empty()) {
        const ssize_t done = ::write(descriptor, text.data(), text.size());
        if (done < 0) {
            if (errno == EINTR) {
                continue;
            }
            return errno;
        }
        text.remove_prefix(static_cast<std::size_t>(done));
    }
    return 0;
}

[[noreturn]] void refuse(const std::string& path, int error) {
    throw Failure(Exit::system, "UI-OUTPUT-FAILED",
                  {{"file", path}, {"reason", std::generic_category().message(error)}});
}

} // namespace

Terminal find_terminal() {
    Terminal terminal;
    terminal.width = stated_width().value_or(measured_width());
    terminal.width = std::max(narrowest, std::min(terminal.width, widest));
    terminal.colour = ::isatty(STDOUT_FILENO) != 0 && environment("NO_COLOR").empty() &&
                      environment("TERM") != "dumb";
    return terminal;
}

OutputFile::OutputFile(std::string path) : path_(std::move(path)), descriptor_(STDOUT_FILENO) {
    if (path_.empty() || path_ == "-") {
        path_ = "stdout";
        return;
    }
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor_ < 0) {
        refuse(path_, errno);
    }
}

OutputFile::~OutputFile() {
    if (descriptor_ > STDERR_FILENO) {
        ::close(descriptor_);
    }
}

void OutputFile::write(std::string_view text) {
    const int error = write_all(descriptor_, text);
    if (error != 0 && !(error == EPIPE && descriptor_ == STDOUT_FILENO)) {
        refuse(path_, error);
    }
}

void OutputFile::finish() {
    if (descriptor_ <= STDERR_FILENO) {
        return;
    }
    const int descriptor = std::exchange(descriptor_, -1);
    if (::close(descriptor) != 0) {
        refuse(path_, errno);
    }
}

void write_output(std::string_view text, const std::string& path) {
    OutputFile output(path);
    output.write(text);
    output.finish();
}

void say(std::string_view line) noexcept {
    try {
        write_all(STDERR_FILENO, printable(line) + "\n");
    } catch (...) {
        return; // no memory for the line: there is nothing left to say it with
    }
}

} // namespace tertib::tool
