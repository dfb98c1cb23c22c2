import CForeignCall
import ForeignCalls
import ForeignFunctions
import JSONText
import Testing

/// Calls agree with what a C compiler made.
struct CompiledFunctionTests {
    @Test(arguments: ValueType.allCases)
    func `a type has the size and the alignment that the compiler gives it`(type: ValueType) {
        #expect(fc_size(type.foreign) == ff_size(type.foreign))
        #expect(fc_alignment(type.foreign) == ff_alignment(type.foreign))
    }

    @Test(arguments: ValueType.allCases)
    func `a compiled function gets and returns each value of each type`(type: ValueType) throws {
        let signature = Signature(result: type, parameters: [.init(type)])
        let prepared = try #require(PreparedSignature(signature, takesInstance: false))
        #expect(prepared.fitsRegisters == !type.isFloat)
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<100 {
            let value = ForeignValue.random(type, using: &generator)
            #expect(try unsafe call(prepared, signature, [value], ff_echo(type.foreign), fc_call) == value)
            #expect(
                try unsafe call(prepared, signature, [value], ff_echo(type.foreign), fc_call_through_libffi) == value)
        }
    }

    @Test(arguments: 0..<FF_MIX_COUNT)
    func `20 parameters that spill to the stack all arrive in their places`(number: Int32) throws {
        let mix = unsafe try #require(ff_mix_at(Int(number))).pointee
        let signature = try Signature(unsafe String(cString: mix.signature))
        #expect(signature.parameters.count == 20)
        let prepared = try #require(PreparedSignature(signature, takesInstance: false))
        var generator = SeededGenerator(seed: UInt64(number))
        for _ in 0..<100 {
            let values = signature.parameters.map { Self.small($0.type, using: &generator) }
            let result = try unsafe call(prepared, signature, values, mix.function, fc_call)
            if signature.result == .text {
                #expect(result == values.last)
            } else {
                let sum = values.enumerated().reduce(0) { $0 + ff_weight($1.offset) * Self.number($1.element) }
                #expect(result == .number(sum))
            }
        }
    }

    @Test(arguments: 0..<FF_SMALL_MIX_COUNT)
    func `parameters that fit registers all arrive in their places, in registers and through libffi`(
        number: Int32
    ) throws {
        let mix = unsafe try #require(ff_small_mix_at(Int(number))).pointee
        let signature = try Signature(unsafe String(cString: mix.signature))
        let prepared = try #require(PreparedSignature(signature, takesInstance: false))
        #expect(prepared.fitsRegisters)
        var generator = SeededGenerator(seed: UInt64(number))
        for _ in 0..<100 {
            let values = signature.parameters.map { Self.small($0.type, using: &generator) }
            let sum = values.enumerated().reduce(0) { $0 + ff_weight($1.offset) * Self.number($1.element) }
            let expected = signature.result == .text ? values.last : .integer(Int128(sum))
            #expect(try unsafe call(prepared, signature, values, mix.function, fc_call_in_registers) == expected)
            #expect(try unsafe call(prepared, signature, values, mix.function, fc_call_through_libffi) == expected)
        }
    }

    private func call(
        _ prepared: PreparedSignature, _ signature: Signature, _ values: [ForeignValue], _ function: fc_function?,
        _ way: (OpaquePointer?, fc_function?, UnsafePointer<UInt64>?) -> fc_result
    ) throws -> ForeignValue {
        try CallFrame.lend(prepared) { (frame: inout CallFrame) in
            for (value, parameter) in zip(values, signature.parameters) {
                frame.put(value, as: parameter.type)
            }
            return try unsafe ForeignValue(way(prepared.raw, function, frame.cells), as: prepared.result)
        }
    }

    /// Small enough for sums without a rounding.
    private static func small(_ type: ValueType, using generator: inout SeededGenerator) -> ForeignValue {
        let number = Int.random(in: 0...100, using: &generator)
        if let range = type.integers { return .integer(Int128(range.lowerBound < 0 ? number - 50 : number)) }
        if type.isFloat { return .number(Double(number) / 4 - 10) }
        let text = String(repeating: "x", count: number + 1)
        switch type {
        case .bool: return .bool(number % 2 == 0)
        case .bytes: return .bytes(Array(text.utf8))
        case .json: return .json(.init(.string(text)))
        default: return .text(text)
        }
    }

    /// What the compiled functions add up: of a text its length.
    private static func number(_ value: ForeignValue) -> Double {
        switch value {
        case .bool(let flag): flag ? 1 : 0
        case .integer(let integer): Double(integer)
        case .number(let number): number
        case .text(let text): Double(text.utf8.count)
        case .json(let json): Double(json.text.utf8.count)
        case .bytes(let bytes): Double(bytes.count)
        case .none, .pointer: 0
        }
    }
}
