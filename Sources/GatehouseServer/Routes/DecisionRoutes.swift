import Hummingbird
import JSONText

/// `GET /v1/decisions`: what was refused or failed lately.
struct DecisionRoutes: Sendable {
    let decisions: DecisionStore

    func add(to routes: inout RouteTable) {
        let decisions = decisions
        routes.get("/v1/decisions") { request, _ in
            let found = try await decisions.decisions(DecisionFilter(request))
            return Response(json: .array(found.map(\.json)))
        }
    }
}

extension DecisionFilter {
    private static let times: ClosedRange<Int64> = 0...(1 << 53)

    fileprivate init(_ request: Request) throws(RequestError) {
        self.init()
        let query = request.uri.queryParameters
        (user, room, module) = (
            query["user"].map(String.init), query["room"].map(String.init), query["module"].map(String.init)
        )
        since = try request.number("since", in: Self.times)
        until = try request.number("until", in: Self.times)
        limit = try request.number("limit", in: 1...Int64(DecisionStore.capacity)).map { Int($0) } ?? limit
    }
}
