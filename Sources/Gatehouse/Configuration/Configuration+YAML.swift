public import ModuleLoader

extension Configuration {
    /// Reads the text of a configuration file.
    ///
    /// These are no errors: an empty text, a key whose value is `null` (as if it were not there), anchors, aliases,
    /// `<<`.
    /// - Parameter file: What messages call the file. Its folder becomes ``folder``.
    /// - Throws: All mistakes of the text at once, in the order of its lines; their codes are `config.unknown-key`,
    ///   `config.missing-key`, `config.duplicate-key`, `config.duplicate-name`, `config.type`, `config.value` and
    ///   `config.syntax`. What is no YAML cannot be read: a syntax error comes alone, or with keys before it that are
    ///   written twice.
    public init(yaml: String, file: String) throws(Problems) {
        let findings = Findings(file: file, size: yaml.utf8.count)
        self.init()
        if let root = YAMLDocument.root(of: yaml, findings) {
            self = YAMLValue(root: root, findings).section(like: "modules: []") { Self(reading: &$0) } ?? self
        }
        try Problems.throwUnlessEmpty(findings.inLineOrder)
        folder = ConfigurationFile.folder(of: file)
    }

    /// The top-level keys.
    private init(reading keys: inout KeyReader) {
        var names = ModuleNames()
        self.init()
        modulePath = keys.optional("module_path") { $0.list { $0.text() } } ?? []
        allowWritablePaths = keys.optional("allow_writable_paths") { $0.flag() } ?? false
        modules = keys.optional("modules") { $0.list { ModuleEntry(reading: $0, &names) } } ?? []
        presenceRouter = keys.optional("presence") { $0.presence(&names) }
    }
}

extension YAMLValue {
    /// Synapse's `presence` section, of which only the router is a module.
    fileprivate func presence(_ names: inout ModuleNames) -> ModuleEntry? {
        section(like: "presence_router: {module: NAME}") { keys in
            keys.optional("presence_router") { ModuleEntry(reading: $0, &names) }
        }
    }
}
