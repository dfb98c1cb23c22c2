import ModuleLoader

/// The keys of one section: reads those that its code asks for, and reports the others.
///
///     modulePath = keys.optional("module_path") { $0.list { $0.text() } } ?? []
///
/// is all that a new key takes: asking for it makes it known.
struct KeyReader {
    private let section: YAMLValue
    private let members: [MappingReader.Member]
    private var known: [String] = []
    private var refused: [String] = []

    init(_ section: YAMLValue, _ members: [MappingReader.Member]) {
        self.section = section
        self.members = members
    }

    /// Is the key there? Asking this does not make it known.
    func has(_ key: String) -> Bool { members.contains { $0.key == key && $0.value.kind != .nothing } }

    /// The value of a key; `nil` if it is absent or `null`, which is no error, or could not be read.
    ///
    /// A key that is written twice is read twice, so that the mistakes below both come out.
    mutating func optional<Value>(_ key: String, _ read: (YAMLValue) -> Value?) -> Value? {
        values(of: key).reduce(nil) { read($1) ?? $0 }
    }

    /// The value of a key that must be there; `nil` if it could not be read.
    mutating func required<Value>(_ key: String, cure: String, _ read: (YAMLValue) -> Value?) -> Value? {
        if values(of: key).isEmpty { reportMissing(key, cure: cure) }
        return optional(key, read)
    }

    /// The value of a key that must be written, also with nothing behind it; `nil` if that is so, or if it could not be
    /// read.
    mutating func written<Value>(_ key: String, cure: String, _ read: (YAMLValue) -> Value?) -> Value? {
        if !members.contains(where: { $0.key == key }) { reportMissing(key, cure: cure) }
        return optional(key, read)
    }

    private func reportMissing(_ key: String, cure: String) {
        guard section.findings.mayReadOn else { return }
        section.report("config.missing-key", "the key `\(key)` is missing", cure: cure)
    }

    /// Reports a key that has its place somewhere else.
    ///
    /// - Parameter isHarmless: says of which values nothing need be said.
    mutating func refuse(
        _ key: String, _ cause: String, cure: String, unless isHarmless: (YAMLValue) -> Bool = { _ in false }
    ) {
        refused.append(key)
        for value in members.filter({ $0.key == key }).map(\.value) where value.kind != .nothing {
            if !isHarmless(value) { value.report("config.not-here", cause, cure: cure) }
            value.readForMistakes()
        }
    }

    /// Reports the keys that were not asked for.
    func reportUnknown() {
        for (key, value) in members where !known.contains(key) && !refused.contains(key) {
            value.report("config.unknown-key", "unknown key", cure: cure(for: key))
            value.readForMistakes()
        }
    }

    private mutating func values(of key: String) -> [YAMLValue] {
        if !known.contains(key) { known.append(key) }
        return members.filter { $0.key == key && $0.value.kind != .nothing }.map(\.value)
    }

    private func cure(for key: String) -> String {
        if let meant = NearMiss.closest(to: key, among: known) { return "Did you mean `\(meant)`?" }
        return "Known here: \(known.map { "`\($0)`" }.joined(separator: ", "))."
    }
}
