import CGatehouse

/// A text of the contract from a literal, which lives as long as the process.
func text(_ literal: StaticString) -> gh_str {
    gh_make_str(UnsafeRawPointer(literal.utf8Start).assumingMemoryBound(to: CChar.self), literal.utf8CodeUnitCount)
}

extension Array<UInt8> {
    /// Lends the text to a function that copies it, or is done with it when it returns.
    func lend<Result>(_ body: (gh_str) -> Result) -> Result {
        withUnsafeBytes {
            body($0.isEmpty ? text("") : gh_make_str($0.bindMemory(to: CChar.self).baseAddress, $0.count))
        }
    }
}

extension String {
    /// A copy of the contract's text, which is only lent; absent text is empty.
    init(_ text: gh_str) {
        self.init(decoding: UnsafeRawBufferPointer(start: text.ptr, count: text.len), as: UTF8.self)
    }

    func lend<Result>(_ body: (gh_str) -> Result) -> Result { Array(utf8).lend(body) }
}

/// What goes wrong in a callback.
struct Failure: Error { let message: String }

/// Runs a callback: what it throws is a failure of the module. A trap ends the process, nothing can catch it.
func answer<Reply>(_ reply: UnsafeMutablePointer<Reply>, _ body: () throws -> gh_outcome) -> gh_outcome {
    do {
        return try body()
    } catch {
        let message = (error as? Failure)?.message ?? "\(error)"
        let base = UnsafeMutableRawPointer(reply).assumingMemoryBound(to: gh_reply.self)  // each kind begins with one
        return message.lend { gh_reply_fail(base, $0) }
    }
}

/// A value that lives as long as the process.
func permanent<Value>(_ value: Value) -> UnsafePointer<Value> {
    let pointer = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    pointer.initialize(to: value)
    return UnsafePointer(pointer)
}
