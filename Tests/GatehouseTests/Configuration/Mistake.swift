import Gatehouse
import ModuleLoader
import Testing

/// A text with mistakes, and all that is said about it.
struct Mistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let yaml: String
    let problems: [String]

    /// - Parameter problems: Whole, in their order, without `gatehouse.yaml:`.
    init(_ description: String, _ yaml: String, _ problems: String...) {
        testDescription = description
        self.yaml = yaml
        self.problems = problems.map { "gatehouse.yaml:" + $0 }
    }

    /// Everything that reading the text finds wrong.
    static func found(in yaml: String) -> [String] {
        do throws(Problems) {
            _ = try Configuration(yaml: yaml, file: "gatehouse.yaml")
            return []
        } catch {
            return error.list.map(\.description)
        }
    }
}
