package import ModuleLoader

/// A configuration as the loader needs it.
extension Configuration {
    /// All entries in the order of the chains: legacy forms come last. Synapse docs: `synapse/app/_base.py`.
    package var requests: [ModuleRequest] {
        (modules + [presenceRouter].compactMap { $0 }).map { entry in
            ModuleRequest(
                reference: entry.module, name: entry.name, sha256: entry.sha256, config: entry.config.text,
                origin: entry.origin)
        }
    }

    package var loadOptions: LoadOptions {
        LoadOptions(modulePath: modulePath, folder: folder, allowWritablePaths: allowWritablePaths)
    }
}
