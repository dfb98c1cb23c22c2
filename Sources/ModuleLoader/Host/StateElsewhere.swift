package import CGatehouse

/// The state of a room that did not come along with a call: whoever calls has it, and is asked when a module wants to
/// know. One for a call, kept with its arguments.
@safe package final class StateElsewhere: Sendable {
    /// Fills in the event and says what came of it. The event lives as long as this object. May wait.
    package typealias Find =
        @Sendable (
            _ type: String, _ stateKey: String, _ event: inout UnsafePointer<gh_event>?
        ) -> gh_found

    private let find: Find

    package init(_ find: @escaping Find) { unsafe self.find = find }

    // - Safety: the module's texts and its place for the event are as the contract says; texts are checked.
    func get(_ type: gh_str, _ key: gh_str, _ event: UnsafeMutablePointer<UnsafePointer<gh_event>?>) -> gh_found {
        if PromptCallback.isRunning { return Found.wouldBlock }
        guard let type = try? unsafe Handed.required(type, "the type"),
            let key = try? unsafe Handed.required(key, "the state key")
        else { return Found.absent }
        return unsafe find(type, key, &event.pointee)
    }
}
