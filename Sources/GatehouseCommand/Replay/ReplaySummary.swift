import MatrixCallbacks
import ModuleLoader

/// What came out of a replay, per callback: what modules said themselves, failures that a rule skips included.
struct ReplaySummary {
    private struct Row {
        var callback = ""
        var next = 0
        var answered = 0
        var failed = 0
        var times: [Duration] = []
        var deciders: [String: Int] = [:]

        mutating func note(_ result: CallResult, _ time: Duration) {
            switch result.own {
            case nil, .next?: next += 1
            case .answered?: answered += 1
            case .failed?, .invalid?, .unavailable?, .pending?: failed += 1
            }
            times.append(time)
            if let decider = result.decidedBy { deciders[decider, default: 0] += 1 }
        }
    }

    /// One for each callback of the catalogue.
    private var rows = Catalogue.callbacks.map { Row(callback: $0.fullName) }
    private var calls = 0
    var skipped = 0
    var differences = 0
    var badLines = 0
    /// Of all lines, without the reading of files.
    var time = Duration.zero

    mutating func note(_ callback: Callback, _ result: CallResult, _ time: Duration) {
        calls += 1
        rows[callback.index].note(result, time)
    }

    var table: String {
        var table = Table("CALLBACK", "CALLS", "NEXT", "ANSWERED", "FAILED", "P50 µs", "P99 µs", "DECIDED BY")
        for row in rows.sorted(by: { $0.callback < $1.callback }) where !row.times.isEmpty {
            let times = row.times.sorted()
            let deciders = row.deciders.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            table.add(
                row.callback, "\(times.count)", "\(row.next)", "\(row.answered)", "\(row.failed)",
                times.microseconds(50), times.microseconds(99),
                deciders.isEmpty ? "-" : deciders.joined(separator: ", "))
        }
        return table.text
    }

    var speed: String { "\(Int(Double(calls) / max(time / .seconds(1), .ulpOfOne))) calls a second" }

    var lastLine: String {
        let bad = badLines == 0 ? "" : ", \(badLines) bad lines"
        return "\(calls) calls, \(skipped) skipped, \(differences) differences\(bad)"
    }
}

extension [Duration] {
    /// A percentile of sorted times.
    fileprivate func microseconds(_ percentile: Int) -> String {
        guard let last = indices.last else { return "-" }
        let (seconds, attoseconds) = self[last * percentile / 100].components
        let tenths = (seconds * 1_000_000_000 + attoseconds / 1_000_000_000) / 100
        return "\(tenths / 10).\(tenths % 10)"
    }
}
