import CModuleCall
import CallbackChains

/// What a link does when it is asked: what it returns, whether it uses its reply, and what `settle` makes of that.
struct Act: Equatable, Sendable {
    let outcome: UInt32
    var touches = false
    let settled: Settled

    static let next = Act(outcome: 1, settled: .next)
    static let answered = Act(outcome: 2, touches: true, settled: .answered)
    static let everyone = Act(outcome: 2, touches: true, settled: .answeredForAll)
    static let failed = Act(outcome: 3, touches: true, settled: .failed)
    static let invalid = Act(outcome: 0, settled: .invalid)
    /// Says *next*, and has answered all the same.
    static let nextAndAnswered = Act(outcome: 1, touches: true, settled: .invalid)
}

/// A link's instance.
final class Actor {
    let number: Int
    let act: Act
    let stage: Stage
    /// What it does besides.
    let body: () -> Void

    init(_ number: Int, _ act: Act, _ stage: Stage, _ body: @escaping () -> Void) {
        (self.number, self.act, self.stage, self.body) = (number, act, stage, body)
    }

    /// What all links call.
    // - Safety: the instance is an actor that its stage keeps, `reply` the one that the stage runs the chain with.
    static let play: cm_function = { instance, call, reply in
        guard let instance = unsafe instance, let reply = unsafe reply else { return 0 }
        let actor = unsafe Unmanaged<Actor>.fromOpaque(instance).takeUnretainedValue()
        actor.stage.asked.append(actor.number)
        actor.stage.markers.append(UInt(cm_current_module()))
        actor.stage.calls.append(UInt(bitPattern: call))
        actor.body()
        if actor.act.touches { unsafe reply.assumingMemoryBound(to: cm_reply.self).pointee.touched = 1 }
        return actor.act.outcome
    }
}

/// Actors in the order of a chain, and what happened when it ran.
final class Stage {
    private(set) var actors: [Actor] = []
    /// Who was asked, in order, by place.
    fileprivate(set) var asked: [Int] = []
    /// Which module the thread was said to run, each time.
    fileprivate(set) var markers: [UInt] = []
    /// Where the arguments stood, each time.
    fileprivate(set) var calls: [UInt] = []
    private(set) var stops: [Stop] = []

    init(_ acts: [Act] = []) {
        for act in acts { add(act) }
    }

    func add(_ act: Act, _ body: @escaping () -> Void = {}) { actors.append(Actor(actors.count, act, self, body)) }

    /// Actors are instances 1, 2, ...
    var links: [Link] {
        actors.map { actor in
            let instance = unsafe Unmanaged.passUnretained(actor).toOpaque()
            return unsafe Link(function: Actor.play, instance: instance, module: actor.number + 1)
        }
    }

    func chain(_ steps: Steps) -> Chain { Chain(links, steps, waitsFor: nil, callSize: 8) }

    /// Runs a chain of its links, or another.
    func run(_ chain: Chain, trail: inout Trail?) -> ChainEnd {
        (asked, markers, calls, stops) = ([], [], [], [])
        var reply = unsafe cm_reply()
        var call: UInt64 = 7
        return unsafe withUnsafeMutablePointer(to: &reply) { reply in
            unsafe withUnsafePointer(to: &call) { call in
                unsafe chain.dispatch(call, reply, trail: &trail) { stop in
                    stops.append(stop)
                    unsafe reply.pointee.touched = 0
                    return stop.threw ? .failed : actors[stop.link].act.settled
                }
            }
        }
    }

    func run(_ steps: Steps) -> ChainEnd {
        var trail: Trail?
        return run(chain(steps), trail: &trail)
    }
}

extension Steps {
    /// Each objection, failure and invalid answer ends the chain.
    static let strict = Steps(.firstObjection, .propagate, .deny)
    /// Nothing but an answer for all ends the chain.
    static let lenient = Steps(.tellAll, .skip, .skip)
}
