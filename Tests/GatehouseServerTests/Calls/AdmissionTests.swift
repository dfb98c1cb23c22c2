import Testing

@testable import GatehouseServer

struct AdmissionTests {
    @Test func `so many come in and no more, until one is out`() async throws {
        let admission = Admission(limit: 1)
        try await admission.admit {
            #expect(admission.underWay == 1)
            await #expect(throws: Admission.Refusal.overloaded) { try await admission.admit {} }
            #expect(admission.underWay == 1)
        }
        #expect(admission.underWay == 0)
        try await admission.admit {}
    }

    @Test func `who fails is out as well`() async {
        let admission = Admission(limit: 1)
        await #expect(throws: CancellationError.self) { try await admission.admit { throw CancellationError() } }
        #expect(admission.underWay == 0)
    }

    @Test func `a closed one lets nobody in, and waits for those who are`() async throws {
        let admission = Admission(limit: 9)
        try await admission.admit {
            admission.close()
            await #expect(throws: Admission.Refusal.draining) { try await admission.admit {} }
            await admission.emptied(by: .now)
            #expect(admission.underWay == 1)
        }
        await admission.emptied(by: .now + .seconds(60))
        #expect(admission.underWay == 0)
    }
}
