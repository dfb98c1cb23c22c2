import CForeignCall
import ForeignCalls
import Testing

/// Both ways to call give the same, whatever the signature and the values.
struct CallPathTests {
    private typealias Way = (OpaquePointer?, fc_function?, UnsafePointer<UInt64>?) -> fc_result

    /// 10,000 in all, half of them of types that fit registers.
    @Test(arguments: 0..<10)
    func `random signatures hand over and return random values, through libffi and in registers`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let plain = ValueType.allCases.filter { !$0.isFloat }
        var inRegisters = 0
        for _ in 0..<500 {
            try check(.random(ValueType.allCases, most: 20, using: &generator), &inRegisters, &generator)
            try check(.random(plain, most: 4, using: &generator), &inRegisters, &generator)
        }
        #expect(inRegisters > 300)
    }

    private func check(
        _ signature: Signature, _ inRegisters: inout Int, _ generator: inout SeededGenerator
    ) throws {
        let prepared = try #require(PreparedSignature(signature, takesInstance: false))
        let values = signature.parameters.map { ForeignValue.random($0.type, using: &generator) }
        let result = ForeignValue.random(signature.result, using: &generator)
        unsafe try check(prepared, values, result, fc_call_through_libffi)
        guard prepared.fitsRegisters else { return }
        inRegisters += 1
        unsafe try check(prepared, values, result, fc_call_in_registers)
    }

    private func check(
        _ prepared: PreparedSignature, _ values: [ForeignValue], _ result: ForeignValue, _ way: Way
    ) throws {
        let resultType = prepared.signature.result
        let asParameter = Signature(result: nil, parameters: resultType.map { [.init($0)] } ?? [])
        let room = try #require(PreparedSignature(asParameter, takesInstance: false))
        try CallFrame.lend(room, textSize: result.textSize) { (returned: inout CallFrame) in
            if let resultType { returned.put(result, as: resultType) }
            let second = resultType.map { fc_cells($0.foreign) } == 2 ? unsafe returned.cells[1] : 0
            let first = resultType == nil ? 0 : unsafe returned.cells[0]
            let recorder = Recorder(prepared, result: fc_result(cells: (first, second)))
            let function = try #require(recorder.function())
            let got = try CallFrame.lend(prepared, textSize: values.reduce(0) { $0 + $1.textSize }) {
                (frame: inout CallFrame) in
                for (value, parameter) in zip(values, prepared.signature.parameters) {
                    frame.put(value, as: parameter.type)
                }
                return try unsafe ForeignValue(way(prepared.raw, function, frame.cells), as: resultType)
            }
            #expect(recorder.fault == nil)
            #expect(recorder.received == values, "\(prepared.signature)")
            #expect(got == result, "\(prepared.signature)")
        }
    }
}
