import Glibc

/// One JSON document a thread, so that parsing need not take memory each time.
@safe package final class ThreadDocument: Sendable {
    /// Nil: a process has so many keys and no more, and a module may have taken them.
    private let key: pthread_key_t?

    /// A document keeps the room that its largest text took. What is larger than this gets one of its own.
    private static let largestKept = 1 << 18

    /// Never ends: a process has one for each purpose.
    package init() {
        var key = pthread_key_t()
        let failure = unsafe pthread_key_create(&key) { document in
            if let document = unsafe document { unsafe Unmanaged<JSONDocument>.fromOpaque(document).release() }
        }
        self.key = failure == 0 ? key : nil
    }

    /// Lends the thread's document to `body`; inside of itself another one.
    package func borrow<Result, Failure: Error>(
        for length: Int, _ body: (JSONDocument) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let key, length <= Self.largestKept else { return try body(JSONDocument()) }
        let document = take(key) ?? JSONDocument()
        defer { putBack(document, key) }
        return try body(document)
    }

    // - Safety: the value under the key is a retained JSONDocument of this thread; whoever takes it away releases it, or
    //   the key's destructor does.

    private func take(_ key: pthread_key_t) -> JSONDocument? {
        guard let kept = unsafe pthread_getspecific(key) else { return nil }
        pthread_setspecific(key, nil)
        return unsafe Unmanaged<JSONDocument>.fromOpaque(kept).takeRetainedValue()
    }

    private func putBack(_ document: JSONDocument, _ key: pthread_key_t) {
        guard unsafe pthread_getspecific(key) == nil else { return }
        unsafe pthread_setspecific(key, Unmanaged.passRetained(document).toOpaque())
    }
}
