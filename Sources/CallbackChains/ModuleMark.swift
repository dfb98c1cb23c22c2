/// What a thread says of itself while it runs a callback: whose code it is. Watchdogs and crash reports read it.
package struct ModuleMark: Sendable {
    package let word: UInt

    package init(word: UInt) { self.word = word }

    /// - Parameters:
    ///   - host: a number for the host, of those in this process.
    ///   - module: the instance's number among those of the host, from 1.
    ///   - isPrompt: it has promised to return at once.
    package init(host: Int = 0, module: Int, isPrompt: Bool = false) {
        word = UInt(host) << 32 | (isPrompt ? Self.promptBit : 0) | UInt(module)
    }

    /// Set in the marks of those that have promised it.
    package static let promptBit: UInt = 1 << 31

    package var host: Int { Int(word >> 32) }
    package var module: Int { Int(word & (Self.promptBit - 1)) }
    package var isPrompt: Bool { word & Self.promptBit != 0 }
}
