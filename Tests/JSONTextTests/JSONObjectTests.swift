import JSONText
import Testing

@Suite struct JSONObjectTests {
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

    /// Keys k0, k1, ... with their numbers as values.
    private func numbered(_ count: Int) -> JSONObject {
        var object = JSONObject()
        for number in 0..<count { object["k\(number)"] = .integer(Int64(number)) }
        return object
    }

    @Test(arguments: [1, 15, 16, 17, 18, 100]) func `However many members there are, each is found by its key`(
        _ count: Int
    ) {
        var object = numbered(count)
        #expect(object.members.map(\.key) == (0..<count).map { "k\($0)" })
        #expect((0..<count).allSatisfy { object["k\($0)"] == .integer(Int64($0)) })
        #expect(object["k\(count)"] == nil)
        object["k0"] = "first"
        object["k\(count - 1)"] = "last"
        #expect(object.members.count == count)
        #expect(object["k0"] == (count == 1 ? "last" : "first"))
        #expect(object.members.last?.value == "last")
    }

    @Test(arguments: [15, 16, 17, 18, 40])
    func `Members that are removed are gone, and the others stay where they were`(_ count: Int) {
        var object = numbered(count)
        for number in stride(from: 0, to: count, by: 2) { object["k\(number)"] = nil }
        let odd = Array(stride(from: 1, to: count, by: 2))
        #expect(object.members.map(\.key) == odd.map { "k\($0)" })
        #expect((0..<count).filter { object["k\($0)"] == .integer(Int64($0)) } == odd)
        object["k0"] = "again"
        #expect(object.members.map(\.key) == odd.map { "k\($0)" } + ["k0"])
        #expect(object["k0"] == "again")
    }

    @Test func `Keys that only look alike differ among many too`() {
        var object = numbered(20)
        object["é"] = 1
        object["e\u{301}"] = 2
        #expect(object["é"] == 1)
        #expect(object["e\u{301}"] == 2)
        #expect(object.members.count == 22)
    }

    @Test func `Large objects are equal whatever their order, and can be mapped`() {
        var backwards = JSONObject()
        for number in (0..<30).reversed() { backwards["k\(number)"] = .integer(Int64(number)) }
        #expect(backwards == numbered(30))
        backwards["k7"] = 8
        #expect(backwards != numbered(30))
        let mapped = numbered(30).mapValues { [$0] }
        #expect(mapped["k29"] == [29])
        #expect(mapped.members.count == 30)
    }
}
