import Testing

@testable import GatehouseServer

struct AdmissionTests {
    @Test func `so many come in and no more, until one is out`() throws {
        let admission = Admission(limit: 1)
        try admission.enter()
        #expect(throws: RequestError.unavailable(.overloaded)) { try admission.enter() }
        #expect(admission.underWay == 1)
        admission.leave()
        try admission.enter()
        #expect(admission.underWay == 1)
    }

    @Test func `a closed one lets nobody in, and waits for those who are`() async throws {
        let admission = Admission(limit: 9)
        try admission.enter()
        admission.close()
        #expect(throws: RequestError.unavailable(.draining)) { try admission.enter() }
        await admission.emptied(by: .now)
        #expect(admission.underWay == 1)
        admission.leave()
        await admission.emptied(by: .now + .seconds(60))
        #expect(admission.underWay == 0)
    }
}
