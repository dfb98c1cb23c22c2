import Foundation
import Testing

/// `server.py`, as long as this lives.
final class WebServer: Sendable {
    let port: Int
    // Ends the server when it is closed.
    private let input: Pipe

    init(_ arguments: [String] = []) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "\(Clerk.root)/Tests/HostServicesTests/Support/server.py"] + arguments
        let output = Pipe()
        let input = Pipe()
        (process.standardOutput, process.standardInput) = (output, input)
        try process.run()
        var said = Data()
        while !said.contains(UInt8(ascii: "\n")) {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            said += more
        }
        let text = String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        port = try #require(Int(text))
        self.input = input
    }

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }
}
