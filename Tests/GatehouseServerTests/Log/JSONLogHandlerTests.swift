import JSONText
import Logging
import Synchronization
import Testing

@testable import GatehouseServer

struct JSONLogHandlerTests {
    @Test func `a line of the log is an object on one line`() throws {
        let lines = Lines()
        var logger = Logger(label: "gatehouse") { JSONLogHandler(label: $0) { lines.add($0) } }
        logger[metadataKey: "request_id"] = "r"
        logger.warning("two\nlines", metadata: ["users": ["@a:x"], "more": ["n": "1"]])
        logger.warning("numbers", metadata: ["status": .stringConvertible(200), "stuck": .stringConvertible(true)])
        logger.debug("not said")
        let line = try #require(lines.all.first)
        #expect(lines.all.count == 2)
        #expect(line.hasSuffix("}\n"))
        #expect(line.dropLast().contains("\n") == false)
        let json = try JSONValue(parsing: line)
        #expect(json[member: "level"] == "warning")
        #expect(json[member: "label"] == "gatehouse")
        #expect(json[member: "message"] == "two\nlines")
        #expect(json[member: "request_id"] == "r")
        #expect(json[member: "users"] == ["@a:x"])
        #expect(json[member: "more"] == ["n": "1"])
        let numbers = try JSONValue(parsing: lines.all[1])
        #expect(numbers[member: "status"] == 200)
        #expect(numbers[member: "stuck"] == true)
        #expect(json[member: "ts"]?.text.wholeMatch(of: /"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/) != nil)
    }
}

private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}
