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
        let configuration = try? Configuration(yaml: text, file: "/etc/gatehouse.yaml")
    else { return 0 }
    for case .adopted(let callbacks) in configuration.modules.map(\.kind) {
        let reader = AdoptionReader(callbacks, subject: "x")
        for problem in reader.problems {
            expect(problem.code == "adopt.invalid", "a code that is not documented: \(problem)")
            expect(problem.subject.hasPrefix("x.callbacks"), "a problem without a place: \(problem)")
            expect(!problem.cause.isEmpty && !problem.cure.isEmpty, "a problem without words: \(problem)")
        }
        let again = try? JSONValue(parsing: callbacks.text)
        expect(again == callbacks, "\(callbacks) reads otherwise")
    }
    return 0
}
