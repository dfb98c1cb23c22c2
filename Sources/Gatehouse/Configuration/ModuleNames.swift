import ModuleLoader

/// The names that the modules of one configuration have taken so far, and by whom.
struct ModuleNames {
    private var origins: [String: String] = [:]

    /// Takes the entry's name for it; a problem if an earlier entry has that name.
    mutating func claim(_ entry: ModuleEntry) -> Problem? {
        guard let earlier = origins[entry.name] else {
            origins[entry.name] = entry.origin
            return nil
        }
        return Problem(
            "config.duplicate-name", entry.origin, "the name `\(entry.name)` is already taken by \(earlier)",
            cure: "Give one of the two a `name` of its own.")
    }
}
