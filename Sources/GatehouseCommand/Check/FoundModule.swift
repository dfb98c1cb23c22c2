import ForeignCalls
import ModuleLoader

/// A module that was looked at.
struct FoundModule: Codable {
    /// The instance's.
    let name: String
    let facts: MemberFacts
    let callbacks: [String]
    var logins: [LoginCheck] = []
    var offers: [FoundOffer] = []
}

/// A function for a hook point that a module offers.
struct FoundOffer: Codable {
    let hook: String
    let signature: String
    let isRequired: Bool

    init(_ offer: OfferedHook) {
        (hook, signature, isRequired) = (offer.hook, offer.signature.description, offer.isRequired)
    }

    /// Nil: the child wrote something else.
    var offered: OfferedHook? {
        guard let signature = try? Signature(signature) else { return nil }
        return OfferedHook(hook: hook, signature: signature, isRequired: isRequired)
    }
}
