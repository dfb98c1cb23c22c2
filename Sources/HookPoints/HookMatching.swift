import ForeignCalls
package import ModuleLoader

/// What the application declares, laid beside what the modules offer.
package struct HookMatching: Sendable {
    package private(set) var problems: [Problem] = []
    package private(set) var warnings: [Problem] = []
    private let declared: [String: HookDeclaration]

    /// - Parameter offers: of all entries of the configuration, in their order.
    package init(_ declarations: [HookDeclaration], _ offers: [PlannedOffers]) {
        declared = Dictionary(declarations.map { ($0.name, $0) }) { first, _ in first }
        for entry in offers { for offer in entry.offers { match(offer, entry.subject) } }
        let offered = Set(offers.flatMap { $0.offers.map(\.hook) })
        for hook in declarations where hook.isRequired && !offered.contains(hook.name) {
            problems.append(
                Problem(
                    "hook.missing", "hook \(hook.name)", "no module offers a function for it, and it is required",
                    cure: "List a module that offers \(hook.signature)."))
        }
    }

    private mutating func match(_ offer: OfferedHook, _ subject: String) {
        guard let hook = declared[offer.hook] else { return undeclared(offer, subject) }
        if hook.signature.matches(offer.signature) { return }
        problems.append(
            Problem(
                "hook.signature", subject,
                "it offers \(offer.hook) as \(offer.signature), and the application declares \(hook.signature)",
                cure: "Use a module that was made for this application, or bring the two signatures together."))
    }

    private mutating func undeclared(_ offer: OfferedHook, _ subject: String) {
        let near = NearMiss.closest(to: offer.hook, among: declared.keys.sorted())
        let problem = Problem(
            "hook.undeclared", subject,
            "it offers \(offer.hook), \(offer.signature), and the application declares no such hook",
            cure: near.map { "Did the module mean \($0)?" } ?? "Use the module in an application that declares it.")
        if offer.isRequired { problems.append(problem) } else { warnings.append(problem) }
    }
}
