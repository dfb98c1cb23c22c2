import ModuleLoader

/// Collects what is wrong with one file while it is read, so that all of it comes out in one go.
final class Findings {
    private let file: String
    private var found: [(place: Place, problem: Problem)] = []
    private var seen: Set<Key> = []
    private var values = 0
    private let maximalValues: Int
    /// False when there is too much of it, which has been reported then.
    private(set) var mayReadOn = true

    /// What makes two problems one: an alias brings the same mistake to several paths, but it was written once.
    private struct Key: Hashable {
        let place: Place, code: String, cause: String
    }

    /// - Parameter size: How long the text is. Without aliases no text holds more values than bytes, give or take some.
    init(file: String, size: Int) {
        self.file = file
        maximalValues = size + 100_000
    }

    var inLineOrder: [Problem] {
        let order = found.indices.sorted { (found[$0].place, $0) < (found[$1].place, $1) }
        return order.map { found[$0].problem }
    }

    /// How messages call a place: `gatehouse.yaml:7: modules.0.config`.
    func subject(_ place: Place, _ path: String = "", column: Bool = false) -> String {
        let place = column ? "\(file):\(place.line):\(place.column)" : "\(file):\(place.line)"
        return path.isEmpty ? place : "\(place): \(path)"
    }

    /// Reports something that has no key path.
    func report(_ code: String, at place: Place, column: Bool = false, _ cause: String, cure: String) {
        add(Problem(code, subject(place, column: column), cause, cure: cure), at: place)
    }

    func add(_ problem: Problem, at place: Place) {
        let key = Key(place: place, code: problem.code, cause: problem.cause)
        if seen.insert(key).inserted { found.append((place, problem)) }
    }

    /// Counts a value before it is read. A few aliases of aliases make billions of them.
    func count(_ value: YAMLValue) {
        values += 1
        if values > maximalValues {
            giveUp(value, "aliases make more than \(maximalValues) values of this file", cure: "Use fewer aliases.")
        }
    }

    /// Reports a value as the one that is too much.
    func giveUp(_ value: YAMLValue, _ cause: String, cure: String) {
        guard mayReadOn else { return }
        mayReadOn = false
        value.report("config.value", cause, cure: cure)
    }
}
