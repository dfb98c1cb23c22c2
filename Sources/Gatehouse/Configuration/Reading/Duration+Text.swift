extension Duration {
    /// `250ms`, `10s`: a whole number, and its unit. Nil: it is neither, or longer than a day.
    package init?(text: some StringProtocol) {
        let isMilliseconds = text.hasSuffix("ms")
        let digits = text.dropLast(isMilliseconds ? 2 : 1)
        guard text.hasSuffix("s"), let number = Int64(digits), number >= 0 else { return nil }
        guard number <= (isMilliseconds ? 86_400_000 : 86_400) else { return nil }
        self = isMilliseconds ? .milliseconds(number) : .seconds(number)
    }
}

extension YAMLValue {
    /// - Parameter shortest: what is less is refused.
    func duration(from shortest: Duration = .zero) -> Duration? {
        let cure = "Write it with its unit: 10s or 250ms."
        guard kind == .text, let text = text() else {
            return refuse("config.type", "expected a duration, found \(kind.described)", cure: cure)
        }
        if let duration = Duration(text: text), duration >= shortest { return duration }
        let least = shortest == .zero ? "0s" : "1ms"
        return refuse("config.value", "\(text.debugDescription) is no duration from \(least) to 86400s", cure: cure)
    }
}
