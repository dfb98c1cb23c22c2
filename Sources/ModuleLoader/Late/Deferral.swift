import CallbackChains
import CModuleCall

/// What it takes to defer a call of one chain: whose tickets, and how arguments are copied. One a chain; it lives as long
/// as the chain, which is never freed.
package final class Deferring: Sendable {
    /// By the instances' numbers.
    fileprivate let tickets: [Int: Tickets]
    fileprivate let copy: @Sendable (CallPointer) -> KeptCall

    package init(_ instances: [any ChainMember], copy: @escaping @Sendable (CallPointer) -> KeptCall) {
        tickets = Dictionary(uniqueKeysWithValues: instances.map { ($0.number, $0.place.tickets) })
        self.copy = copy
    }
}

/// What the module needs that runs now, if it defers its call. Nothing is retained and nothing copied until it does.
@safe package struct Deferral {
    private let deferring: UnsafeRawPointer
    private let call: CallPointer
    private let kept: Unmanaged<AnyObject>?
    private let process: CallingProcess
    let callerWaits: Bool

    /// Nil: calls of this chain cannot be deferred.
    ///
    /// - Parameter kept: the same arguments, where they outlive the call.
    init?(_ chain: Chain, _ call: CallPointer, _ kept: KeptCall?, _ process: CallingProcess, callerWaits: Bool) {
        guard let deferring = unsafe chain.deferring else { return nil }
        unsafe self.deferring = deferring
        unsafe self.kept = kept.map { unsafe Unmanaged.passUnretained($0.memory) }
        (self.call, self.process, self.callerWaits) = (call, process, callerWaits)
    }

    /// A ticket for the module that runs on this thread. Nil: it has too many.
    // - Safety: chains of a host are built with a `Deferring`, and keep it for good.
    func issue(_ kind: ReplyKind) -> LateCall? {
        let deferring = unsafe Unmanaged<Deferring>.fromOpaque(deferring).takeUnretainedValue()
        let tickets = deferring.tickets[ModuleMark(word: cm_current_module()).module]
        let kept = unsafe kept.map { unsafe KeptCall(call, in: $0.takeUnretainedValue()) }
        return tickets?.issue(kind, kept ?? deferring.copy(call), process)
    }
}
