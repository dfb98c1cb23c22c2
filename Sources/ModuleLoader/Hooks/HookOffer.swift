package import CForeignCall
import CGatehouse
package import ForeignCalls

/// What a module says of its function for a hook point of the application.
package struct OfferedHook: Sendable {
    /// `billing.may_charge`
    package let hook: String
    package let signature: Signature
    /// Where nobody declares the hook, the module is refused.
    package let isRequired: Bool

    package init(hook: String, signature: Signature, isRequired: Bool = false) {
        (self.hook, self.signature, self.isRequired) = (hook, signature, isRequired)
    }
}

/// A module's function for a hook point.
@safe package struct HookOffer: @unchecked Sendable {
    package let offered: OfferedHook
    // - Safety: code of a module, which is never unloaded.
    let function: fc_function

    package init(_ offered: OfferedHook, function: @escaping fc_function) {
        (self.offered, self.function) = (offered, function)
    }

    package var hook: String { offered.hook }

    /// What the record of contract 1.0 has. Never changes.
    private static let firstSize = 56

    /// Copies what a module handed over.
    ///
    /// - Throws: what is wrong with it.
    // - Safety: the contract says that `size` bytes are readable; no field beyond them is read.
    init(handed pointer: UnsafePointer<gh_offer>) throws(Handed.Refusal) {
        let size = unsafe UnsafeRawPointer(pointer).loadUnaligned(as: Int.self)
        guard Self.firstSize...(1 << 16) ~= size, size % 8 == 0 else {
            throw Handed.Refusal(reason: "the size of an offer is \(UInt(bitPattern: size))")
        }
        var offer = unsafe gh_offer()
        unsafe withUnsafeMutableBytes(of: &offer) { copy in
            unsafe copy.copyMemory(from: UnsafeRawBufferPointer(start: pointer, count: min(size, copy.count)))
        }
        let hook = try unsafe Handed.required(offer.name, "the name of a hook")
        let text = try unsafe Handed.required(offer.signature, "the signature for \(hook)")
        guard let function = unsafe offer.function else {
            throw Handed.Refusal(reason: "the offer for \(hook) has no function")
        }
        do {
            let isRequired = unsafe offer.required != 0
            self.init(
                OfferedHook(hook: hook, signature: try Signature(text), isRequired: isRequired), function: function)
        } catch {
            throw Handed.Refusal(reason: "the signature \(text.debugDescription) for \(hook), \(error)")
        }
    }

    /// - Throws: a hook that is offered twice; a hook has one function of an instance.
    static func checkNames(_ offers: [HookOffer]) throws(Handed.Refusal) {
        var seen: Set<String> = []
        for offer in offers where !seen.insert(offer.hook).inserted {
            throw Handed.Refusal(reason: "it offers two functions for \(offer.hook)")
        }
    }
}
