import GatehouseTesting
import XCTest

/// The same from XCTest.
final class XCTestTests: XCTestCase {
    func testAModuleIsTestedFromXCTest() throws {
        let module = try Built.module("list_spam_checker", ["evil_users": ["@evil:x"]])
        let event: JSONValue = [
            "event_id": "$1", "room_id": "!r:x", "room_version": "11", "sender": "@evil:x", "type": "m.room.message",
            "origin_server_ts": 0, "local": true,
        ]
        let call = try module.call("spam_checker.check_event_for_spam", ["event": event])
        XCTAssertEqual(call.answer, .answered(.deny("M_FORBIDDEN")))
        XCTAssertThrowsError(try TestedModule("no_such_file.so"))
    }
}
