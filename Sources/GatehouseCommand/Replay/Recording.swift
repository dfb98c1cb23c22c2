import ArgumentParser
import Foundation

/// A file with a call a line.
struct Recording {
    let name: String
    private let bytes: [UInt8]

    init(_ path: String) throws {
        name = path
        do {
            bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            Terminal.error("error: \(path): it cannot be read: \(error.localizedDescription)")
            throw ExitCode(1)
        }
    }

    var size: Int { bytes.count }

    /// Calls `body` with each line that is not empty, its number from 1, and the offset behind it.
    func forEachLine(_ body: (_ number: Int, _ line: ArraySlice<UInt8>, _ end: Int) -> Void) {
        var number = 0
        var start = bytes.startIndex
        while start < bytes.endIndex {
            number += 1
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            if end > start { body(number, bytes[start..<end], end) }
            start = end + 1
        }
    }
}
