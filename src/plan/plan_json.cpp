// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/plan/plan_json.hpp"

#include "base/finding_members.hpp"
#include "base/json_writer.hpp"
#include "tertib/base/catalogue.hpp"
#include "tertib/plan/receipt.hpp"
#include "time/calendar_members.hpp"

#include <algorithm>
#include <chrono>
#include <span>
#include <string_view>

namespace tertib {

namespace {

using Shape = JsonWriter::Shape;

/// Writes the parts one after another, with the names of the Sop's steps and pelaksana.
class PlanWriter {
public:
    PlanWriter(const Plan& plan, const Sop& sop) : plan_(plan), sop_(sop) {}

    std::string write() {
        json_.begin_object();
        json_.member("schema", "tertib.plan/1");
        json_.member("sop_digest", sop_.digest());
        instant("start", plan_.start);
        write_calendar();
        number("rounds", plan_.rounds);
        json_.member_truth("every_outcome", plan_.every_outcome);
        write_receipt();
        json_.key("stated_finish");
        if (plan_.stated_finish) {
            json_.text(text(*plan_.stated_finish, plan_.zone));
        } else {
            json_.null();
        }
        for (const PlannedRun* run : {&plan_.best, &plan_.main, &plan_.worst}) {
            write_run(*run);
        }
        json_.member("open_steps", plan_.open_steps);
        json_.member("repeating", plan_.repeating);
        json_.member("unreached", plan_.unreached);
        write_load("load", plan_.load);
        write_load("worst_load", plan_.worst_load);
        json_.key("findings");
        tertib::write(json_, plan_.findings);
        json_.end_object();
        return json_.take();
    }

private:
    void number(std::string_view name, std::size_t value) {
        json_.member_number(name, static_cast<std::int64_t>(value));
    }

    void instant(std::string_view name, Instant value) {
        json_.member(name, text(value, plan_.zone));
    }

    void work(std::string_view name, Work value) {
        json_.key(name);
        tertib::write(json_, value);
    }

    void write_calendar() {
        json_.key("calendar");
        json_.begin_object(Shape::line);
        json_.member("label", plan_.calendar);
        json_.member("version", plan_.calendar_version);
        json_.member("digest", plan_.calendar_digest);
        json_.member("zone", plan_.zone.text());
        json_.end_object();
    }

    void day_or_null(std::string_view name, const std::optional<LocalDay>& day) {
        json_.key(name);
        if (day) {
            json_.text(text(*day));
        } else {
            json_.null();
        }
    }

    void write_receipt() {
        const ReceiptDates dates = receipt_dates(plan_);
        json_.key("receipt");
        json_.begin_object();
        day_or_null("likely", dates.likely);
        day_or_null("latest", dates.latest);
        write_texts(json_, "text", receipt_text(plan_, sop_, Language::id),
                    receipt_text(plan_, sop_, Language::en));
        json_.end_object();
    }

    void write_run(const PlannedRun& run) {
        json_.key(name(run.kind));
        json_.begin_object();
        instant("finish", run.finish);
        work("work", run.work);
        json_.member_truth("stuck", run.stuck);
        json_.key("outcomes");
        json_.begin_array();
        for (const GivenOutcome& each : run.outcomes) {
            json_.begin_object(Shape::line);
            json_.member("step", each.step);
            json_.member("outcome", each.outcome);
            json_.end_object();
        }
        json_.end_array();
        json_.key("visits");
        json_.begin_array();
        for (const PlannedVisit& visit : run.visits) {
            write_visit(visit);
        }
        json_.end_array();
        json_.key("critical_path");
        json_.begin_array(Shape::line);
        for (const std::size_t place : run.critical_path) {
            json_.number(static_cast<std::int64_t>(place));
        }
        json_.end_array();
        json_.end_object();
    }

    void write_visit(const PlannedVisit& visit) {
        json_.begin_object(Shape::line);
        json_.member("step", sop_.steps()[visit.step].key);
        number("round", visit.round);
        instant("earliest_start", visit.earliest_start);
        instant("earliest_finish", visit.earliest_finish);
        instant("latest_start", visit.latest_start);
        instant("latest_finish", visit.latest_finish);
        work("slack", visit.slack);
        json_.member_truth("critical", visit.critical);
        json_.member_truth("open", visit.open);
        json_.member_truth("skipped", visit.skipped);
        json_.member_or_null("outcome", visit.outcome);
        json_.key("waited_for");
        if (visit.waited_for) {
            json_.number(static_cast<std::int64_t>(*visit.waited_for));
        } else {
            json_.null();
        }
        json_.end_object();
    }

    void write_load(std::string_view name, std::span<const PlannedLoad> load) {
        json_.key(name);
        json_.begin_array();
        for (const PlannedLoad& each : load) {
            json_.begin_object(Shape::line);
            json_.key("pelaksana");
            if (each.pelaksana) {
                json_.text(sop_.pelaksana_name(*each.pelaksana));
            } else {
                json_.null();
            }
            json_.member_truth("outside_office", each.outside_office);
            work("alone", each.alone);
            work("shared", each.shared);
            work("allowed", each.allowed);
            number("open_visits", each.open_visits);
            number("visits", each.visits);
            json_.end_object();
        }
        json_.end_array();
    }

    const Plan& plan_;
    const Sop& sop_;
    JsonWriter json_;
};

} // namespace

std::string to_json(const Plan& plan, const Sop& sop) {
    return PlanWriter(plan, sop).write();
}

} // namespace tertib
