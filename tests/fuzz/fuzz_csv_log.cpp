// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
// Any bytes, as a table of events: an Error of the format or of a limit, or a log whose texts are
// UTF-8 and that is the same however the bytes come.
#include "grid_order.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/log/log_info.hpp"
#include "tertib/read/csv_log.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace {

tertib::CsvLogOptions small_limits() {
    tertib::CsvLogOptions options;
    options.limits = {.max_rows = 10'000, .max_columns = 100, .max_text = 10'000};
    return options;
}

/// Seven bytes at a time.
tertib::ByteSource trickle(std::string_view bytes) {
    return [bytes](std::span<char> room) mutable {
        const std::size_t count = std::min({std::size_t{7}, room.size(), bytes.size()});
        std::ranges::copy(bytes.substr(0, count), room.begin());
        bytes.remove_prefix(count);
        return count;
    };
}

void expect_text(const tertib::Dictionary& texts) {
    for (std::size_t code = 1; code <= texts.size(); ++code) {
        expect(tertib::is_utf8(texts.text(static_cast<tertib::Code>(code))), "texts are UTF-8");
    }
}

void expect_log(const tertib::EventLog& log) {
    expect_text(log.cases());
    expect_text(log.activities());
    expect_text(log.resources());
    for (const tertib::ExtraColumn& column : log.columns()) {
        expect(tertib::is_utf8(column.name()), "names of columns are UTF-8");
        expect(column.size() == log.row_count(), "columns are as long as the log");
    }
    expect(tertib::make_log_info(log).events == log.row_count(), "each event is counted");
}

void read_both_ways(const std::string& bytes, const tertib::CsvLogOptions& options) {
    const tertib::LogReading whole = tertib::read_csv_log(tertib::source_of(bytes), options);
    expect_log(whole.log);
    const tertib::LogReading pieces = tertib::read_csv_log(trickle(bytes), options);
    expect(tertib::digest(pieces.log) == tertib::digest(whole.log), "pieces make no difference");
    expect(pieces.findings == whole.findings, "pieces make no difference to findings");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    tertib::CsvLogOptions options = small_limits();
    for (const bool wide : {false, true}) {
        if (wide) {
            options.map.wide = {{"1", "", "Tgl Terima"}};
        }
        try {
            read_both_ways(bytes, options);
        } catch (const tertib::Error& error) {
            const tertib::ErrorCode code = error.code();
            expect(code == tertib::ErrorCode::format || code == tertib::ErrorCode::limit,
                   "hostile bytes are an error of the format or of a limit");
        }
    }
    static_cast<void>(tertib::read_csv_head(bytes.substr(0, std::size_t{64} << 10), options));
    return 0;
}
