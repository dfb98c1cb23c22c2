import FuzzSupport
import JSONText
import ModuleLoader

@testable import MatrixCallbacks

/// Arguments as JSON. The first byte is the callback. What can be read comes out of the struct as it went in.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    // - Safety: libFuzzer lends `count` bytes for the length of this call.
    let callback = Catalogue.callbacks[Int(unsafe start[0]) % Catalogue.callbacks.count]
    let text = unsafe UnsafeRawBufferPointer(start: start + 1, count: count - 1)
    guard let read = try? unsafe JSONDocument().parse(text, { ($0.kind, JSONValue($0), callback.trip($0)) })
    else { return 0 }
    let (kind, given, written) = read
    guard let written else { return 0 }
    expect(kind == .object, "\(callback.fullName) took what is no object")
    callback.check(written, given)
    let again = try? JSONDocument().parse(written.text) { callback.trip($0) }
    expect(again == .some(written), "\(written) became \(String(describing: again))")
    return 0
}

extension Callback {
    /// Into the struct and out again; nil: there is something wrong with it.
    fileprivate func trip(_ node: JSONNode) -> JSONValue? {
        CallArguments.lend(size: callSize, known: callSize) { call in
            // - Safety: the struct was made for this callback and lives in this closure.
            call.read(self, from: node).isEmpty ? unsafe ArgumentWriter.json(self, call.pointer.raw) : nil
        }
    }

    /// Plain values are what was given, absent ones null.
    fileprivate func check(_ written: JSONValue, _ given: JSONValue) {
        for field in fields {
            switch field.type {
            case .text, .json, .flag, .integer, .maybeInteger:
                expect(
                    written[field.name] == (given[field.name] ?? .null),
                    "\(field.name) was \(String(describing: given[field.name])) in \(given)")
            default: break
            }
        }
    }
}
