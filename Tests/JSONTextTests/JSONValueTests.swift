import JSONText
import Testing

@Suite struct JSONValueTests {
    @Test func `An object keeps the order in which its members were written`() {
        var object: JSONObject = ["b": 1, "a": 2]
        object["c"] = 3
        object["b"] = 4
        #expect(object.members.map(\.key) == ["b", "a", "c"])
        #expect(object.members.map(\.value) == [4, 2, 3])
    }

    @Test func `A member set to nothing is gone, and setting nothing makes none`() {
        var object: JSONObject = ["a": 1, "b": 2, "c": 3]
        object["b"] = nil
        object["x"] = nil
        #expect(object.members.map(\.key) == ["a", "c"])
        #expect(object["b"] == nil)
        object["a"] = nil
        object["c"] = nil
        #expect(object.isEmpty)
    }

    @Test func `A member that is null is there`() {
        let object: JSONObject = ["a": .null]
        #expect(object["a"] == .null)
        #expect(!object.isEmpty)
    }

    @Test func `Objects are equal whatever their order`() {
        #expect(["a": 1, "b": [2]] as JSONObject == ["b": [2], "a": 1])
        #expect(["a": 1, "b": 2] as JSONObject != ["a": 2, "b": 1])
        #expect(["a": 1] as JSONObject != ["a": 1, "b": 2])
        #expect(["a": 1, "b": 2] as JSONObject != ["a": 1])
        #expect(["a": 1, "b": 2] as JSONObject != ["a": 1, "c": 2])
        #expect(["a": .null] as JSONObject != ["b": .null])
    }

    @Test func `Arrays are equal in the same order alone`() {
        #expect([1, 2] as JSONValue == [1, 2])
        #expect([1, 2] as JSONValue != [2, 1])
        #expect([1, 2] as JSONValue != [1])
    }

    @Test func `Values of different kinds differ`() {
        let values: [JSONValue] = [.null, false, 0, "", [], [:], "null", "0", true, 1]
        for (place, value) in values.enumerated() {
            #expect(values.indices.filter { values[$0] == value } == [place])
        }
    }

    @Test func `Keys and strings that only look alike differ`() {
        var object: JSONObject = ["é": 1]
        object["e\u{301}"] = 2
        #expect(object.members.map(\.value) == [1, 2])
        #expect(object["é"] == 1)
        #expect("é" as JSONValue != "e\u{301}")
        #expect(["é": 1] as JSONObject != ["e\u{301}": 1])
    }

    @Test func `A literal with a key twice keeps the last`() {
        #expect((["a": 1, "b": 2, "a": 3] as JSONObject).members.map(\.value) == [3, 2])
        #expect(["a": 1, "a": 3] as JSONValue == ["a": 3])
    }

    @Test func `Mapping changes values and keeps keys and order`() {
        let mapped = (["b": 1, "a": "x"] as JSONObject).mapValues { [$0] }
        #expect(mapped.members.map(\.key) == ["b", "a"])
        #expect(mapped.members.map(\.value) == [[1], ["x"]])
    }
}
