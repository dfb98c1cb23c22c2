import CForeignCall
import CModuleCall
package import CallbackChains
package import ForeignCalls

/// A closure of the application that answers a hook, in the place of a module's function.
package struct HookClosure: Sendable {
    /// Gets the arguments, which are those of the signature, and gives a value of its result; `none` where it has none.
    package typealias Body = @Sendable ([ForeignValue]) throws -> ForeignValue

    package let offered: OfferedHook
    private let body: Body

    package init(_ offered: OfferedHook, _ body: @escaping Body) { (self.offered, self.body) = (offered, body) }

    // - Safety: retained for good, like the chains that point to it.
    package func link(_ pass: HookPass, _ mark: ModuleMark) -> Link {
        let asked = unsafe Unmanaged.passRetained(Asked(offered.signature, body, pass)).toOpaque()
        return unsafe Link(function: Asked.entry, instance: asked, mark: mark)
    }
}

/// What the chain's link for a closure points to.
@safe private final class Asked: Sendable {
    private let signature: Signature
    private let body: HookClosure.Body
    private let pass: HookPass

    init(_ signature: Signature, _ body: @escaping HookClosure.Body, _ pass: HookPass) {
        (self.signature, self.body, self.pass) = (signature, body, pass)
    }

    // - Safety: a hook's chain is called with a cm_hook_call, whose cells are those of the signature.
    static let entry: cm_function = { instance, call, reply in
        guard let instance = unsafe instance, let call = unsafe call else { return HostAnswer.next }
        let asked = unsafe Unmanaged<Asked>.fromOpaque(instance).takeUnretainedValue()
        return unsafe asked.run(
            UnsafeMutableRawPointer(mutating: call).assumingMemoryBound(to: cm_hook_call.self), reply)
    }

    private func run(_ call: UnsafeMutablePointer<cm_hook_call>, _ reply: UnsafeMutableRawPointer?) -> UInt32 {
        do {
            return try unsafe give(back: body(arguments(call.pointee.cells)), to: call)
        } catch {
            return unsafe HostAnswer.fail(error as? Failure ?? .plain("\(error)"), reply)
        }
    }

    /// Those behind the instance's cell.
    private func arguments(_ cells: UnsafePointer<UInt64>) throws(ResultFault) -> [ForeignValue] {
        var place = 1
        var values: [ForeignValue] = []
        for type in signature.parameters.map(\.type) {
            let second = type.cells == 2 ? unsafe cells[place + 1] : 0
            values.append(try unsafe ForeignValue(fc_result(cells: (cells[place], second)), as: type))
            place += type.cells
        }
        return values
    }

    private func give(back value: ForeignValue, to call: UnsafeMutablePointer<cm_hook_call>) throws -> UInt32 {
        guard let type = signature.result else {
            return unsafe cm_hook_return(call, fc_result(cells: (0, 0)), CM_COPY_CELLS, pass.raw)
        }
        if let mismatch = value.mismatch(with: type) { throw Failure.plain(mismatch) }
        return CallFrame.lend(cells: 2) { (frame: inout CallFrame) in
            frame.put(value, as: type)
            return unsafe cm_hook_return(call, fc_result(cells: (frame.cells[0], frame.cells[1])), type.copy, pass.raw)
        }
    }
}
