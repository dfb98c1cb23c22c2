import Foundation
import JSONText
import ModuleLoader

/// Secrets of modules stand in files of their own, so that a configuration can be shown to anybody.
extension Configuration {
    /// The same with the texts of the files in the modules' sections, and what is wrong with the files.
    ///
    /// It is for those who load modules or look at them, and is never shown.
    package func withSecrets() -> (configuration: Configuration, problems: [Problem]) {
        var (configuration, problems) = (self, [Problem]())
        let reveal = { (entry: ModuleEntry) in
            var entry = entry
            problems += entry.putSecretsIn(path)
            return entry
        }
        configuration.modules = modules.map(reveal)
        configuration.legacy = legacy.mapped(reveal)
        return (configuration, problems)
    }
}

extension ModuleEntry {
    fileprivate mutating func putSecretsIn(_ path: (String) -> String) -> [Problem] {
        var problems: [Problem] = []
        for (key, file) in secrets.sorted(by: { $0.key < $1.key }) {
            do throws(Problem) {
                try put(key, path(file))
            } catch {
                problems.append(error)
            }
        }
        secrets = [:]
        return problems
    }

    private mutating func put(_ key: String, _ file: String) throws(Problem) {
        guard case .object(var section) = config else {
            throw problem(key, "`config` is no mapping that it could go into", cure: "Write `config` as a mapping.")
        }
        guard section[key] == nil else {
            throw problem(key, "`config` has `\(key)` as well", cure: "Keep one of the two.")
        }
        section[key] = .string(try text(of: file, key))
        config = .object(section)
    }

    /// Without the line ends behind it, which editors put there.
    private func text(of file: String, _ key: String) throws(Problem) -> String {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        } catch {
            throw problem(
                key, "\(file) cannot be read (\(error.localizedDescription))",
                cure: "Name a file that the host's user may read.")
        }
        let text = String(validating: bytes, as: UTF8.self).map { $0.trimmingSuffix(while: \.isNewline) }
        guard let text, !text.isEmpty else {
            throw problem(key, "\(file) holds no text", cure: "Write the secret into it, as UTF-8.")
        }
        return String(text)
    }

    private func problem(_ key: String, _ cause: String, cure: String) -> Problem {
        Problem("config.secret", "\(origin.isEmpty ? name : origin).secrets.\(key)_file", cause, cure: cure)
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> SubSequence {
        self[..<(lastIndex { !isTrimmed($0) }.map(index(after:)) ?? startIndex)]
    }
}
