import Testing

@testable import HostServices
@testable import ModuleLoader

struct InstanceWebTests {
    @Test func `a client does not wait for ever`() async throws {
        let registry = WebResourceRegistry()
        let web = InstanceWeb(.alone(), registry, patience: .milliseconds(1))
        #expect(try web.serve("/a", .silent))
        #expect(await registry.response(to: WebRequest(method: "GET", path: "/a"))?.status == 504)
        #expect(!web.answer(1, WebResponse(status: 200)), "nobody waits any more")
        #expect(!web.answer(1, WebResponse(status: 200)), "it was answered")
    }
}

extension WebHandler {
    fileprivate static let silent = unsafe WebHandler({ _, _ in }, nil)
}
