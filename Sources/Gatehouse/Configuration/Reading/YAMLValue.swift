import ModuleLoader
import Yams

/// A YAML node, with the place and the key path that a message about it names.
struct YAMLValue {
    let node: Node
    let place: Place
    let findings: Findings
    private let path: String
    private let depth: Int

    /// Modules get their section as JSON text, and readers of JSON give up on deep nesting too.
    private static let maximalDepth = 100

    init(root: Node, _ findings: Findings) {
        self.init(root, root.mark.map(Place.init) ?? Place(line: 1, column: 1), findings, path: "", depth: 0)
    }

    private init(_ node: Node, _ place: Place, _ findings: Findings, path: String, depth: Int) {
        self.node = node
        self.place = place
        self.findings = findings
        self.path = path
        self.depth = depth
        findings.count(self)
    }

    /// A value below this one. It stands where its key stands, if it has one: an alias has no place of its own.
    func child(_ node: Node, _ name: String, at mark: Mark?) -> YAMLValue {
        let path = path.isEmpty ? name : "\(path).\(name)"
        return YAMLValue(node, mark.map(Place.init) ?? place, findings, path: path, depth: depth + 1)
    }

    /// What these keys lead to, for messages. Where they do not lead on, it is the last place that is written.
    func below(_ keys: [String]) -> YAMLValue {
        guard let key = keys.first else { return self }
        guard case .mapping(let mapping) = node, let pair = mapping.first(where: { $0.key.string == key }) else {
            return child(node, keys.joined(separator: "."), at: nil)
        }
        return child(pair.value, key, at: pair.key.mark).below(Array(keys.dropFirst()))
    }

    var kind: Kind { Kind(node) }

    var isRoot: Bool { depth == 0 }

    /// `gatehouse.yaml:7: modules.0.config`
    var subject: String { findings.subject(place, path) }

    func report(_ code: String, _ cause: String, cure: String) {
        findings.add(Problem(code, subject, cause, cure: cure), at: place)
    }

    /// Reports why there is no value, and returns none.
    func refuse<Value>(_ code: String, _ cause: String, cure: String) -> Value? {
        report(code, cause, cure: cure)
        return nil
    }

    /// Whether to read what is below; if not, that has been reported.
    var mayReadBelow: Bool {
        if depth == Self.maximalDepth {
            findings.giveUp(self, "nested deeper than \(depth) levels", cure: "Make it flatter.")
        }
        return findings.mayReadOn
    }
}
