/// What must hold for every input. The fuzzer keeps the input that stops the process.
public func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { fatalError(what()) }
}
