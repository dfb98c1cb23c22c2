import ArgumentParser
import Foundation

/// A file with a call a line.
struct Recording {
    let name: String
    private let bytes: Data

    init(_ path: String) throws {
        name = path
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        } catch {
            Terminal.error("error: \(path): it cannot be read: \(error.localizedDescription)")
            throw ExitCode(1)
        }
    }

    var size: Int { bytes.count }

    /// Calls `body` with each line that is not empty, its number from 1, and the offset behind it.
    func forEachLine(_ body: (_ number: Int, _ line: String, _ end: Int) -> Void) {
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            if !line.isEmpty { body(number, String(decoding: line, as: UTF8.self), line.endIndex) }
        }
    }
}
