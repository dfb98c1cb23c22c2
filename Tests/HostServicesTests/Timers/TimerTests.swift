import GatehouseTesting
import Testing

struct TimerTests {
    @Test func `a timer rings once`() async throws {
        let clerk = try Clerk()
        let timer = try clerk.run("after 1000000").text
        #expect(try await clerk.journal() == "\(timer) ")
        #expect(try clerk.run("cancel \(timer)").code == "ABSENT")
    }

    @Test func `a repeating timer rings until it is cancelled`() async throws {
        let clerk = try Clerk()
        let timer = try clerk.run("every 1000000").text
        _ = try await clerk.journal { $0.split(separator: " ").count >= 3 }
        #expect(try clerk.run("cancel \(timer)").code == "FOUND")
        _ = try clerk.run("journal")
        let other = try clerk.run("after 20000000").text
        #expect(try await clerk.journal() == "\(other) ", "nothing came of the cancelled one meanwhile")
    }

    @Test func `a timer that is cancelled in time never rings`() async throws {
        let clerk = try Clerk()
        let timer = try clerk.run("after 10000000").text
        #expect(try clerk.run("cancel \(timer)").code == "FOUND")
        #expect(try clerk.run("cancel \(timer)").code == "ABSENT")
        let other = try clerk.run("after 20000000").text
        #expect(try await clerk.journal() == "\(other) ")
    }

    @Test func `timers ring in the order of their times`() async throws {
        let clerk = try Clerk()
        let late = try clerk.run("after 60000000").text
        let early = try clerk.run("after 1000000").text
        #expect(try await clerk.journal { $0.split(separator: " ").count == 2 } == "\(early) \(late) ")
    }

    @Test func `an interval that is no time has no timer`() throws {
        let clerk = try Clerk()
        #expect(try clerk.run("every 0").code == "ABSENT")
        #expect(try clerk.run("every -1").code == "ABSENT")
        #expect(try clerk.run("after -1").code == "FOUND")
    }

    @Test func `an instance has at most 10,000 timers`() throws {
        let clerk = try Clerk()
        for _ in 0..<10_000 { _ = try clerk.run("after 1000000000000") }
        #expect(try clerk.run("after 1000000000000").code == "ABSENT")
    }

    @Test func `timers end with the instance`() throws {
        let clerk = try Clerk()
        for _ in 0..<100 { _ = try clerk.run("every 1000000") }
        clerk.host.gatehouse.shutDown()
        let rung = clerk.host.log.last?.message
        #expect(clerk.host.log.last?.module == "clerk")
        _ = try Clerk().run("after 20000000")
        #expect(clerk.host.log.last?.message == rung, "a timer of an instance that is gone would crash")
    }
}
