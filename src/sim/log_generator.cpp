// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/sim/log_generator.hpp"

#include "sim/case_maker.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/log/log_builder.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

namespace tertib {
namespace {

constexpr std::string_view unknown_activity = "Kegiatan di luar SOP";
constexpr std::uint8_t unplanted = deviation_count;

/// A column that tells of one document, and of which steps.
struct ToldDocument {
    std::string text;
    std::string column;
    bool produk = false;
};

void check_options(const Sop& sop, const GeneratorOptions& options) {
    if (options.until < options.from || options.from < first_day || options.until > last_day) {
        throw Error(ErrorCode::argument, "a log from " + text(options.from) + " until " +
                                             text(options.until) + " can't be made up");
    }
    if (options.cases >= UINT32_MAX) {
        throw Error(ErrorCode::limit, "a generated log has fewer than 4294967295 cases");
    }
    std::size_t planted = 0;
    for (const PlantedDeviation& each : options.plants) {
        planted += each.cases;
        if (!can_be_planted(each.code)) {
            throw Error(ErrorCode::argument,
                        std::string(name(each.code)) + " can't be planted: no case makes it alone");
        }
    }
    if (planted > options.cases) {
        throw Error(ErrorCode::argument, std::to_string(planted) +
                                             " cases are to deviate, but there are only " +
                                             std::to_string(options.cases));
    }
    if (sop.identity().status == SopStatus::rancangan) {
        throw Error(ErrorCode::argument, "the SOP is a draft: no case can keep to it");
    }
}

/// Which case deviates in which way: the open ones last, those from before the SOP first, all
/// others anywhere.
[[nodiscard]] std::vector<std::uint8_t> deal_plants(const GeneratorOptions& options) {
    std::vector<std::uint8_t> plants(options.cases, unplanted);
    const CaseDice dice(options.seed);
    const auto anywhere = [](const PlantedDeviation& each) {
        return each.code != Deviation::incomplete && each.code != Deviation::not_in_force;
    };
    std::vector<PlantedDeviation> sorted;
    std::ranges::copy_if(options.plants, std::back_inserter(sorted), std::not_fn(anywhere));
    std::ranges::copy_if(options.plants, std::back_inserter(sorted), anywhere);
    std::uint64_t drawn = 0;
    for (const PlantedDeviation& each : sorted) {
        const auto code = static_cast<std::uint8_t>(each.code);
        for (std::size_t i = 0; i < each.cases; ++i) {
            std::size_t place = 0;
            if (each.code == Deviation::incomplete) {
                place = plants.size() - 1;
            } else if (anywhere(each)) {
                place = dice.below(plants.size(), Draw::target, drawn++);
            }
            while (plants[place] != unplanted) {
                const bool down = each.code == Deviation::incomplete;
                place = down ? place - 1 : (place + 1) % plants.size();
            }
            plants[place] = code;
        }
    }
    return plants;
}

/// A copy that can carry a signature and has none.
[[nodiscard]] bool is_unsigned(const Sop& sop) {
    const auto stated = [](std::string_view text) {
        return !trim(text).empty() && trim(text) != "-";
    };
    const std::optional<Pengesahan>& disahkan = sop.identity().disahkan;
    const bool signed_by =
        disahkan && (stated(disahkan->text) || stated(disahkan->jabatan) || stated(disahkan->nama));
    return !signed_by && sop.layout() && sop.layout()->shows_signature;
}

/// The calendar as it is known when the log ends: a check at that moment reckons by the same.
[[nodiscard]] Calendar known_at_end(const Calendar& calendar, LocalDay until) {
    const OfficeClock clock(calendar.as_known_on(until));
    return calendar.as_known_on(day_at(clock.closing(until)));
}

class LogMaker {
public:
    LogMaker(const Sop& sop, const Calendar& calendar, const Roster& roster,
             const GeneratorOptions& options);

    [[nodiscard]] GeneratedLog make() &&;

private:
    void find_days();
    void find_documents();
    void take_documents(std::uint32_t step, const std::vector<std::string>& texts, bool produk);
    void find_four_eyes();
    void name_things();
    [[nodiscard]] LocalTime begin_of(std::size_t number) const;
    void add_case(std::size_t number, const MadeCase& made);
    void add_documents(const MadeRow& row, std::size_t place, const MadeCase& made);
    [[nodiscard]] EventStamp stamp(LocalTime moment) const;
    [[nodiscard]] LogMap map() const;

