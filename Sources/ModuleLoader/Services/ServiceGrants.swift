/// Which services an instance may use, whatever their revision.
package struct ServiceGrants: Sendable, Equatable, Codable {
    /// Names without a revision: "gatehouse.http".
    package let services: Set<String>

    package init(_ services: Set<String>) { self.services = services }

    package func contain(_ name: String) -> Bool {
        services.contains(name.split(separator: "/", maxSplits: 1).first.map(String.init) ?? name)
    }
}
