import CallbackChains
import Foundation
import JSONText
import Synchronization
import Testing

@testable import ModuleLoader

/// One call at a time where a module says nothing else. The lifecycle module logs how many threads are inside.
@Suite struct InstanceTests {
    let host: TestHost
    /// Callbacks of a table that takes concurrent calls, and of one that does not.
    private let concurrent = "spam_checker.user_may_create_room"
    private let serial = "third_party_rules.check_can_deactivate_user"
    private let otherSerial = "third_party_rules.check_can_shutdown_room"

    init() throws { host = try TestHost() }

    @Test func `An instance has links for what it offers, with its number`() throws {
        let modules = try host.load(host.entry("bare", "one"), host.lifecycle("two"))
        let two = modules.ofFiles[1]
        #expect(two.link("spam_checker", "user_may_create_room")?.module == 2)
        #expect(two.link("third_party_rules", "check_can_deactivate_user")?.module == 2)
        #expect(two.link("spam_checker", "user_may_invite") == nil)
        #expect(two.link("third_party_rules", "user_may_create_room") == nil)
        #expect(two.link("nothing", "user_may_create_room") == nil)
        modules.destroy()
    }

    /// Where one call at a time is taken, a table that is prompt waits for those of the instance that are not.
    @Test func `An instance runs anywhere where it returns at once and nothing holds it up`() throws {
        let modules = try host.load(
            host.lifecycle("one"), host.entry("bare", "two"), host.entry("house_rules", "three", ["server": "x"]),
            host.entry("throwing", "four"))
        let categories = ["spam_checker", "third_party_rules", "presence_router"]
        let prompt = modules.ofFiles.map { instance in categories.filter { instance.isPrompt(for: $0) } }
        #expect(prompt == [["spam_checker"], [], categories, categories])
        modules.destroy()
    }

    /// Asks on two threads, and tells whether both were inside at once.
    private func meet(_ one: (Instance, String), _ other: (Instance, String), mayMeet: Bool) -> Bool {
        let meeting = Meeting(host.log)
        for (instance, callback) in [one, other] { meeting.visit { instance.ask(callback) } }
        let together = meeting.end(mayMeet: mayMeet)
        #expect(meeting.outcomes == [nil, nil])
        return together
    }

    @Test func `Two threads are in an instance at once where its table says that they may`() throws {
        let modules = try host.load(host.lifecycle("one"))
        #expect(meet((modules.ofFiles[0], concurrent), (modules.ofFiles[0], concurrent), mayMeet: true))
        #expect(host.log.messages.sorted() == ["1 inside", "2 inside"])
        modules.destroy()
    }

    @Test func `Else one waits until the other has left`() throws {
        let modules = try host.load(host.lifecycle("one"))
        #expect(!meet((modules.ofFiles[0], serial), (modules.ofFiles[0], serial), mayMeet: false))
        #expect(host.log.messages == ["1 inside", "1 inside"])
        modules.destroy()
    }

    @Test func `All callbacks of an instance that take one call at a time exclude each other`() throws {
        let modules = try host.load(host.lifecycle("one"))
        #expect(!meet((modules.ofFiles[0], serial), (modules.ofFiles[0], otherSerial), mayMeet: false))
        #expect(host.log.messages == ["1 inside", "1 inside"])
        modules.destroy()
    }

    @Test func `Instances of one module do not wait for each other`() throws {
        let modules = try host.load(host.lifecycle("one"), host.lifecycle("two"))
        #expect(meet((modules.ofFiles[0], serial), (modules.ofFiles[1], serial), mayMeet: true))
        modules.destroy()
    }

