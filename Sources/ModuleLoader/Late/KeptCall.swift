/// Arguments that live on when the call is over, as long as somebody holds this. They are never changed: whoever rewrites
/// a field makes new ones.
@safe package struct KeptCall: @unchecked Sendable {
    package let pointer: CallPointer
    package let memory: AnyObject

    /// - Parameter memory: what `pointer` points into, and all that is reached from there.
    package init(_ pointer: CallPointer, in memory: AnyObject) {
        self.pointer = pointer
        self.memory = memory
    }
}
