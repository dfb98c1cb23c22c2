package import ModuleLoader

/// A configuration as the loader needs it.
extension Configuration {
    /// All entries in the order of the chains: legacy forms come last. Synapse docs: `synapse/app/_base.py`.
    package var requests: [ModuleRequest] {
        modules.map { $0.request(onlyFor: nil) } + legacy.entries.map { $1.request(onlyFor: $0.callbacks) }
    }

    package var loadOptions: LoadOptions {
        LoadOptions(modulePath: modulePath, folder: folder, allowWritablePaths: allowWritablePaths)
    }
}

extension ModuleEntry {
    fileprivate func request(onlyFor callbacks: [String]?) -> ModuleRequest {
        ModuleRequest(
            reference: module, name: name, sha256: sha256, config: config.text, origin: origin, onlyFor: callbacks)
    }
}
