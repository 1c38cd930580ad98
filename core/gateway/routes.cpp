// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/routes.h"

#include <algorithm>

namespace apricot::gateway {

static_assert(std::ranges::all_of(routes,
                                  [](const RouteLimits &route) {
                                      return !goesByRelay(route)
                                             || route.within
                                                    <= limitsOf("POST", "/v1/relayed")->within;
                                  }),
              "a relay waits as long as the longest");

net::HttpRequest bounded(net::HttpRequest request) {
    const RouteLimits *route = limitsOf(request.method, net::pathWithoutQuery(request.path));
    if (!route) return request; // as little as anybody: HttpRequest
    request.largestAnswer = std::max(route->largestAnswer, net::smallBody);
    if (request.within.count() == 0) request.within = route->within;
    return request;
}

} // namespace apricot::gateway
