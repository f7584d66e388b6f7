// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

namespace tertib {

/// Bytes by the end of the file's name: "" the database, "-wal", "-journal". Shared memory isn't
/// among them: no process that dies leaves it to be trusted.
using DatabaseFiles = std::map<std::string, std::string>;

/// A folder of its own for the files of a harness, removed with it. In memory (/dev/shm) where the
/// system has that: these harnesses need the calls, not the disk.
class ScratchFolder {
public:
    ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();

    [[nodiscard]] std::string path(const std::string& name) const { return folder_ + "/" + name; }

private:
    std::string folder_;
};

[[nodiscard]] DatabaseFiles load_files(const std::string& path);
/// Leaves exactly these there, and neither shared memory nor a copy.
void store_files(const std::string& path, const DatabaseFiles& files);

} // namespace tertib
