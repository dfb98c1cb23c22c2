package import ModuleLoader

extension CallingProcess {
    /// What Synapse calls the process that is no worker.
    package static let main = "master"

    /// A process of Synapse by its name.
    package static func ofSynapse(_ name: String) -> CallingProcess { .named(name, isMain: name == main) }
}
