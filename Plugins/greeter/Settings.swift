import CGatehouse

/// The configuration.
struct Settings {
    let message: String
    let eventType: String

    /// Tells every mistake to `refuse`, by key path. Nil where there was one.
    init?(_ config: JSON, refuse: (_ keyPath: String, _ message: StaticString) -> Void) {
        guard config.isObject else {
            refuse("", "must be a mapping")
            return nil
        }
        var isGood = true
        config.forEach { key, _ in
            guard let key = key.string, key != "message", key != "event_type" else { return }
            isGood = false
            refuse(key, #"there is no such setting; there are "message" and "event_type""#)
        }
        message = config["/message"]?.string ?? ""
        eventType = config["/event_type"].map { $0.string ?? "" } ?? "org.example.welcome"
        if message.isEmpty { refuse("message", "must be the text of the welcome, a string") }
        if eventType.isEmpty { refuse("event_type", "must be the type of an event, a string") }
        guard isGood, !message.isEmpty, !eventType.isEmpty else { return nil }
    }
}
