import Gatehouse
import MatrixCallbacks

/// A call, and the places of the modules that say that they were asked.
struct Asked {
    let result: CallResult
    let asked: [Int]

    /// Of a cookie only that there is one: it is another number each time.
    fileprivate var outcome: CallResult.Outcome { result.with(cookie: result.cookie.map { _ in 0 }).outcome }
}

/// A host says something else than its modules, or something else when nobody traces the call.
struct Contradiction: Error, CustomStringConvertible {
    let description: String

    static func check(_ traced: Asked, _ untraced: Asked) throws(Contradiction) {
        let trail = (traced.result.trail ?? []).compactMap { Int($0.module.dropFirst()) }
        try check("asked by the trail", trail, "by the modules", traced.asked)
        try check("asked with a trail", traced.asked, "without", untraced.asked)
        try check("came of it with a trail", traced.outcome, "without", untraced.outcome)
        try check("decided with a trail", traced.result.decidedBy, "without", untraced.result.decidedBy)
        try check("held with a trail", traced.result.held, "without", untraced.result.held)
    }

    private static func check<Value: Equatable>(
        _ one: String, _ value: Value, _ other: String, _ otherValue: Value
    ) throws(Contradiction) {
        if value != otherValue { throw Contradiction(description: "\(one): \(value), \(other): \(otherValue)") }
    }
}
