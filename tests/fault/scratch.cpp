// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "scratch.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <stdlib.h>

namespace tertib {

namespace {

constexpr const char* kept_ends[] = {"", "-wal", "-journal"};
constexpr const char* all_ends[] = {"",      "-wal",      "-journal",      "-shm",
                                    "-copy", "-copy-wal", "-copy-journal", "-copy-shm"};

} // namespace

ScratchFolder::ScratchFolder() {
    std::error_code absent;
    const bool in_memory = std::filesystem::is_directory("/dev/shm", absent);
    std::string name = in_memory ? "/dev/shm" : std::filesystem::temp_directory_path().string();
    name += "/tertib-fault-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no scratch folder " + name);
    }
    folder_ = name;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

DatabaseFiles load_files(const std::string& path) {
    DatabaseFiles files;
    for (const char* end : kept_ends) {
        std::ifstream file(path + end, std::ios::binary);
        if (file) {
            files.emplace(end, std::string(std::istreambuf_iterator<char>(file), {}));
        }
    }
    return files;
}

void store_files(const std::string& path, const DatabaseFiles& files) {
    for (const char* end : all_ends) {
        std::filesystem::remove(path + end);
    }
    for (const auto& [end, bytes] : files) {
        std::ofstream file(path + end, std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!file.flush()) {
            throw std::runtime_error("cannot write " + path + end);
        }
    }
}

} // namespace tertib
