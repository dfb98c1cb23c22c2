import MatrixCallbacks
public import ModuleLoader

/// How long chains may take.
extension Configuration {
    /// For each callback of the catalogue, by its number.
    var budgets: [Duration] { Catalogue.callbacks.map { deadlines[$0.fullName] ?? deadline } }

    /// One problem for each deadline that is none, or of a callback that is not there.
    ///
    /// ``init(yaml:file:)`` reports the same with lines; a configuration that is made in Swift is asked by who loads it.
    public func deadlineMistakes() -> [Problem] {
        let own = modules + legacy.entries.map(\.entry)
        let written =
            [("deadline", Optional(deadline))] + deadlines.map { ("deadlines.\($0.key)", $0.value) }
            + own.map { ("\($0.origin).deadline", $0.deadline) }
        let tooShort = written.filter { ($0.1 ?? .seconds(1)) <= .zero }.map { key, _ in
            Problem("config.value", key, "a deadline of nothing", cure: "Give a duration of at least 1ms.")
        }
        let unknown = deadlines.keys.filter { Catalogue.callback($0) == nil }.map { name in
            Problem("config.unknown-key", "deadlines.\(name)", "unknown callback", cure: Self.cure(forCallback: name))
        }
        return tooShort + unknown.sorted { $0.subject < $1.subject }
    }

    static func cure(forCallback name: String) -> String {
        let meant = NearMiss.closest(to: name, among: Catalogue.callbacks.map(\.fullName))
        return meant.map { "Did you mean `\($0)`?" } ?? "`gatehouse callbacks` lists those that this host knows."
    }
}

extension YAMLValue {
    /// How long something may take: more than nothing.
    func deadline() -> Duration? { duration(from: .milliseconds(1)) }

    /// Durations by the names of callbacks.
    func deadlines() -> [String: Duration]? {
        let deadlines = mapping(like: "spam_checker.user_may_join_room: 2s") { name, value in
            value.deadline(of: name).map { (name, $0) }
        }
        return deadlines.map { Dictionary($0) { first, _ in first } }
    }

    private func deadline(of callback: String) -> Duration? {
        if Catalogue.callback(callback) != nil { return deadline() }
        return refuse("config.unknown-key", "unknown callback", cure: Configuration.cure(forCallback: callback))
    }
}
