import HostServices
import JSONText
import MatrixCallbacks
import ModuleLoader

extension ModuleEntry {
    /// The keys of one entry. `nil` if there is no module to speak of, which has been reported then.
    ///
    /// - Parameter needsConfig: the key `config` has to be there, if only with nothing behind it.
    init?(reading value: YAMLValue, _ names: inout ModuleNames, needsConfig: Bool = false) {
        let entry = value.section(like: "module: NAME") {
            Self(reading: &$0, origin: value.subject, needsConfig: needsConfig)
        }
        guard let entry else { return nil }
        if let clash = names.claim(entry) { value.findings.add(clash, at: value.place) }
        self = entry
    }

    private init?(reading keys: inout KeyReader, origin: String, needsConfig: Bool) {
        if keys.has("adopt") {
            self.init(adopted: &keys, origin: origin)
        } else if keys.has("builtin") {
            self.init(builtin: &keys, origin: origin)
        } else {
            self.init(module: &keys, origin: origin, needsConfig: needsConfig)
        }
    }

    private init?(adopted keys: inout KeyReader, origin: String) {
        let library = keys.optional("adopt") { $0.text() }
        let name = keys.optional("name") { $0.text() }
        let sha256 = keys.optional("sha256") { $0.sha256() }
        let cure = "Bind functions of the library to callbacks."
        let callbacks = keys.required("callbacks", cure: cure) { $0.adoption() }
        let deadline = keys.optional("deadline") { $0.deadline() }
        guard let library, let callbacks else { return nil }
        self.init(adopting: library, callbacks: callbacks, name: name, sha256: sha256, origin: origin)
        self.deadline = deadline
    }

    private init?(builtin keys: inout KeyReader, origin: String) {
        let builtin = keys.optional("builtin") { $0.text() }
        let name = keys.optional("name") { $0.text() }
        let deadline = keys.optional("deadline") { $0.deadline() }
        guard let builtin else { return nil }
        self.init(builtin: builtin, name: name, origin: origin)
        self.deadline = deadline
    }

    private init?(module keys: inout KeyReader, origin: String, needsConfig: Bool) {
        let module = keys.required("module", cure: "Add the module's name or its path.") { $0.text() }
        let name = keys.optional("name") { $0.text() }
        let sha256 = keys.optional("sha256") { $0.sha256() }
        let config =
            needsConfig
            ? keys.written("config", cure: "Write `config: {}` if there is nothing to tell it.") { $0.json() }
            : keys.optional("config") { $0.json() }
        let secrets = keys.optional("secrets") { $0.mapping(like: "NAME_file: PATH") { $1.secret($0) } }
        let grants = keys.optional("grants") { $0.list { $0.service() } }
        let deadline = keys.optional("deadline") { $0.deadline() }
        guard let module else { return nil }
        self.init(
            module, name: name, sha256: sha256, config: config ?? [:],
            secrets: Dictionary(secrets ?? [], uniquingKeysWith: { $1 }),
            grants: grants.map(Set.init) ?? HostService.usual, deadline: deadline, origin: origin)
    }
}

extension YAMLValue {
    /// The key of `config` that a file belongs to, and the file.
    fileprivate func secret(_ key: String) -> (String, String)? {
        guard let file = text() else { return nil }
        guard key.hasSuffix("_file"), key != "_file" else {
            return refuse(
                "config.value", "the key does not end with `_file`",
                cure: "Write `\(key)_file` and the path of the file that holds the secret.")
        }
        return (String(key.dropLast("_file".count)), file)
    }

    /// What callbacks are bound to. Mistakes are reported here, where their lines are known; who loads it reads it again.
    fileprivate func adoption() -> JSONValue? {
        guard let section = json() else { return nil }
        let faults = AdoptionReader(section).faults
        for (path, fault) in faults { below(path).report(AdoptionFault.code, fault.cause, cure: fault.cure) }
        return faults.isEmpty ? section : nil
    }

    fileprivate func service() -> HostService? {
        guard let text = text() else { return nil }
        if let service = HostService(rawValue: text) { return service }
        let known = HostService.allCases.map(\.rawValue)
        return refuse(
            "config.value", "\(text.debugDescription) is no service",
            cure: NearMiss.closest(to: text, among: known).map { "Did you mean `\($0)`?" }
                ?? "Known are \(known.joined(separator: ", ")).")
    }

    fileprivate func sha256() -> String? {
        guard let text = text() else { return nil }
        guard text.utf8.count == 64, text.utf8.allSatisfy(\.isHexDigit) else {
            return refuse(
                "config.value", "expected 64 hexadecimal digits, found \(text.debugDescription)",
                cure: "Write what `sha256sum` prints for the module's file.")
        }
        return text.lowercased()
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool { Character(Unicode.Scalar(self)).isHexDigit }
}
