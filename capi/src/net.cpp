// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "net.hpp"

#include "guard.hpp"
#include "sop.hpp"

#include "tertib/graph/step_graph.hpp"
#include "tertib/log/step_match.hpp"
#include "tertib/read/pnml.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace tertib::capi;

namespace tertib::capi {
namespace {

std::vector<LabelIndex> labels_on(const tertib_net& net, const EventLog& log,
                                  const tertib_map* map) {
    return net.sop != nullptr ? labels_by_step(*net.net, match_steps(log, *net.sop, map_of(map)))
                              : labels_by_name(*net.net, log);
}

} // namespace

CasesOnNet::CasesOnNet(const tertib_net& on, const tertib_log& of, const tertib_map* map)
    : net(on.net),
      log(of.log),
      variants(find_variants(*of.log)),
      traces(variants, labels_on(on, *of.log, map)) {}

std::size_t CasesOnNet::find_case(const char* case_id) const noexcept {
    const Code code = case_id != nullptr ? log->cases().find(case_id) : no_code;
    return code != no_code ? variants.of_case(code) : SIZE_MAX;
}

std::uint64_t CasesOnNet::case_count(std::size_t variant) const noexcept {
    return variant < variants.all().size() ? variants.all()[variant].cases : 0;
}

Watch watch_of(tertib_watch watch, void* user_data) {
    if (watch == nullptr) {
        return {};
    }
    return [watch, user_data](const Progress& progress) {
        const std::int32_t answer = watch(progress.done, progress.total, user_data);
        if (answer < 0) {
            heed(answer);
        }
        return answer == 0 ? Go::on : Go::stop;
    };
}

} // namespace tertib::capi

tertib_status tertib_sop_net(const tertib_sop* sop, tertib_net** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(out, "out");
        const tertib::StepGraph graph(*sop->sop);
        *out = new_handle(tertib_net{
            std::make_shared<const tertib::PetriNet>(tertib::petri_net(graph)), sop->sop});
    });
}

tertib_status tertib_net_from_pnml(const void* data, size_t size, tertib_net** out,
                                   tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        *out = new_handle(tertib_net{
            std::make_shared<const tertib::PetriNet>(tertib::read_pnml(bytes_of(data, size)).net),
            nullptr});
    });
}

size_t tertib_net_place_count(const tertib_net* net) {
    return net != nullptr ? net->net->place_count() : 0;
}

size_t tertib_net_transition_count(const tertib_net* net) {
    return net != nullptr ? net->net->transition_count() : 0;
}

size_t tertib_net_label_count(const tertib_net* net) {
    return net != nullptr ? net->net->label_count() : 0;
}

const char* tertib_net_label_at(const tertib_net* net, size_t index) {
    return index < tertib_net_label_count(net)
               ? net->net->name(static_cast<tertib::LabelIndex>(index)).c_str()
               : nullptr;
}

void tertib_net_free(tertib_net* net) {
    free_handle(net);
}
