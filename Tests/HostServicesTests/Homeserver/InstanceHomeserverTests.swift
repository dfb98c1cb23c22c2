import Synchronization
import Testing

@testable import HostServices

struct InstanceHomeserverTests {
    private struct Bare: Homeserver { let serverName = "x" }

    @Test func `what is asked while the instance ends is answered too`() {
        let asked = InstanceHomeserver(.alone(), Bare())
        asked.end()
        let answers = Mutex<[String]>([])
        asked.ask({ answer in answers.withLock { $0.append("\(answer)") } }) { _ in nil }
        asked.refuse({ answer in answers.withLock { $0.append("\(answer)") } }, "no sense")
        #expect(answers.withLock(\.count) == 2)
        #expect(answers.withLock(\.self).allSatisfy { $0.contains("the instance ends") })
    }
}
