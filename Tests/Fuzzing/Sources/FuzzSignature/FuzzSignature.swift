import ForeignCalls
import FuzzSupport

/// A signature. What is taken reads the same when it is written, and what is refused is refused at a place in the text.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    // - Safety: libFuzzer lends `count` bytes for the length of this call.
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    guard let text = unsafe String(validating: bytes, as: UTF8.self) else { return 0 }
    do {
        let signature = try Signature(text)
        expect((try? Signature(signature.description)) == signature, "\(signature) reads otherwise")
        expect(signature.parameters.count <= Signature.mostParameters, "too many parameters")
        expect(PreparedSignature(signature, takesInstance: true) != nil, "\(signature) cannot be prepared")
    } catch {
        check(error, text)
    }
    do {
        let named = try NamedSignature(text)
        expect((try? NamedSignature(named.description)) == named, "\(named) reads otherwise")
    } catch {
        check(error, text)
    }
    return 0
}

private func check(_ error: SignatureError, _ text: String) {
    expect(1...(text.unicodeScalars.count + 1) ~= error.column, "column \(error.column) of \(text.debugDescription)")
    expect(!error.cause.isEmpty, "refused without a reason")
}
