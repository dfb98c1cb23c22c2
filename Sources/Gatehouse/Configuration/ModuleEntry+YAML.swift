import JSONText

extension ModuleEntry {
    /// The keys of one entry. `nil` if there is no module to speak of, which has been reported then.
    ///
    /// - Parameter needsConfig: the key `config` has to be there.
    init?(reading value: YAMLValue, _ names: inout ModuleNames, needsConfig: Bool = false) {
        let entry = value.section(like: "module: NAME") {
            Self(reading: &$0, origin: value.subject, needsConfig: needsConfig)
        }
        guard let entry else { return nil }
        if let clash = names.claim(entry) { value.findings.add(clash, at: value.place) }
        self = entry
    }

    private init?(reading keys: inout KeyReader, origin: String, needsConfig: Bool) {
        let module = keys.required("module", cure: "Add the module's name or its path.") { $0.text() }
        let name = keys.optional("name") { $0.text() }
        let sha256 = keys.optional("sha256") { $0.sha256() }
        let config =
            needsConfig
            ? keys.required("config", cure: "Write `config: {}` if there is nothing to tell it.") { $0.json() }
            : keys.optional("config") { $0.json() }
        guard let module else { return nil }
        self.init(module, name: name, sha256: sha256, config: config ?? [:], origin: origin)
    }
}

extension YAMLValue {
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
