// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace tertib::tool {

/// How the command ends. The numbers are a contract with scripts: never changed or reused.
enum class Exit : int {
    done = 0,       ///< done, nothing wrong found
    negative = 1,   ///< done, and what was asked came out negative
    usage = 2,      ///< called wrongly
    unreadable = 3, ///< the input can't be read
    system = 4,     ///< the system failed
    unknown = 5     ///< it isn't known whether what was asked took place; ask again with the key
};

/// Why the command can't do what it was asked: a text of the catalogue, said in the user's
/// language where it is caught.
class Failure : public std::runtime_error {
public:
    Failure(Exit exit, const std::string& code, std::vector<Argument> arguments = {})
        : std::runtime_error(code),
          exit_(exit),
          arguments_(std::move(arguments)) {}

    [[nodiscard]] Exit exit() const noexcept { return exit_; }
    [[nodiscard]] std::string code() const { return what(); }
    [[nodiscard]] const std::vector<Argument>& arguments() const noexcept { return arguments_; }

private:
    Exit exit_;
    std::vector<Argument> arguments_;
};

} // namespace tertib::tool
