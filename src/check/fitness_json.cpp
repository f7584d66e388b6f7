// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/fitness_json.hpp"

#include "base/json_writer.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace tertib {

namespace {

void number(JsonWriter& json, std::string_view name, std::uint64_t value) {
    json.key(name);
    json.raw(std::to_string(value));
}

/// As short as it can be and still be read back as the same number.
void ratio(JsonWriter& json, std::string_view name, double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    json.key(name);
    json.raw(std::string_view(digits.data(), static_cast<std::size_t>(end.ptr - digits.data())));
}

} // namespace

std::string to_json(const LogFitness& fitness) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.align/1");
    number(json, "cases", fitness.cases);
    number(json, "events", fitness.events);
    number(json, "variants", fitness.variants);
    number(json, "cost", fitness.cost);
    number(json, "min_model_cost", fitness.min_model_cost);
    number(json, "perfect", fitness.perfect);
    ratio(json, "avg_fitness", fitness.avg_fitness);
    ratio(json, "log_fitness", fitness.log_fitness);
    json.key("histogram");
    json.begin_object(JsonWriter::Shape::line);
    for (const auto& [cost, cases] : fitness.histogram) {
        number(json, std::to_string(cost), cases);
    }
    json.end_object();
    number(json, "optimal_variants", fitness.optimal_variants);
    number(json, "bounded_variants", fitness.bounded_variants);
    number(json, "cost_lower", fitness.cost_lower);
    json.end_object();
    return json.take();
}

} // namespace tertib
