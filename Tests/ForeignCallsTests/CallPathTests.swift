import CForeignCall
import ForeignCalls
import Testing

/// Both ways to call give the same, whatever the signature and the values.
struct CallPathTests {
    private typealias Way = (OpaquePointer?, fc_function?, UnsafePointer<UInt64>?) -> fc_result

    /// 10,000 in all, each called in both ways.
    @Test(arguments: 0..<10)
    func `random signatures that fit registers hand over and return random values there as through libffi`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let types = ValueType.allCases.filter { !$0.isFloat }
        var compared = 0
        while compared < 1000 {
            let signature = Signature.random(types, most: 6, using: &generator)
            guard let prepared = PreparedSignature(signature, takesInstance: false), prepared.fitsRegisters else {
                continue
            }
            unsafe try check(signature, prepared, &generator, [fc_call_in_registers, fc_call_through_libffi])
            compared += 1
        }
    }

    @Test(arguments: 0..<10)
    func `random signatures of all types hand over and return random values through libffi`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let signature = Signature.random(ValueType.allCases, most: 20, using: &generator)
            let prepared = try #require(PreparedSignature(signature, takesInstance: false))
            unsafe try check(signature, prepared, &generator, [fc_call_through_libffi])
        }
    }

    private func check(
        _ signature: Signature, _ prepared: PreparedSignature, _ generator: inout SeededGenerator, _ ways: [Way]
    ) throws {
        let values = signature.parameters.map { ForeignValue.random($0.type, using: &generator) }
        let result = ForeignValue.random(signature.result, using: &generator)
        try CallFrame.lend(cells: 2) { (returned: inout CallFrame) in
            if let type = signature.result { returned.put(result, as: type) }
            let cells = unsafe fc_result(cells: (returned.cells[0], returned.cells[1]))
            var recorders: [any Recorder] = [try #require(MadeRecorder(signature, result: cells))]
            if prepared.fitsRegisters { recorders.append(CompiledRecorder(result: cells)) }
            for recorder in recorders {
                for place in unsafe ways.indices {
                    let got = try unsafe call(prepared, signature, values, recorder.function, ways[place])
                    let received = try recorder.received(signature.parameters.map(\.type))
                    #expect(received == values && got == result, "\(signature)")
                }
            }
        }
    }

    private func call(
        _ prepared: PreparedSignature, _ signature: Signature, _ values: [ForeignValue], _ function: fc_function,
        _ way: Way
    ) throws -> ForeignValue {
        try CallFrame.lend(prepared) { (frame: inout CallFrame) in
            for (value, parameter) in zip(values, signature.parameters) { frame.put(value, as: parameter.type) }
            let result = unsafe way(prepared.raw, function, frame.cells)
            return try unsafe ForeignValue(result, as: signature.result)
        }
    }
}
