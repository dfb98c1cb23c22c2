import CGatehouse
import CModuleCall
import CallbackChains
import Foundation
import Testing

@testable import ModuleLoader

/// Replies that a module changes, copies, keeps, or hands to another thread.
@Suite @safe struct ReplyLifetimeTests {
    /// What a link's instance is: where it leaves what it learnt.
    @safe private struct Notes {
        var kept: UnsafeMutablePointer<gh_reply>?
        var copy = unsafe gh_reply()
        var word: UInt32 = 0
    }

    private enum Deed {
        case answersThroughCopy, spoils, keeps, answersElsewhere, answers

        // - Safety: the instance is a `Notes`, the reply begins with a `gh_reply`.
        var function: cm_function {
            switch self {
            case .answersThroughCopy:
                { instance, _, reply in
                    guard let base = unsafe reply?.assumingMemoryBound(to: gh_reply.self) else { return 0 }
                    var copy = unsafe base.pointee
                    return unsafe copy.functions.pointee.add_everyone(&copy)
                }
            case .spoils:
                { _, _, reply in
                    guard let base = unsafe reply?.assumingMemoryBound(to: gh_reply.self) else { return 0 }
                    unsafe base.pointee = gh_reply()
                    return 1
                }
            case .keeps:
                { instance, _, reply in
                    guard let notes = unsafe instance?.assumingMemoryBound(to: Notes.self) else { return 0 }
                    unsafe notes.pointee.kept = reply?.assumingMemoryBound(to: gh_reply.self)
                    unsafe notes.pointee.copy = notes.pointee.kept?.pointee ?? gh_reply()
                    return 1
                }
            case .answersElsewhere:
                { instance, _, reply in
                    guard let notes = unsafe instance?.assumingMemoryBound(to: Notes.self) else { return 0 }
                    nonisolated(unsafe) let base = unsafe reply?.assumingMemoryBound(to: gh_reply.self)
                    nonisolated(unsafe) let mine = unsafe notes
                    let done = DispatchSemaphore(value: 0)
                    Thread.detachNewThread {
                        unsafe mine.pointee.word = base?.pointee.functions.pointee.add_everyone(base) ?? 0
                        done.signal()
                    }
                    done.wait()
                    return 1
                }
            case .answers:
                { _, _, reply in
                    guard let base = unsafe reply?.assumingMemoryBound(to: gh_reply.self) else { return 0 }
                    return unsafe base.pointee.functions.pointee.add_everyone(base)
                }
            }
        }
    }

    private let notes = {
        let notes = UnsafeMutablePointer<Notes>.allocate(capacity: 1)
        unsafe notes.initialize(to: Notes())
        return unsafe notes
    }()

    /// What a chain of these made of it.
    private func run(_ deeds: Deed...) -> [String] {
        let links = deeds.map { unsafe Link(function: $0.function, instance: notes, module: 1) }
        let chain = Chain(links, Steps(.unionOrAll, .skip, .skip), waitsFor: nil, callSize: 8)
        var taken: [String] = []
        var trail: Trail?
        var call: UInt64 = 0
        unsafe withUnsafeMutablePointer(to: &call) { call in
            _ = Exchange.run(chain, .users, unsafe CallPointer(call), trail: &trail) { link, said in
                if let own = said.own { taken.append("\(link) \(own)") }
                return said.settled
            }
        }
        return taken
    }

    private let everyone = "\(OwnOutcome.answered(.everyone))"

    @Test func `A copy of a reply is as good as the reply`() {
        #expect(run(.answersThroughCopy) == ["0 \(everyone)"])
    }

    @Test func `What one module does to its reply does not reach the next`() {
        #expect(run(.spoils, .spoils, .answers) == ["2 \(everyone)"])
    }

    @Test func `A reply that was kept answers nothing any more`() {
        #expect(run(.keeps) == [])
        let words = unsafe [
            ReplyFunctions.table.pointee.add_everyone(notes.pointee.kept),
            ReplyFunctions.table.pointee.add_everyone(&notes.pointee.copy),
            ReplyFunctions.table.pointee.shadow_ban(notes.pointee.kept),
        ]
        #expect(words == [3, 3, 3])
        #expect(run(.answers) == ["0 \(everyone)"])
    }

    @Test func `On another thread a reply answers nothing`() {
        #expect(run(.answersElsewhere) == [])
        #expect(unsafe notes.pointee.word == 3)
        #expect(run(.answersElsewhere, .answers) == ["1 \(everyone)"])
    }

    @Test func `Calls inside a call have replies of their own`() {
        let outer = TestReply(.verdict)
        #expect(run(.answers) == ["0 \(everyone)"])
        let inner = TestReply(.users)
        #expect(inner.addEveryone() == 2)
        #expect(outer.deny() == 2)
        #expect(inner.settle(2) == .answered(.everyone))
        #expect(outer.settle(2) == .answered(.denial))
    }
}
