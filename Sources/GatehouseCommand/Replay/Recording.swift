import ArgumentParser
import Foundation
import JSONText

/// A file with a call a line.
enum Recording {
    static func read(_ path: String) throws -> Data {
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            Terminal.error("error: \(path): it cannot be read: \(error.localizedDescription)")
            throw ExitCode(1)
        }
    }
}
