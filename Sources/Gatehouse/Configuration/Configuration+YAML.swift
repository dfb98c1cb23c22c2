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
        let draft = Self.draft(yaml: yaml, file: file)
        try Problems.throwUnlessEmpty(draft.problems)
        self = draft.configuration
    }

    /// What can be read of a configuration, and all that is wrong with it: for those who look and do not load.
    package static func draft(yaml: String, file: String) -> (configuration: Configuration, problems: [Problem]) {
        let findings = Findings(file: file, size: yaml.utf8.count)
        var configuration = Configuration()
        if let root = YAMLDocument.root(of: yaml, findings) {
            let section = YAMLValue(root: root, findings).section(like: "modules: []") { Self(reading: &$0) }
            configuration = section ?? configuration
        }
        configuration.folder = ConfigurationFile.folder(of: file)
        return (configuration, findings.inLineOrder)
    }

    /// The top-level keys.
    private init(reading keys: inout KeyReader) {
        var names = ModuleNames()
        self.init()
        modulePath = keys.optional("module_path") { $0.list { $0.text() } } ?? []
        allowWritablePaths = keys.optional("allow_writable_paths") { $0.flag() } ?? false
        dataFolder = keys.optional("data_folder") { $0.text() }
        deadline = keys.optional("deadline") { $0.deadline() } ?? deadline
        deadlines = keys.optional("deadlines") { $0.deadlines() } ?? [:]
        workers = keys.optional("workers") { $0.whole(2...1024) }
        modules = keys.optional("modules") { $0.list { ModuleEntry(reading: $0, &names) } } ?? []
        legacy = LegacyModules(reading: &keys, &names)
        server = ServerSettings(reading: &keys)
    }
}
