// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// Deliberately wrong, for headers_control: it uses std::string without including <string>.
inline std::string leaning() {
    return {};
}
