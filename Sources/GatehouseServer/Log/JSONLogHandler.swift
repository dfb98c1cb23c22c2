import Foundation
import JSONText
public import Logging

/// Writes each line of the log as a JSON object: `ts`, `level`, `label`, `message`, and the metadata beside them. Whole
/// numbers and truth values stay what they are.
public struct JSONLogHandler: LogHandler {
    public var logLevel = Logger.Level.info
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let write: @Sendable (String) -> Void

    /// - Parameter write: takes one line with its end, from any thread.
    public init(label: String, write: @escaping @Sendable (String) -> Void = JSONLogHandler.toStandardError) {
        (self.label, self.write) = (label, write)
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var line: JSONObject = [
            "ts": .string(Date.now.ISO8601Format(.init(includingFractionalSeconds: true))),
            "level": .string(event.level.rawValue), "label": .string(label), "message": .string("\(event.message)"),
        ]
        let all = [metadataProvider?.get(), metadata, event.metadata].compactMap(\.self)
        for (key, value) in all.flatMap({ $0.sorted { $0.key < $1.key } }) { line[key] = value.json }
        if let error = event.error { line["error"] = .string("\(error)") }
        write(JSONValue.object(line).text + "\n")
    }

    /// A line at once, so that threads do not mix theirs.
    public static let toStandardError: @Sendable (String) -> Void = { line in
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }
}

extension Logger.MetadataValue {
    fileprivate var json: JSONValue {
        switch self {
        case .string(let text): .string(text)
        case .stringConvertible(let value as Int): .integer(Int64(value))
        case .stringConvertible(let value as Int64): .integer(value)
        case .stringConvertible(let value as Bool): .bool(value)
        case .stringConvertible(let value): .string("\(value)")
        case .array(let values): .array(values.map(\.json))
        case .dictionary(let members):
            .object(members.sorted { $0.key < $1.key }.reduce(into: JSONObject()) { $0[$1.key] = $1.value.json })
        }
    }
}
