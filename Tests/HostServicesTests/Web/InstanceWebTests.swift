import CGatehouse
import Dispatch
import Synchronization
import Testing

@testable import HostServices
@testable import ModuleLoader

struct InstanceWebTests {
    @Test func `a client does not wait for ever`() async throws {
        let registry = WebResourceRegistry()
        let web = InstanceWeb(.alone(deadline: .milliseconds(1)), registry)
        #expect(try web.serve("/a", .silent))
        #expect(await registry.response(to: WebRequest(method: "GET", path: "/a"))?.status == 504)
        #expect(registry.openRequests(of: "one") == 1, "it is owed an answer all the same")
        #expect(!web.answer(1, WebResponse(status: 200)), "nobody waits any more")
        #expect(registry.openRequests(of: "one") == 0)
        #expect(!web.answer(1, WebResponse(status: 200)), "it was answered")
    }

    /// Answers each request from another thread, after up to two milliseconds.
    private final class Clerk: Sendable {
        let web: InstanceWeb

        init(_ web: InstanceWeb) { self.web = web }

        /// - Safety: the test holds the clerk until all requests have been answered.
        var handler: WebHandler {
            unsafe WebHandler(
                { context, request in
                    guard let context = unsafe context, let number = unsafe request?.pointee.number else { return }
                    let clerk = unsafe Unmanaged<Clerk>.fromOpaque(context).takeUnretainedValue()
                    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int(number % 3))) {
                        _ = clerk.web.answer(number, WebResponse(status: 200))
                    }
                }, Unmanaged.passUnretained(self).toOpaque())
        }
    }

    @Test func `of an answer, the end of patience and a client that goes away one ends a request`() async throws {
        let registry = WebResourceRegistry()
        let clerk = Clerk(InstanceWeb(.alone(deadline: .milliseconds(1)), registry))
        #expect(try clerk.web.serve("/a", clerk.handler))
        let statuses = await withTaskGroup { group in
            for number in 0..<2_000 {
                group.addTask {
                    let asked = Task { await registry.response(to: WebRequest(method: "GET", path: "/a"))?.status }
                    if number % 3 == 0 { asked.cancel() }
                    return await asked.value
                }
            }
            return await group.reduce(into: [Int?]()) { $0.append($1) }
        }
        #expect(statuses.count == 2_000)
        #expect(Set(statuses).isSubset(of: [200, 503, 504]))
        while registry.openRequests(of: "one") > 0 { try await Task.sleep(for: .milliseconds(1)) }
        #expect(!clerk.web.answer(1, WebResponse(status: 200)), "it was answered")
    }
}

extension WebHandler {
    fileprivate static let silent = unsafe WebHandler({ _, _ in }, nil)
}
