import ModuleLoader

/// What the child says, a line each: the stage that begins, and at the end all that it found.
enum LookMessage: Codable {
    case entering(LookStage)
    case found(LookFindings)

    /// The exit code of a look that came to its end: one that modules have no reason to end a process with.
    static let ending: Int32 = 113
}

/// What a look found.
struct LookFindings: Codable {
    var problems: [FoundProblem] = []
    var warnings: [FoundProblem] = []
    /// What is neither and worth knowing.
    var notes: [String] = []
    var module: FoundModule?
}
