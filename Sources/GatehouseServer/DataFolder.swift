import Foundation
import ModuleLoader

/// The folder for what outlives a server.
enum DataFolder {
    /// Makes the folder where it is missing, for this user alone.
    ///
    /// - Throws: `serve.data-folder`
    static func make(_ path: String) throws(Problems) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            let problem = Problem(
                "serve.data-folder", path, "it cannot be made (\(error.localizedDescription))",
                cure: "Make it, for the user that runs the host.")
            throw Problems(list: [problem])
        }
    }
}
