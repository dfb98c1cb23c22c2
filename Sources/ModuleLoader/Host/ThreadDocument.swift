import Glibc
import JSONText

/// One JSON document a thread, for look-ups that must not leave memory behind.
@safe enum ThreadDocument {
    /// Nil: a process has so many keys and no more, and a module may have taken them.
    private static let key: pthread_key_t? = {
        var key = pthread_key_t()
        let failure = unsafe pthread_key_create(&key) { document in
            if let document = unsafe document { unsafe Unmanaged<JSONDocument>.fromOpaque(document).release() }
        }
        return failure == 0 ? key : nil
    }()

    /// A document keeps the room that its largest text took. What is larger than this gets one of its own.
    private static let largestKept = 1 << 20

    /// Lends the thread's document to `body`. Not for use inside itself.
    static func borrow<Result>(for length: Int, _ body: (JSONDocument) -> Result) -> Result {
        guard let key, length <= largestKept else { return body(JSONDocument()) }
        // - Safety: the value under the key is a retained JSONDocument of this thread, released by the key's destructor.
        if let kept = unsafe pthread_getspecific(key) {
            return body(unsafe Unmanaged<JSONDocument>.fromOpaque(kept).takeUnretainedValue())
        }
        let document = JSONDocument()
        unsafe pthread_setspecific(key, Unmanaged.passRetained(document).toOpaque())
        return body(document)
    }
}
