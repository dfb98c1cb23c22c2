import CPeers
import Gatehouse
import JSONText
import MatrixCallbacks

/// An event as JSON text, read into its fields: as every call by name does it, and by simdjson on demand.
package final class EventText {
    private let text: UnsafeMutableRawBufferPointer
    private let arguments: UnsafeMutableRawBufferPointer
    private let length: Int
    private let document = JSONDocument()
    private let callback: Callback

    /// - Parameter size: how long the text is to be, by the length of its body.
    package init?(size: Int) {
        guard let callback = Catalogue.callback("spam_checker.check_event_for_spam") else { return nil }
        self.callback = callback
        let event = Self.event(size)
        length = event.utf8.count
        text = Self.padded(event)
        arguments = Self.padded("{\"event\":\(event)}")
    }

    deinit {
        text.deallocate()
        arguments.deallocate()
    }

    package static func event(_ size: Int) -> String {
        let head = #"""
            {"event_id":"$143273582443PhrSn:example.org","room_id":"!jEsUZKDJdhlrceRyVU:example.org","room_version":"11",\#
            "sender":"@alice:example.org","type":"m.room.message","origin_server_ts":1432735824653,"local":true,\#
            "auth_events":["$urlsafe_base64_encoded_eventid"],"prev_events":["$another_base64_encoded_event_id"],\#
            "depth":12,"hashes":{"sha256":"thishashcoversallfieldsincasethisisredacted"},\#
            "content":{"msgtype":"m.text","body":"
            """#
        let tail = #""},"unsigned":{"age":4612}}"#
        return head + String(repeating: "x", count: max(size - head.utf8.count - tail.utf8.count, 0)) + tail
    }

    private static func padded(_ text: String) -> UnsafeMutableRawBufferPointer {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count + 64, alignment: 64)
        room.initializeMemory(as: UInt8.self, repeating: UInt8(ascii: " "))
        room.copyBytes(from: text.utf8)
        return room
    }

    /// Reads it so many times; false: something is wrong with it.
    package func read(_ times: Int) -> Bool {
        let whole = UnsafeRawBufferPointer(rebasing: arguments.dropLast(64))
        for _ in 0..<times {
            let problems = try? document.parse(whole) { node in
                CallArguments.lend(size: callback.callSize, known: callback.callSize) { arguments in
                    arguments.read(callback, from: node).count
                }
            }
            if problems != 0 { return false }
        }
        return true
    }

    /// The same by simdjson on demand, without validation.
    package func readOnDemand(_ times: Int) -> Bool {
        var event = cp_event()
        let start = text.baseAddress?.assumingMemoryBound(to: CChar.self)
        for _ in 0..<times where cp_on_demand(start, length, &event) != 0 { return false }
        return true
    }
}
