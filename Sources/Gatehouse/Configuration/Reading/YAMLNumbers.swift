import Yams

extension Int64 {
    /// A whole number as YAML 1.1 writes it; `nil` if it does not fit.
    init?(yaml scalar: Node.Scalar) {
        let whole = scalar.string.contains(":") ? Self(base60: scalar.string) : Self.construct(from: scalar)
        guard let whole else { return nil }
        self = whole
    }

    /// `1:30:00`. Yams can read it too, but stops the process when the result does not fit.
    private init?(base60 text: String) {
        var sum: Int64? = 0
        for part in text.filter({ !"+-_".contains($0) }).split(separator: ":") {
            sum = Int64(part).flatMap { sum?.timesSixty(plus: $0) }
        }
        guard let sum else { return nil }
        self = text.hasPrefix("-") ? -sum : sum
    }

    private func timesSixty(plus digit: Int64) -> Int64? {
        let (product, overflow) = multipliedReportingOverflow(by: 60)
        let (sum, overflowNow) = product.addingReportingOverflow(digit)
        return overflow || overflowNow ? nil : sum
    }
}

extension Double {
    /// A number as YAML 1.1 writes it; `nil` if JSON has no such number.
    init?(yaml scalar: Node.Scalar) {
        guard let number = Double.construct(from: scalar), number.isFinite else { return nil }
        self = number
    }
}
