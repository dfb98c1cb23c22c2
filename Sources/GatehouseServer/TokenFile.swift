import Foundation
import ModuleLoader

/// The file with the token that callers over TCP send.
enum TokenFile {
    /// The token, without the line end behind it.
    ///
    /// - Throws: `serve.token` where there is none to read, or it is none that a header could carry.
    static func read(_ path: String) throws(Problems) -> String {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        } catch {
            throw problem(path, "it cannot be read (\(error.localizedDescription))")
        }
        guard !text.isEmpty, text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
            throw problem(path, "it holds no token, which is one word of printable ASCII")
        }
        return text
    }

    private static func problem(_ path: String, _ cause: String) -> Problems {
        Problems(list: [
            Problem(
                "serve.token", path, cause,
                cure: "Write a long random word into it, `openssl rand -hex 32`, and let the host's user read it.")
        ])
    }
}
