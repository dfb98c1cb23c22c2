import CGatehouse
import JSONText
import Testing

@testable import ModuleLoader

@Suite struct HandedTests {
    private func reason<Value>(_ body: () throws(Handed.Refusal) -> Value) -> String? {
        do throws(Handed.Refusal) {
            _ = try body()
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func `Absent text is none, and empty text is some`() throws {
        #expect(try unsafe Handed.text(Text.absent.str, "it") == nil)
        #expect(try unsafe Handed.text(Text.absentWithLength.str, "it") == nil)
        #expect(try unsafe Handed.text(Text("").str, "it") == "")
        #expect(
            reason { () throws(Handed.Refusal) in try unsafe Handed.required(Text.absent.str, "it") } == "it is absent")
        #expect(try unsafe Handed.required(Text("é").str, "it") == "é")
    }

    @Test func `A length beyond all memory is refused before a byte is read`() {
        let reasons = [Text.absurd, .absurdToo, .tooLong].map { text in
            reason { () throws(Handed.Refusal) in try unsafe Handed.text(text.str, "it") }
        }
        #expect(reasons == Array(repeating: "it is over 16 MiB", count: 3))
    }

    @Test func `A text is a copy`() throws {
        let bytes = UnsafeMutablePointer<CChar>.allocate(capacity: 2)
        unsafe bytes.initialize(repeating: 97, count: 2)
        let text = try unsafe Handed.text(.init(ptr: bytes, len: 2), "it")
        unsafe bytes.update(repeating: 98, count: 2)
        #expect(text == "aa")
        unsafe bytes.deallocate()
    }

    @Test func `An absent object is none, and absent fields are no fields`() throws {
        #expect(try unsafe Handed.object(Text.absent.json, "it") == nil)
        #expect(try unsafe Handed.fields(Text.absent.json).text == "{}")
        #expect(
            reason { () throws(Handed.Refusal) in try unsafe Handed.object(Text("").json, "it") }
                == "it is no JSON: it is empty")
    }
}
