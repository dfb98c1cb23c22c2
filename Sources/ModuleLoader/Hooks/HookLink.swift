import CForeignCall
import CModuleCall
import ForeignCalls

/// With which results of a function the chain of a hook goes on by itself.
package enum HookPass: Sendable {
    case none, always, ifTrue, ifFalse, ifNull

    var raw: cm_pass {
        switch self {
        case .none: CM_PASS_NONE
        case .always: CM_PASS_ALL
        case .ifTrue: CM_PASS_TRUE
        case .ifFalse: CM_PASS_FALSE
        case .ifNull: CM_PASS_NULL
        }
    }
}

extension HookOffer {
    /// What the chain's link for this function points to.
    ///
    /// - Parameter prepared: of the same signature, with an instance.
    // - Safety: never freed, like the chains that point to it.
    func record(_ prepared: PreparedSignature, _ pass: HookPass, instance: UnsafeMutableRawPointer?)
        -> UnsafeMutableRawPointer
    {
        let record = UnsafeMutablePointer<cm_hook>.allocate(capacity: 1)
        unsafe record.initialize(
            to: cm_hook(
                signature: prepared.raw, function: function, instance: instance, pass: pass.raw,
                copy: offered.signature.result?.copy ?? CM_COPY_CELLS))
        return UnsafeMutableRawPointer(record)
    }
}

extension ValueType {
    /// What has to be copied of a result of this type.
    var copy: cm_copy {
        switch self {
        case .cText: CM_COPY_CSTR
        case .text, .bytes, .json: CM_COPY_TEXT
        default: CM_COPY_CELLS
        }
    }
}
