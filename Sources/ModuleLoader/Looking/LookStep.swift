/// What loading a module goes through, in order.
package enum LookStage: String, Codable, Sendable {
    case open, register, configure, create, destroy
    /// The end of the process, where the library's destructors run.
    case exit
}

/// What is heard from the loader while it works on one module.
enum LookStep {
    /// A stage begins: the last word, perhaps.
    case entering(LookStage)
    case opened(ModuleFile)
    case registered(ModuleImage)
}
