import CForeignCall
import CModuleCall
import CallbackChains
import ForeignCalls
import JSONText
import ModuleLoader

/// A link to an adopted function: takes its arguments out of those of the callback, and its result for an answer.
@safe final class AdoptedCall: Sendable {
    let adopted: AdoptedCallback
    private let prepared: PreparedSignature
    // - Safety: code of a library that is never closed; its signature is what the operator says.
    private let function: fc_function

    /// Nil: libffi does not prepare calls of this signature.
    init?(_ adopted: AdoptedCallback, _ function: @escaping fc_function) {
        guard let prepared = PreparedSignature(adopted.function.signature, takesInstance: false) else { return nil }
        (self.adopted, self.prepared, self.function) = (adopted, prepared, function)
    }

    // - Safety: retained for good, like the chains that point to it.
    func link(_ lock: CallLock, _ mark: ModuleMark) -> Link {
        unsafe lock.link(Self.entry, Unmanaged.passRetained(self).toOpaque(), mark)
    }

    private static let entry: cm_function = { instance, call, reply in
        guard let instance = unsafe instance, let call = unsafe call else { return HostAnswer.next }
        return unsafe Unmanaged<AdoptedCall>.fromOpaque(instance).takeUnretainedValue().run(call, reply)
    }

    // - Safety: the chain is that of the callback that the paths were made for.
    private func run(_ call: UnsafeRawPointer, _ reply: UnsafeMutableRawPointer?) -> UInt32 {
        do throws(AdoptionFault) {
            guard let values = try unsafe adopted.values(in: call) else {
                return unsafe give(adopted.meanings.meaningOfAbsence, "nothing to pass", reply)
            }
            let result = try self.result(values)
            return unsafe give(adopted.meanings.meaning(of: result), "it returned \(result.words)", reply)
        } catch {
            return unsafe HostAnswer.fail(.plain(error.cause), reply)
        }
    }

    /// Calls the function. Its result may point into the arguments, so it is taken while they live.
    private func result(_ values: [ForeignValue]) throws(AdoptionFault) -> ForeignValue {
        try CallFrame.lend(prepared) { (frame: inout CallFrame) throws(AdoptionFault) in
            for (value, parameter) in zip(values, adopted.function.signature.parameters) {
                frame.put(value, as: parameter.type)
            }
            var result = fc_result(cells: (0, 0))
            guard unsafe cm_call_foreign(prepared.raw, function, frame.cells, &result) else {
                throw AdoptionFault("C++ exception: \(unsafe String(cString: cm_exception_text()))")
            }
            do throws(ResultFault) {
                return try unsafe ForeignValue(result, as: prepared.result)
            } catch {
                throw AdoptionFault(error.cause)
            }
        }
    }

    private func give(
        _ meaning: Meanings.Meaning?, _ what: String, _ reply: UnsafeMutableRawPointer?
    ) -> UInt32 {
        switch meaning {
        case .next: HostAnswer.next
        case .answer(let answer): unsafe HostAnswer.give(answer, reply)
        case .fail: unsafe HostAnswer.fail(.plain("\(what), which is a failure"), reply)
        case nil: unsafe HostAnswer.fail(.plain("\(what), which means nothing"), reply)
        }
    }
}

extension ForeignValue {
    /// For the log.
    fileprivate var words: String {
        switch self {
        case .none: "nothing"
        case .bool(let flag): "\(flag)"
        case .integer(let integer): "\(integer)"
        case .number(let number): "\(number)"
        case .text(let text): text.debugDescription
        case .json(let json): json.text
        case .bytes(let bytes): "\(bytes.count) bytes"
        case .pointer: "a pointer"
        }
    }
}
