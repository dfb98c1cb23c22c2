import FuzzSupport
import Gatehouse
import JSONText
import MatrixCallbacks
import ModuleLoader

/// The entry of a configuration that adopts a library, from its YAML to what is bound. No library is opened.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    // - Safety: libFuzzer lends `count` bytes for the length of this call.
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    guard let text = unsafe String(validating: bytes, as: UTF8.self),
        case let draft = Configuration.draft(yaml: text, file: "x")
    else { return 0 }
    for problem in draft.problems where problem.code == AdoptionFault.code {
        expect(problem.subject.hasPrefix("x:"), "a problem without a line: \(problem)")
        expect(problem.subject.contains(".callbacks"), "a problem without a place: \(problem)")
        expect(!problem.cause.isEmpty && !problem.cure.isEmpty, "a problem without words: \(problem)")
    }
    for case .adopted(let callbacks) in draft.configuration.modules.map(\.kind) {
        expect(AdoptionReader(callbacks).faults.isEmpty, "faults that the configuration did not tell: \(callbacks)")
        let again = try? JSONValue(parsing: callbacks.text)
        expect(again == callbacks, "\(callbacks) reads otherwise")
    }
    return 0
}
