package import JSONText
package import ModuleLoader

/// Who makes calls, and is asked for what did not come along with them, by the number that a call has given. May wait.
package protocol CallOrigin: Sendable {
    /// An event of the room's state, with its facts in it; nil: the room has none.
    func stateEvent(of call: Int64, type: String, stateKey: String) throws -> JSON?

    /// Some bytes of the file from `offset` on: at least one, and at most `count`.
    func mediaBytes(of call: Int64, from offset: Int, count: Int) throws -> [UInt8]
}

/// Where the arguments of a call find what did not come along with it.
package final class CallSources: Sendable {
    let origin: (any CallOrigin)?
    let mediaFolder: SharedFolder?

    /// - Parameters:
    ///   - origin: nil: nobody can be asked.
    ///   - mediaFolder: where files lie that callers name; nil: no folder is shared with them.
    package init(origin: (any CallOrigin)? = nil, mediaFolder: SharedFolder? = nil) {
        (self.origin, self.mediaFolder) = (origin, mediaFolder)
    }
}
