package import ModuleLoader

/// A registered module of the application, at its place in the chains.
package struct SwiftPlan: PlannedMember {
    private let name: String
    private let module: SwiftModule

    /// - Parameter name: the entry's; the same module may be listed several times.
    package init(_ module: SwiftModule, name: String) { (self.module, self.name) = (module, name) }

    package var callbacks: [String] { module.closures.keys.sorted() }
    package var offers: [OfferedHook] { module.offers }

    package var isConcurrent: Bool { true }

    package func make(_ place: MemberPlace) throws(Problems) -> any ChainMember {
        SwiftMember(place, name: name, module)
    }
}
