import Synchronization

/// What a metric measures, and how: `GH_COUNTER` and so on.
enum MetricKind: UInt32, Sendable {
    case counter = 1
    case gauge, histogram
}

/// The kinds of all metrics of a host: one name is of one kind, whoever declares it.
final class MetricKinds: Sendable {
    private let kinds = Mutex<[String: MetricKind]>([:])

    /// False: it is of another kind elsewhere.
    func claim(_ name: String, _ kind: MetricKind) -> Bool {
        kinds.withLock { kinds in
            let known = kinds[name] ?? kind
            kinds[name] = known
            return known == kind
        }
    }
}
