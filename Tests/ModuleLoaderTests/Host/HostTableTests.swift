import CGatehouse
import Logging
import Testing

@testable import ModuleLoader

/// The table that an instance gets of its host.
@Suite struct HostTableTests {
    let log = RecordingLog()
    let table: HostTable

    init() {
        var logger = log.logger
        logger[metadataKey: "module"] = "left"
        table = HostTable(instanceName: "left", logger: logger)
    }

    // - Safety: the host's table is never freed, and its functions get texts that live for good.

    private func say(_ level: UInt32, _ message: Text, _ metadata: Text = .absent) {
        unsafe table.pointer.pointee.log(table.pointer, level, message.str, metadata.json)
    }

    @Test func `It tells the name of the instance, and who the host is`() throws {
        let host = unsafe table.pointer.pointee
        #expect(unsafe host.size == MemoryLayout<gh_host>.size)
        #expect(try unsafe Handed.text(host.instance_name, "name") == "left")
        #expect(try unsafe Handed.text(host.info.pointee.name, "name") == "gatehouse")
        #expect(unsafe host.info.pointee.major == 1)
        #expect(unsafe host.info.pointee.size == MemoryLayout<gh_host_info>.size)
    }

    @Test func `It offers the functions of the contract, and neither a folder nor services`() {
        let host = unsafe table.pointer.pointee
        #expect(unsafe host.json == JSONFunctions.table)
        #expect(unsafe host.state == StateFunctions.table)
        #expect(unsafe host.media == MediaFunctions.table)
        #expect(unsafe host.late == LateFunctions.table)
        #expect(unsafe host.data_folder.ptr == nil)
        #expect(unsafe host.service(table.pointer, Text("gatehouse.http/1").str) == nil)
    }

    @Test func `Two instances have a table each`() {
        let other = HostTable(instanceName: "right", logger: log.logger)
        #expect(unsafe other.pointer != table.pointer)
        #expect(unsafe (try? Handed.text(other.pointer.pointee.instance_name, "name")) == "right")
    }

    @Test func `Levels are those of the contract, and what is beyond is critical`() {
        for level in [0, 1, 2, 3, 4, 5, 6, 7, 1000, .max] as [UInt32] { say(level, "x") }
        let expected: [Logger.Level] = [
            .trace, .debug, .info, .notice, .warning, .error, .critical, .critical, .critical, .critical,
        ]
        #expect(log.lines.map(\.level) == expected)
    }

    @Test func `A line comes under the name of the instance`() {
        say(2, "é \"x\"\n")
        #expect(log.lines == [.init(level: .info, message: "é \"x\"\n", metadata: ["module": "left"])])
    }

    @Test(arguments: [Text.notUTF8, .tooLong, .absurd, .absent])
    func `A message that is no text is a line all the same`(_ bad: Text) {
        say(4, bad)
        #expect(log.lines.map(\.level) == [.warning])
        #expect(log.messages != [""])
    }

    @Test func `Fields of an object are metadata, as JSON`() {
        say(2, "x", "{\"user\":\"@a:x\",\"count\":3,\"list\":[1,null]}")
        #expect(
            log.lines.map(\.metadata) == [
                ["module": "left", "user": "\"@a:x\"", "count": "3", "list": "[1,null]"]
            ])
    }

    @Test(arguments: ["[1]", "7", "{", "", .notUTF8, .absurd] as [Text])
    func `Metadata that is no object is left out, and the line is not`(_ metadata: Text) {
        say(2, "x", metadata)
        #expect(log.lines == [.init(level: .info, message: "x", metadata: ["module": "left"])])
    }

    @Test func `A module cannot speak in the name of another`() {
        say(2, "x", "{\"module\":\"right\",\"Module\":\"right\"}")
        #expect(log.lines.map(\.metadata) == [["module": "left", "Module": "\"right\""]])
    }

    @Test func `Without a host nothing is logged`() {
        unsafe table.pointer.pointee.log(nil, 2, Text("x").str, gh_json())
        #expect(log.lines == [])
    }

    @Test func `Both clocks tell nanoseconds`() {
        func now(_ clock: UInt32) -> Int64 { unsafe table.pointer.pointee.now(table.pointer, clock) }
        let monotonic = (0..<100).map { _ in now(0) }
        #expect(monotonic == monotonic.sorted())
        #expect(monotonic.allSatisfy { $0 > 0 })
        // 2020 and 2200: neither seconds nor microseconds since 1970 lie between them.
        #expect(1_577_836_800_000_000_000..<7_258_118_400_000_000_000 ~= now(1))
        #expect(now(0) < now(1))
    }
}
