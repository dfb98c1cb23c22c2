import CModuleCall
import CallbackChains
import ForeignCalls
import JSONText
import ModuleLoader

/// The closures of the application as links.
@safe final class SwiftMember: ChainMember {
    let place: MemberPlace
    let name: String
    private let module: SwiftModule

    init(_ place: MemberPlace, name: String, _ module: SwiftModule) {
        (self.place, self.name, self.module) = (place, name, module)
    }

    // - Safety: the call is retained for good, like the chains that point to it.
    func link(_ category: String, _ callback: String) -> Link? {
        guard let closure = module.closures["\(category).\(callback)"],
            let declared = Catalogue.callback("\(category).\(callback)")
        else { return nil }
        let call = unsafe Unmanaged.passRetained(SwiftCall(declared, closure)).toOpaque()
        return unsafe Link(function: SwiftCall.entry, instance: call, mark: place.mark(isPrompt: module.isPrompt))
    }

    func link(hook: String, _ prepared: PreparedSignature, _ pass: HookPass) -> Link? {
        module.hookClosures[hook]?.link(pass, place.mark(isPrompt: module.isPrompt))
    }

    func isPrompt(for category: String) -> Bool { module.isPrompt }
    var isPromptForHooks: Bool { module.isPrompt }

    var offers: [OfferedHook] { module.offers }
    var callbacks: [String] { module.closures.keys.sorted() }
    var facts: MemberFacts {
        var facts = MemberFacts(module: module.name)
        facts.summary = "a module of the application"
        return facts
    }
}

/// One closure, for one callback.
@safe private final class SwiftCall: Sendable {
    private let callback: Callback
    private let closure: SwiftModule.Closure

    init(_ callback: Callback, _ closure: @escaping SwiftModule.Closure) {
        (self.callback, self.closure) = (callback, closure)
    }

    static let entry: cm_function = { instance, call, reply in
        guard let instance = unsafe instance, let call = unsafe call else { return HostAnswer.next }
        return unsafe Unmanaged<SwiftCall>.fromOpaque(instance).takeUnretainedValue().run(call, reply)
    }

    // - Safety: the chain is that of the callback.
    private func run(_ call: UnsafeRawPointer, _ reply: UnsafeMutableRawPointer?) -> UInt32 {
        guard case .object(let arguments) = unsafe ArgumentWriter.json(callback, call) else { return HostAnswer.next }
        do {
            switch try closure(arguments) {
            case .next: return HostAnswer.next
            case .answer(let answer): return unsafe HostAnswer.give(answer, reply)
            }
        } catch {
            return unsafe HostAnswer.fail(error as? Failure ?? .plain("\(error)"), reply)
        }
    }
}
