import Foundation

/// Lets callbacks come back that are held in the tardy module: so that a test says when, and no clock.
final class Release: Sendable {
    /// The file that they wait for.
    let path = FileManager.default.temporaryDirectory.path + "/gatehouse-release-\(UUID().uuidString)"

    /// From now on.
    func give() { _ = FileManager.default.createFile(atPath: path, contents: nil) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