    const Sop* sop_;
    const GeneratorOptions* options_;
    OfficeFlow flow_;
    OfficeClock clock_;
    OfficePeople people_;
    CaseFrame frame_;
    LogBuilder builder_;
    Truth truth_;
    std::vector<ToldDocument> documents_;
    std::vector<ColumnIndex> columns_; ///< of the documents
    std::vector<Code> activities_;     ///< by step
    std::vector<Code> persons_;
    std::vector<Code> posts_;
    std::vector<Code> outcomes_; ///< by flow of the graph
    Work all_;                   ///< from the first begin to the last
};

LogMaker::LogMaker(const Sop& sop, const Calendar& calendar, const Roster& roster,
                   const GeneratorOptions& options)
    : sop_(&sop),
      options_(&options),
      flow_(sop),
      clock_(known_at_end(calendar, options.until)),
      people_(sop, roster, options.from, options.until),
      builder_({.place_unit = PlaceUnit::event, .assumed_zone = calendar.zone()}) {
    frame_.flow = &flow_;
    frame_.clock = &clock_;
    frame_.people = &people_;
    frame_.options = options_;
    find_days();
    find_documents();
    find_four_eyes();
    name_things();
}

/// When cases may begin: within the days given, while the SOP is surely in force.
void LogMaker::find_days() {
    const Identity& identity = sop_->identity();
    frame_.now = clock_.closing(options_->until);
    frame_.first_begin = clock_.opening(options_->from);
    frame_.last_begin = frame_.now;
    if (const std::optional<Tanggal>& from = identity.tanggal_berlaku; from && from->month) {
        const LocalDay sure =
            from->date ? LocalDay{*from->date} : LocalDay{*from->month / std::chrono::last};
        const LocalDay first = from->date ? sure : LocalDay{*from->month / 1};
        frame_.first_begin = std::max(frame_.first_begin, clock_.opening(sure));
        frame_.in_force = clock_.opening(first);
    }
    if (const std::optional<Tanggal>& until = identity.berlaku_sampai; until && until->month) {
        const LocalDay sure = until->date ? LocalDay{*until->date} : LocalDay{*until->month / 1};
        frame_.last_begin = std::min(frame_.last_begin, clock_.closing(sure));
    }
    if (frame_.first_begin >= frame_.last_begin) {
        throw Error(ErrorCode::argument, "the SOP isn't in force, or nobody works, from " +
                                             text(options_->from) + " until " +
                                             text(options_->until));
    }
    all_ = clock_.between(frame_.first_begin, frame_.last_begin);
}

void LogMaker::take_documents(std::uint32_t step, const std::vector<std::string>& texts,
                              bool produk) {
    StepDocuments& own = frame_.documents[step];
    for (const std::string& each : texts) {
        const std::string plain = fold(each);
        if (plain.empty() || plain == "-") {
            continue;
        }
        const auto known = std::ranges::find_if(documents_, [&](const ToldDocument& other) {
            return other.produk == produk && fold(other.text) == plain;
        });
        const auto column = static_cast<std::uint32_t>(known - documents_.begin());
        if (known == documents_.end()) {
            if (documents_.size() >= options_->limits.documents) {
                continue;
            }
            const std::string title = (produk ? "Produk: " : "Kelengkapan: ") + each;
            documents_.push_back({.text = each, .column = title, .produk = produk});
        }
        std::vector<std::uint32_t>& list = produk ? own.produk : own.kelengkapan;
        if (std::ranges::find(list, column) == list.end()) {
            list.push_back(column);
        }
    }
}

void LogMaker::find_documents() {
    frame_.documents.resize(sop_->steps().size());
    if (options_->documents == DocumentsTold::none) {
        return;
    }
    for (std::uint32_t step = 0; step < sop_->steps().size(); ++step) {
        take_documents(step, sop_->steps()[step].kelengkapan, false);
        take_documents(step, sop_->steps()[step].produk, true);
    }
    for (const ToldDocument& each : documents_) {
        columns_.push_back(builder_.column(each.column, ColumnType::text));
    }
}

void LogMaker::find_four_eyes() {
    for (const FourEyes& each : options_->four_eyes) {
        std::vector<bool> set(sop_->steps().size(), false);
        for (std::size_t step = 0; step < set.size(); ++step) {
            set[step] = std::ranges::find(each.steps, sop_->steps()[step].key) != each.steps.end();
        }
        frame_.four_eyes.push_back(std::move(set));
    }
}

/// Activities are the steps' uraian; a step whose uraian isn't its own is named by its key.
void LogMaker::name_things() {
    std::map<std::string, std::size_t> uses;
    for (const Step& step : sop_->steps()) {
        for (const std::string& each : {fold(step.uraian), fold(step.key), fold(step.no)}) {
            ++uses[each];
        }
    }
    for (const Step& step : sop_->steps()) {
        const bool own = !fold(step.uraian).empty() && uses[fold(step.uraian)] == 1;
        activities_.push_back(builder_.activity(own ? step.uraian : step.key));
    }
    persons_.resize(people_.persons().size(), no_code);
    posts_.resize(people_.posts().size(), no_code);
    for (std::size_t edge = 0; edge < flow_.graph().edge_count(); ++edge) {
        outcomes_.push_back(
            builder_.outcome(flow_.graph().flow(edge_at(edge)).outcome.value_or("")));
    }
}

LocalTime LogMaker::begin_of(std::size_t number) const {
    const std::int64_t all = std::chrono::floor<std::chrono::minutes>(all_.time).count();
    const auto cases = static_cast<std::int64_t>(options_->cases);
    const auto part =
        static_cast<std::int64_t>(CaseDice(options_->seed).below(1000, Draw::begin, number, 1));
    const std::int64_t before = all / cases * static_cast<std::int64_t>(number) +
                                all % cases * static_cast<std::int64_t>(number) / cases +
                                all / cases * part / 1000;
    return clock_.after(frame_.first_begin, Work{std::chrono::minutes{before}});
}

EventStamp LogMaker::stamp(LocalTime moment) const {
    return {.instant = to_instant(moment, clock_.zone()),
            .form = StampForm(Precision::exact, clock_.zone(), ZoneSource::written)};
}

void LogMaker::add_documents(const MadeRow& row, std::size_t place, const MadeCase& made) {
    const StepDocuments& own = frame_.documents[row.step];
    for (const std::vector<std::uint32_t>* list : {&own.kelengkapan, &own.produk}) {
        for (const std::uint32_t column : *list) {
            const bool missing =
                made.missing && made.missing->row == place && made.missing->column == column;
            builder_.set(columns_[column], std::string_view(missing ? "tidak ada" : "ada"));
        }
    }
}

void LogMaker::add_case(std::size_t number, const MadeCase& made) {
    std::string id = std::to_string(number + 1);
    const std::size_t width = std::to_string(options_->cases).size();
    id.insert(0, width - std::min(width, id.size()), '0');
    id.insert(0, options_->case_prefix);
    const Code code = builder_.case_code(id);
    const auto named = [](std::vector<Code>& codes, std::uint32_t place, const auto& make) {
        if (codes[place] == no_code && place != 0) {
            codes[place] = make();
        }
        return codes[place];
    };
    for (std::size_t i = 0; i < made.rows.size(); ++i) {
        const MadeRow& row = made.rows[i];
        const bool known = row.step != MadeRow::no_step;
        builder_.add(
            {.case_code = code,
             .activity = known ? activities_[row.step] : builder_.activity(unknown_activity),
             .resource =
                 named(persons_, row.who.person,
                       [&] { return builder_.resource(people_.persons()[row.who.person]); }),
             .role = named(posts_, row.who.post,
                           [&] { return builder_.role(people_.posts()[row.who.post]); }),
             .outcome = row.way ? outcomes_[position(*row.way)] : no_code,
             .start = stamp(row.start),
             .complete = stamp(row.complete),
             .place = static_cast<std::uint32_t>(builder_.row_count() + 1)});
        if (known && !columns_.empty()) {
            add_documents(row, i, made);
        }
    }
    for (const MadeTruth& each : made.truth) {
        const bool whole = each.step == MadeRow::no_step;
        truth_.entries.push_back({.of_case = id,
                                  .step = whole ? "" : sop_->steps()[each.step].key,
                                  .code = each.code,
                                  .reason = each.reason});
    }
}

LogMap LogMaker::map() const {
    LogMap map;
    for (const PostHolding& each : people_.roster().holdings()) {
        MappedPerson person{.person = each.person,
                            .pelaksana = each.pelaksana,
                            .kind = each.kind,
                            .until = each.until,
                            .surat = each.surat};
        if (each.from != first_day) {
            person.from = each.from;
        }
        map.people.push_back(std::move(person));
    }
    for (const ToldDocument& each : documents_) {
        (each.produk ? map.produk : map.kelengkapan)
            .push_back({.document = each.text, .column = each.column});
    }
    map.zone = clock_.zone();
    return map;
}

GeneratedLog LogMaker::make() && {
    truth_.sop_digest = sop_->digest();
    truth_.seed = options_->seed;
    truth_.now = to_instant(frame_.now, clock_.zone());
    if (is_unsigned(*sop_)) {
        truth_.entries.push_back({.of_case = "*",
                                  .step = "",
                                  .code = Deviation::not_signed,
                                  .reason = TruthReason::sop});
    }
    const std::vector<std::uint8_t> plants = deal_plants(*options_);
    CaseMaker maker(frame_);
    for (std::size_t number = 0; number < plants.size(); ++number) {
        std::optional<Deviation> plant;
        if (plants[number] != unplanted) {
            plant = static_cast<Deviation>(plants[number]);
        }
        add_case(number, maker.make(static_cast<std::uint32_t>(number), begin_of(number), plant));
    }
    return {.log = std::move(builder_).finish(),
            .truth = std::move(truth_),
            .roster = people_.roster(),
            .map = map()};
}

} // namespace

GeneratedLog generate_log(const Sop& sop, const Calendar& calendar, const Roster& roster,
                          const GeneratorOptions& options) {
    check_options(sop, options);
    return LogMaker(sop, calendar, roster, options).make();
}

} // namespace tertib
