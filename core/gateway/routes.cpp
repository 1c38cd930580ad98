// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/routes.h"

namespace apricot::gateway {

net::HttpRequest bounded(net::HttpRequest request) {
    const RouteLimits *route = limitsOf(request.method, net::pathWithoutQuery(request.path));
    if (!route) return request; // as little as anybody: HttpRequest
    request.largestAnswer = std::max(route->largestAnswer, net::smallBody);
    if (request.within.count() == 0) request.within = route->within;
    return request;
}

} // namespace apricot::gateway
