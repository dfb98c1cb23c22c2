import CGatehouse
import JSONText
import ModuleLoader

/// What a module wants called when the homeserver has answered.
@safe struct HomeserverCompletion: @unchecked Sendable {
    let function: gh_homeserver_completion
    let context: UnsafeMutableRawPointer?

    init(_ function: @escaping gh_homeserver_completion, _ context: UnsafeMutableRawPointer?) {
        unsafe (self.function, self.context) = (function, context)
    }
}

/// An answer of the homeserver on its way into the instance.
final class HomeserverVisit: ModuleVisit {
    let call: ModuleCall
    private let memory = LentMemory()

    // - Safety: the completion takes what `homeserver.h` says, and the memory lives as long as this.
    init(_ completion: HomeserverCompletion, _ answer: InstanceHomeserver.Answer) {
        var (found, value, error) = (Found.absent, String?.none, String?.none)
        switch answer {
        case .success(let json?): (found, value) = (Found.found, json.text)
        case .success(nil): break
        case .failure(let failure): (found, error) = (Found.unreachable, "\(failure)")
        }
        let record = unsafe gh_homeserver_answer(
            size: MemoryLayout<gh_homeserver_answer>.size, found: UInt64(found),
            value: gh_json(text: memory.maybe(value)),
            error: memory.maybe(error))
        call = unsafe ModuleCall(
            unsafeBitCast(completion.function, to: ModuleCall.Function.self), completion.context,
            memory.record(record))
    }

    var name: String { "a completion of the homeserver" }
}
