import CModuleCall
import CallbackChains

/// What must not wait: services that take their time refuse it.
package enum PromptCallback {
    /// Does this thread run a callback that has promised to return at once?
    package static var isRunning: Bool { ModuleMark(word: cm_current_module()).isPrompt }
}
