import Foundation

/// A file of SQLite's, looked at without being opened, which would leave files beside it.
package enum DatabaseFile {
    /// Why it could not be used; nil where there is none yet, or nothing against it.
    package static func fault(of path: String) -> String? {
        let files = FileManager.default
        guard files.fileExists(atPath: path) else { return nil }
        guard files.isReadableFile(atPath: path), files.isWritableFile(atPath: path) else {
            return "this user may not read and write it"
        }
        guard let file = FileHandle(forReadingAtPath: path), let head = try? file.read(upToCount: signature.count),
            head.starts(with: signature.prefix(head.count))
        else { return "it is no database of SQLite's" }
        return nil
    }

    /// What such a file begins with, unless it is empty.
    private static let signature = Data("SQLite format 3\0".utf8)
}
