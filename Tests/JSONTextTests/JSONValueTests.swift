import JSONText
import Testing

@Suite struct JSONValueTests {
    @Test func `Arrays are equal in the same order alone`() {
        #expect([1, 2] as JSONValue == [1, 2])
        #expect([1, 2] as JSONValue != [2, 1])
        #expect([1, 2] as JSONValue != [1])
    }

    @Test func `Values of different kinds differ`() {
        let values: [JSONValue] = [
            .null, false, 0, "", [], [:], "null", "0", true, 1, .number(0.5), .bigInteger(1 << 63),
        ]
        for (place, value) in values.enumerated() {
            #expect(values.indices.filter { values[$0] == value } == [place])
        }
    }
}
