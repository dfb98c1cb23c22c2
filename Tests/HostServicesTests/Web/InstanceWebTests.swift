import CGatehouse
import Dispatch
import Synchronization
import Testing

@testable import HostServices
@testable import ModuleLoader

struct InstanceWebTests {
    @Test func `a client does not wait for ever`() async throws {
        let registry = WebResourceRegistry()
        let web = InstanceWeb(.alone(deadline: .milliseconds(500)), registry)
        #expect(try web.serve("/a", .silent))
        #expect(await registry.response(to: WebRequest(method: "GET", path: "/a"))?.status == 504)
        #expect(registry.openRequests(of: "one") == 1, "it is owed an answer all the same")
        #expect(!web.answer(1, WebResponse(status: 200)), "nobody waits any more")
        #expect(registry.openRequests(of: "one") == 0)
        #expect(!web.answer(1, WebResponse(status: 200)), "it was answered")
    }

    /// Holds its thread until it may go, and answers nothing.
    private final class Holder: Sendable {
        let shown = Atomic(0)
        let mayGo = DispatchSemaphore(value: 0)

        /// - Safety: the test holds this until nobody is in the handler.
        var handler: WebHandler {
            unsafe WebHandler(
                { context, _ in
                    guard let context = unsafe context else { return }
                    let holder = unsafe Unmanaged<Holder>.fromOpaque(context).takeUnretainedValue()
                    holder.shown.add(1, ordering: .relaxed)
                    holder.mayGo.wait()
                }, Unmanaged.passUnretained(self).toOpaque())
        }
    }

    private func ask(_ registry: WebResourceRegistry, _ count: Int = 1) -> Task<[Int?], Never> {
        Task {
            await withTaskGroup { group in
                for _ in 0..<count {
                    group.addTask { await registry.response(to: WebRequest(method: "GET", path: "/a"))?.status }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
    }

    private func wait(_ registry: WebResourceRegistry, for count: Int) async throws {
        while registry.openRequests(of: "one") != count { try await Task.sleep(for: .milliseconds(1)) }
    }

    @Test func `a client that goes away before its turn is never shown to the handler`() async throws {
        let (registry, holder) = (WebResourceRegistry(), Holder())
        #expect(try InstanceWeb(.alone(), registry).serve("/a", holder.handler))
        let held = ask(registry)
        while holder.shown.load(ordering: .relaxed) == 0 { try await Task.sleep(for: .milliseconds(1)) }
        let others = ask(registry, 10)
        try await wait(registry, for: 11)
        others.cancel()
        #expect(await others.value == Array(repeating: 503, count: 10))
        holder.mayGo.signal()
        try await wait(registry, for: 1)
        #expect(holder.shown.load(ordering: .relaxed) == 1)
        held.cancel()
        #expect(await held.value == [503])
    }

    @Test func `a handler that does not come back keeps no request that nobody waits for`() async throws {
        let (registry, holder) = (WebResourceRegistry(), Holder())
        #expect(try InstanceWeb(.alone(deadline: .milliseconds(500)), registry).serve("/a", holder.handler))
        let held = ask(registry)
        while holder.shown.load(ordering: .relaxed) == 0 { try await Task.sleep(for: .milliseconds(1)) }
        #expect(await ask(registry, 10).value == Array(repeating: 504, count: 10))
        try await wait(registry, for: 1)
        #expect(await held.value == [504])
        holder.mayGo.signal()
    }

    @Test func `where too many requests are open, further ones are told so at once`() async throws {
        let registry = WebResourceRegistry()
        #expect(try InstanceWeb(.alone(deadline: .seconds(600)), registry).serve("/a", .silent))
        let many = ask(registry, InstanceWeb.limit)
        try await wait(registry, for: InstanceWeb.limit)
        #expect(await ask(registry).value == [503])
        #expect(registry.openRequests(of: "one") == InstanceWeb.limit)
        many.cancel()
        #expect(Set(await many.value) == [503])
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
