import MatrixCallbacks
import ModuleLoader

/// What came out of a replay, per callback: what modules said themselves, failures that a rule skips included.
struct ReplaySummary {
    private struct Row {
        var next = 0
        var answered = 0
        var failed = 0
        var times: [Duration] = []
        var deciders: [String: Int] = [:]
    }

    private var rows: [String: Row] = [:]
    private var calls = 0
    var skipped = 0
    var differences = 0
    var badLines = 0

    var isBad: Bool { badLines > 0 || differences > 0 }

    mutating func note(_ callback: String, _ result: CallResult, _ time: Duration) {
        calls += 1
        switch result.own {
        case nil, .next?: rows[callback, default: Row()].next += 1
        case .answered?: rows[callback, default: Row()].answered += 1
        case .failed?, .invalid?, .unavailable?, .pending?: rows[callback, default: Row()].failed += 1
        }
        rows[callback]?.times.append(time)
        if let decider = result.decidedBy { rows[callback]?.deciders[decider, default: 0] += 1 }
    }

    var table: String {
        var table = Table("CALLBACK", "CALLS", "NEXT", "ANSWERED", "FAILED", "P50 µs", "P99 µs", "DECIDED BY")
        for (callback, row) in rows.sorted(by: { $0.key < $1.key }) {
            let times = row.times.sorted()
            let deciders = row.deciders.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            table.add(
                callback, "\(times.count)", "\(row.next)", "\(row.answered)", "\(row.failed)", times.microseconds(50),
                times.microseconds(99), deciders.isEmpty ? "-" : deciders.joined(separator: ", "))
        }
        return table.text
    }

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
