import ModuleLoader

/// A stage as problems tell it.
extension LookStage {
    var words: String {
        switch self {
        case .open: "be opened"
        case .register: "register"
        case .configure: "configure itself"
        case .create: "create an instance"
        case .destroy: "destroy its instance"
        case .exit: "let the process end"
        }
    }

    /// What to do about a module that takes too long here.
    var patience: String {
        switch self {
        case .open, .register, .configure: "Do in `create`, or later on a thread of the module, what takes time"
        case .create: "Do on a thread of the module what takes time"
        case .destroy: "Let `destroy` end what the module's threads do, and wait for nothing else"
        case .exit: "Let destructors and functions of `atexit` wait for nothing"
        }
    }
}
