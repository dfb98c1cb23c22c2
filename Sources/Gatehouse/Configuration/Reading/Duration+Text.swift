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
    func duration() -> Duration? {
        guard let text = text() else { return nil }
        return Duration(text: text)
            ?? refuse("config.value", "\(text.debugDescription) is no duration", cure: "Write one like 250ms or 10s.")
    }
}
