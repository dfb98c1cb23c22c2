import Foundation
import Gatehouse

/// A file into which the cookies module writes what comes back to it.
final class CookieJar: Sendable {
    let path: String

    init() { path = FileManager.default.temporaryDirectory.path + "/gatehouse-\(UUID().uuidString).txt" }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A module that leaves this cookie with each answer.
    ///
    /// - Parameter settings: `outcome` is what it returns, whatever it has answered; `rewrite` what it makes of a response.
    func module(_ name: String = "cookies", cookie: Int64 = 7, settings: JSONObject = [:]) -> ModuleEntry {
        var config: JSONObject = ["file": .string(path), "cookie": .integer(cookie)]
        for (key, value) in settings.members { config[key] = value }
        return ModuleEntry("cookies", name: name, config: .object(config))
    }

    /// What came back, and the end of each instance.
    var lines: [String] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
