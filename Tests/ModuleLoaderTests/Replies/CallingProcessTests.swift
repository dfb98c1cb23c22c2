import Testing

@testable import ModuleLoader

struct CallingProcessTests {
    @Test func `a process is the same whenever it calls, and others are others`() {
        let worker = CallingProcess.named("worker 1", isMain: false)
        #expect(CallingProcess.named("worker 1", isMain: false) == worker)
        #expect(CallingProcess.named("worker 2", isMain: false) != worker)
        #expect(CallingProcess.unknown != worker)
    }
}
