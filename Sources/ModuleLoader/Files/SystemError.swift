/// A system call that failed.
///
/// Internal to the file side: what reaches a reader is a `Problem` with the path and a cure.
package struct SystemError: Error, Equatable, Sendable {
    /// The call's name, `open`.
    package let call: String
    /// The call's `errno`.
    package let number: Int32

    /// What the system says about the number, "Permission denied".
    package var text: String { SystemCalls.text(ofError: number) }
}
