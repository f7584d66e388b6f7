// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page.hpp"
#include "verb.hpp"

#include "tertib/store/store.hpp"

#include <functional>

namespace tertib::tool {

/// How a command on a case ends: what was recorded and what is open now, or on standard error why
/// it was refused. As JSON the reply, whichever it is.
[[nodiscard]] Outcome answer(Store& store, const Reply& reply, const Manner& manner);

/// The same where `tell` writes what was recorded.
[[nodiscard]] Outcome answer(const Reply& reply, const Manner& manner,
                             const std::function<void(Page&, const Receipt&)>& tell);

/// The same for a refusal that came before any store was asked.
[[nodiscard]] Outcome refused(const Finding& refusal, const Manner& manner);

} // namespace tertib::tool
