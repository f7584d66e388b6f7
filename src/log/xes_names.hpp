// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// How what XES says beside its events is named in a log, for the reader and the writer. A name is
/// a path of keys with tabs between, since XES allows no tab in a key; an empty piece is followed by
/// the number of an item of a list.
namespace tertib {

inline constexpr char xes_separator = '\t';
/// Columns of what the start of an activity says otherwise than its complete.
inline constexpr std::string_view xes_start_prefix = "\tstart\t";

/// Attributes of the log. Values of the first four are texts, pieces with tabs between.
inline constexpr std::string_view xes_version_name = "xes:version";
inline constexpr std::string_view xes_features_name = "xes:features";
inline constexpr std::string_view xes_extension_name = "xes:extension";   ///< name, prefix, uri
inline constexpr std::string_view xes_classifier_name = "xes:classifier"; ///< name, scope, keys
/// Followed by the scope, a tab and a path; the value is the default.
inline constexpr std::string_view xes_global_prefix = "xes:global:";
/// Followed by event or trace, a tab and the path of a column whose texts are ids.
inline constexpr std::string_view xes_id_prefix = "xes:id:";

} // namespace tertib
