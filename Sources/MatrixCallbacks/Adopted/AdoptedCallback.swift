import ForeignCalls
import JSONText

/// A callback that is bound to a function of a library: what is called, with what, and what its results mean.
@safe struct AdoptedCallback: Sendable {
    let callback: Callback
    let function: NamedSignature
    let arguments: [AdoptedArgument]
    let meanings: Meanings
    /// What the arguments are taken from.
    private let reads: [FieldRead]

    init(callback: Callback, function: NamedSignature, arguments: [AdoptedArgument], meanings: Meanings) {
        (self.callback, self.function) = (callback, function)
        (self.arguments, self.meanings) = (arguments, meanings)
        reads = FieldRead.of(arguments.compactMap(\.argumentPath))
    }

    /// The values for a call; nil where one of them is absent.
    ///
    /// - Throws: why what stands there cannot be passed.
    // - Safety: `call` holds the arguments of the callback, and is alive.
    func values(in call: UnsafeRawPointer) throws(AdoptionFault) -> [ForeignValue]? {
        var found: [String: JSONValue] = [:]
        for read in reads { unsafe read.read(call, into: &found) }
        var values: [ForeignValue] = []
        for (argument, parameter) in zip(arguments, function.signature.parameters) {
            guard let value = try argument.value(parameter.type, among: found) else { return nil }
            values.append(value)
        }
        return values
    }
}
