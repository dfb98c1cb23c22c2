import CGatehouse

@testable import ModuleLoader

/// What a JSON function gave back.
struct Looked: Equatable {
    let found: UInt32
    /// The slice that it gave, when it is one of the text that was handed in; else what is wrong with it.
    var value: String?
    var key: String?

    init(_ found: UInt32, _ value: String? = nil, key: String? = nil) {
        (self.found, self.value, self.key) = (found, value, key)
    }

    static let absent = Looked(2)
    static let unreachable = Looked(3)
}

/// The JSON functions, as a module calls them.
enum Lookup {
    // - Safety: all texts live for good.
    private static var table: gh_json_functions { unsafe JSONFunctions.table.pointee }

    /// Text that no look-up gives: what it leaves alone still reads as this.
    private static let untouched = Text("untouched")

    static func get(_ json: Text, _ pointer: Text) -> Looked {
        var value = unsafe untouched.json
        let found = unsafe table.get(json.json, pointer.str, &value)
        return unsafe Looked(found, slice(value, of: json))
    }

    static func integer(_ json: Text) -> (found: UInt32, value: Int64?) {
        var value = Int64(-77)
        let found = unsafe table.integer(json.json, &value)
        return (found, value == -77 ? nil : value)
    }

    static func next(_ json: Text, _ cursor: inout UInt64) -> Looked {
        var (key, value) = unsafe (untouched.json, untouched.json)
        let found = unsafe table.next(json.json, &cursor, &key, &value)
        return unsafe Looked(found, slice(value, of: json), key: slice(key, of: json))
    }

    /// All that `next` gives, to the end.
    static func all(_ json: Text) -> [String] {
        var cursor: UInt64 = 0
        var all: [String] = []
        while true {
            let looked = next(json, &cursor)
            if looked.found != 1 { return all + ["\(looked.found)"] }
            if all.count > 100 { return ["it goes on and on"] }
            all.append([looked.key, looked.value].compactMap { $0 }.joined(separator: " "))
        }
    }

    /// Nil: it was left alone, or is absent.
    private static func slice(_ slice: gh_json, of json: Text) -> String? {
        guard let start = unsafe slice.text.ptr, unsafe start != untouched.str.ptr else { return nil }
        guard let whole = unsafe json.str.ptr, unsafe start >= whole && start + slice.text.len <= whole + json.str.len
        else { return "a slice of something else" }
        return unsafe String(decoding: UnsafeRawBufferPointer(start: start, count: slice.text.len), as: UTF8.self)
    }
}

/// What a function that fills a buffer gave back. Nil: it did not touch that.
struct Filled: Equatable {
    let found: UInt32
    var text: String?
    var needed: Int?

    init(_ found: UInt32, _ text: String? = nil, needed: Int? = nil) {
        (self.found, self.text, self.needed) = (found, text, needed)
    }

    static func unescape(_ json: Text, capacity: Int) -> Filled {
        unsafe Filled(capacity) { buffer, needed in
            unsafe JSONFunctions.table.pointee.unescape(json.json, buffer, capacity, &needed)
        }
    }

    static func quote(_ text: Text, capacity: Int) -> Filled {
        unsafe Filled(capacity) { buffer, needed in
            unsafe JSONFunctions.table.pointee.quote(text.str, buffer, capacity, &needed)
        }
    }

    /// With a buffer that is watched beyond its end.
    private init(_ capacity: Int, _ body: (UnsafeMutablePointer<CChar>, inout Int) -> UInt32) {
        let room = max(capacity, 0) + 64
        let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: room)
        unsafe buffer.initialize(repeating: 1, count: room)
        var length = -77
        found = unsafe body(buffer, &length)
        needed = length == -77 ? nil : length
        let bytes = (0..<room).map { unsafe UInt8(bitPattern: buffer[$0]) }
        unsafe buffer.deallocate()
        let written = (bytes.lastIndex { $0 != 1 } ?? -1) + 1
        text =
            written > max(capacity, 0)
            ? "beyond the end" : written == 0 ? nil : String(decoding: bytes[..<written], as: UTF8.self)
    }
}
