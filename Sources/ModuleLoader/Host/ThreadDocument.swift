import Glibc
import JSONText

/// One JSON document a thread, for look-ups that must not leave memory behind.
@safe enum ThreadDocument {
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        unsafe pthread_key_create(&key) { document in
            if let document = unsafe document { unsafe Unmanaged<JSONDocument>.fromOpaque(document).release() }
        }
        return key
    }()

    /// Lends the thread's document to `body`. Not for use inside itself.
    static func borrow<Result>(_ body: (JSONDocument) -> Result) -> Result {
        // - Safety: the value under the key is a retained JSONDocument of this thread, released by the key's destructor.
        if let kept = unsafe pthread_getspecific(key) {
            return body(unsafe Unmanaged<JSONDocument>.fromOpaque(kept).takeUnretainedValue())
        }
        let document = JSONDocument()
        unsafe pthread_setspecific(key, Unmanaged.passRetained(document).toOpaque())
        return body(document)
    }
}
