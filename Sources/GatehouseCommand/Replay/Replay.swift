import FoundationEssentials
import Gatehouse
import JSONText
import MatrixCallbacks

/// Runs recordings through a host, and keeps the count.
struct Replay {
    private let gatehouse: Gatehouse
    private let expects: Bool
    private let printsLines: Bool
    private(set) var summary = ReplaySummary()

    init(_ gatehouse: Gatehouse, expects: Bool, printsLines: Bool) {
        (self.gatehouse, self.expects, self.printsLines) = (gatehouse, expects, printsLines)
    }

    /// Is there anything that was not to be expected?
    var isBad: Bool { summary.badLines > 0 || summary.differences > 0 || (expects && summary.skipped > 0) }

    mutating func run(_ file: String) throws {
        let recording = try Recording.read(file)
        var progress = Progress(of: recording.count)
        let start = ContinuousClock.now
        defer { summary.time += ContinuousClock.now - start }
        JSONLines.forEach(in: recording.span) { line in
            do throws(BadLine) {
                try call(line)
            } catch {
                summary.badLines += 1
                Terminal.error("\(file):\(line.number): \(error.reason)")
            }
            progress.show(line.end)
        }
        progress.clear()
    }

    private struct BadLine: Error { let reason: String }

    private mutating func call(_ line: JSONLines.Line) throws(BadLine) {
        switch line.value {
        case .success(let root): try call(root)
        case .failure(let error): throw BadLine(reason: "no JSON: \(error)")
        }
    }

    /// A category that the catalogue does not have is skipped, which is no replay to those who expect answers. All else
    /// must be a call.
    private mutating func call(_ root: JSONNode) throws(BadLine) {
        guard let name = root.member("callback")?.string, let arguments = root.member("arguments") else {
            throw BadLine(reason: "no call: `callback` or `arguments` is missing")
        }
        guard let callback = Catalogue.callback(name) else {
            guard let category = name.split(separator: ".").first, Catalogue.category(String(category)) == nil else {
                throw BadLine(reason: "there is no callback \(name)")
            }
            return skip(name, root)
        }
        let start = ContinuousClock.now
        let result = try ask(callback, arguments)
        summary.note(callback, result, ContinuousClock.now - start)
        finish(callback, result, root)
    }

    private mutating func skip(_ name: String, _ line: JSONNode) {
        summary.skipped += 1
        if expects { Terminal.error("skipped: seq \(Self.seq(line)), \(name): this host does not know its category") }
    }

    private static func seq(_ line: JSONNode) -> JSONValue { line.member("seq").map { JSONValue($0) } ?? .null }

    private func ask(_ callback: Callback, _ arguments: JSONNode) throws(BadLine) -> CallResult {
        do {
            return try gatehouse.call(callback, arguments: arguments, traced: false)
        } catch {
            throw BadLine(reason: "\(error)")
        }
    }

    private mutating func finish(_ callback: Callback, _ result: CallResult, _ line: JSONNode) {
        guard expects || printsLines else { return }
        let native = line.member("native").map { JSONValue($0) } ?? .null
        let own = JSONValue.object(result.own.map { callback.members(of: $0) } ?? ["outcome": "next"])
        let seq = Self.seq(line)
        if printsLines { printLine(callback, result, seq, native) }
        if expects && own.normalized != native.normalized {
            summary.differences += 1
            Terminal.error("difference: seq \(seq), \(callback.fullName): expected \(native), found \(own)")
        }
    }

    private func printLine(_ callback: Callback, _ result: CallResult, _ seq: JSONValue, _ native: JSONValue) {
        let line: JSONValue = [
            "seq": seq, "callback": .string(callback.fullName), "native": native,
            "result": .object(callback.members(of: result.outcome)),
            "decided_by": result.decidedBy.map { .string($0) } ?? .null,
        ]
        print(line.text)
    }
}

extension JSONValue {
    /// Lists of users and states are sets: their order says nothing.
    var normalized: JSONValue {
        guard case .object(var object) = self, let users = object["users"] else { return self }
        object["users"] = users.sorted
        return .object(object)
    }

    private var sorted: JSONValue {
        switch self {
        case .array(let items): .array(items.sorted { $0.text < $1.text })
        case .object(let object): .object(object.mapValues(\.sorted))
        default: self
        }
    }
}
