import ForeignCalls

/// A callback that is bound to a function of a library: what is called, with what, and what its results mean.
struct AdoptedCallback: Sendable {
    let callback: Callback
    let function: NamedSignature
    let arguments: [AdoptedArgument]
    let meanings: Meanings
}
