/// Makes the problems of one module's file. `subject` says where the module is configured; each cause starts with the
/// path.
struct FileProblems: Sendable {
    let subject: String
    let path: String

    /// `cause` goes on after the path: "is a directory".
    func problem(_ code: String, _ cause: String, cure: String) -> Problem {
        Problem(code, subject, "\(path) \(cause)", cure: cure)
    }
}
