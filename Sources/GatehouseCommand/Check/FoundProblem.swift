import JSONText
import ModuleLoader

/// A problem with what the parent knows of the child's end.
struct FoundProblem: Codable {
    let code: String
    let subject: String
    let cause: String
    let cure: String
    let stage: LookStage?
    let signal: String?
    let stderr: String?

    init(_ problem: Problem, stage: LookStage? = nil, signal: String? = nil, stderr: String? = nil) {
        (code, subject, cause, cure) = (problem.code, problem.subject, problem.cause, problem.cure)
        (self.stage, self.signal, self.stderr) = (stage, signal, stderr)
    }

    /// A line for people, and below it the last lines that the module wrote.
    var text: String {
        let said = stderr.map { words in
            let lines = words.split(separator: "\n").suffix(3).map { String($0).printable }
            return "\n    it wrote last: " + lines.joined(separator: "\n    ")
        }
        return "\(subject): \(cause). \(cure) [\(code)]".printable + (said ?? "")
    }

    var json: JSONValue {
        var object: JSONObject = [
            "code": .string(code), "subject": .string(subject), "cause": .string(cause), "cure": .string(cure),
        ]
        object["stage"] = stage.map { .string($0.rawValue) }
        object["signal"] = signal.map { .string($0) }
        object["stderr"] = stderr.map { .string($0) }
        return .object(object)
    }
}
