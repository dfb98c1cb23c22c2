import CForeignCall
@testable import ForeignCalls
import JSONText
import Testing

struct ForeignValueTests {
    @Test(arguments: [
        (ForeignValue.integer(128), ValueType.i8, "128 is not within i8"),
        (.integer(-1), .u64, "-1 is not within u64"),
        (.number(1e300), .f32, "1e+300 is not within f32"),
        (.integer(1), .f64, "expected f64, found an integer"),
        (.none, .bool, "expected bool, found nothing"),
        (.text("a\0b"), .cText, "the text has a NUL in it, which a cstr cannot have"),
        (.text("a"), .bytes, "expected bytes, found a text"),
    ])
    func `a value that is none of the type is refused`(value: ForeignValue, type: ValueType, cause: String) {
        #expect(value.mismatch(with: type) == cause)
    }

    @Test(arguments: ValueType.allCases)
    func `values of a type are accepted, and nothing where it is nullable`(type: ValueType) {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<100 { #expect(ForeignValue.random(type, using: &generator).mismatch(with: type) == nil) }
        #expect((ForeignValue.none.mismatch(with: type) == nil) == type.isNullable)
    }

    @Test(arguments: [
        ([0xFF], ValueType.text, "the text that it returned is no UTF-8"),
        ([0x7B], .json, "what it returned is no JSON: "),
    ])
    func `a result that is no value of its type is refused`(bytes: [UInt8], type: ValueType, cause: String) throws {
        let error = try #require(throws: ResultFault.self) {
            try unsafe bytes.withUnsafeBytes { bytes in
                let start = UInt64(UInt(bitPattern: bytes.baseAddress))
                _ = try unsafe ForeignValue(fc_result(cells: (start, 1)), as: type)
            }
        }
        #expect(error.cause.hasPrefix(cause))
    }

    @Test func `a length that cannot be is refused before anything is read`() {
        #expect(throws: ResultFault(cause: "the text that it returned is over 16 MiB")) {
            try unsafe ForeignValue(fc_result(cells: (8, .max)), as: .bytes)
        }
    }
}