    @Test func `However many threads ask, one is inside`() throws {
        let modules = try host.load(host.lifecycle("one"))
        let instance = modules.ofFiles[0]
        host.log.during { _ in _ = sched_yield() }
        let done = DispatchSemaphore(value: 0)
        let outcomes = Mutex<[OwnOutcome]>([])
        for callback in [serial, otherSerial, serial, otherSerial] {
            Thread.detachNewThread {
                let own = (0..<100).compactMap { _ in instance.ask(callback) }
                outcomes.withLock { $0 += own }
                done.signal()
            }
        }
        for _ in 0..<4 { done.wait() }
        #expect(outcomes.withLock { $0 } == [])
        #expect(host.log.messages == Array(repeating: "1 inside", count: 400))
        modules.destroy()
    }

    @Test func `A thread that comes back is told so and does not wait for itself`() throws {
        let modules = try host.load(host.lifecycle("one"))
        let instance = modules.ofFiles[0]
        let failed = OwnOutcome.failed(.plain("it was called while the same thread was in it already"))
        for callback in [serial, otherSerial] {
            let inner = Mutex<[OwnOutcome?]>([])
            host.log.during { [serial] _ in inner.withLock { $0.append(instance.ask(serial)) } }
            #expect(instance.ask(callback) == nil)
            #expect(inner.withLock { $0 } == [failed])
        }
        host.log.during { _ in }
        #expect(instance.ask(serial) == nil)
        #expect(host.log.messages == ["1 inside", "1 inside", "1 inside"])
        modules.destroy()
    }

    @Test func `A thread may come back where calls are concurrent`() throws {
        let modules = try host.load(host.lifecycle("one"))
        let instance = modules.ofFiles[0]
        let inner = Mutex<[OwnOutcome?]>([])
        host.log.during { [concurrent] line in
            if line.message == "2 inside" { return }
            let own = instance.ask(concurrent)
            inner.withLock { $0.append(own) }
        }
        #expect(instance.ask(concurrent) == nil)
        #expect(inner.withLock { $0 } == [nil])
        #expect(host.log.messages == ["1 inside", "2 inside"])
        modules.destroy()
    }

    @Test func `A thread that comes back by way of another instance is told so too`() throws {
        let modules = try host.load(host.lifecycle("one"), host.lifecycle("two"))
        let (one, two) = (modules.ofFiles[0], modules.ofFiles[1])
        let inner = Mutex<[OwnOutcome?]>([])
        host.log.during { [serial] line in
            let own = line.metadata["module"] == "one" ? two.ask(serial) : one.ask(serial)
            inner.withLock { $0.append(own) }
        }
        #expect(one.ask(serial) == nil)
        let failed = OwnOutcome.failed(.plain("it was called while the same thread was in it already"))
        #expect(inner.withLock { $0 } == [failed, nil])
        #expect(host.log.messages == ["1 inside", "1 inside"])
        modules.destroy()
    }
}

/// Holds threads inside a module, where it logs, until it is known whether two are there at once.
private final class Meeting: Sendable {
    private let entered = DispatchSemaphore(value: 0)
    private let leave = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)

    init(_ log: RecordingLog) {
        log.during { [entered, leave] _ in
            entered.signal()
            leave.wait()
        }
    }

    private let taken = Mutex<[OwnOutcome?]>([])

    /// What the visitors were told, once it has ended.
    var outcomes: [OwnOutcome?] { taken.withLock { $0 } }

    func visit(_ body: @escaping @Sendable () -> OwnOutcome?) {
        Thread.detachNewThread { [self] in
            let own = body()
            taken.withLock { $0.append(own) }
            done.signal()
        }
    }

    /// Whether the second came in while the first was inside. Where it may, it is given all the time that a busy
    /// machine needs; that it does not come can only be waited for, so that a test which expects that never fails when
    /// all is right.
    func end(mayMeet: Bool) -> Bool {
        entered.wait()
        let patience = DispatchTimeInterval.milliseconds(mayMeet ? 60_000 : 200)
        let together = entered.wait(timeout: .now() + patience) == .success
        leave.signal()
        leave.signal()
        done.wait()
        done.wait()
        return together
    }
}
