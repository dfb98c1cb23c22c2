import CGatehouse

/// Gives new rooms a state event with a text of welcome.
final class Greeter {
    private let functions: UnsafePointer<gh_json_functions>
    private let eventType: String
    /// The event as JSON text.
    private let event: [UInt8]

    init(_ settings: Settings, _ functions: UnsafePointer<gh_json_functions>) throws {
        let type = try JSON.quote(settings.eventType, functions)
        let message = try JSON.quote(settings.message, functions)
        self.functions = functions
        eventType = settings.eventType
        event = Array(#"{"type":\#(type),"state_key":"","content":{"body":\#(message)}}"#.utf8)
    }

    /// The request with the event in its initial state. Nil where it stays as it is: it has an event of this type, it
    /// is a direct chat, or its initial state is no list, which others have to judge.
    func rewrite(_ request: gh_json) -> [UInt8]? {
        let json = JSON(value: request, functions: functions)
        guard json["/is_direct"]?.isTrue != true else { return nil }
        guard let state = json["/initial_state"] else {
            return splice(#"{"initial_state":["#, into: request.text, at: 0..<1, json.isEmpty ? "]" : "],")
        }
        guard state.isArray, !hasEvent(state) else { return nil }
        let end = state.value.text.ptr - request.text.ptr + state.value.text.len - 1
        return splice(state.isEmpty ? "" : ",", into: request.text, at: end..<end, "")
    }

    private func hasEvent(_ state: JSON) -> Bool {
        var hasEvent = false
        state.forEach { _, item in hasEvent = hasEvent || item["/type"]?.string == eventType }
        return hasEvent
    }

    /// The text with the event, and what stands around it, in the place of `range`.
    private func splice(_ before: String, into text: gh_str, at range: Range<Int>, _ after: String) -> [UInt8] {
        var bytes = Array(UnsafeRawBufferPointer(start: text.ptr, count: text.len))
        bytes.replaceSubrange(range, with: before.utf8 + event + after.utf8)
        return bytes
    }
}
