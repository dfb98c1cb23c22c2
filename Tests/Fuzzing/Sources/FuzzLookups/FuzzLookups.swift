import CGatehouse
import FuzzSupport
import JSONText

@testable import ModuleLoader

/// The JSON functions that modules call. The first byte is the length of a pointer and the second a cursor that the
/// host did not give; the text follows the pointer.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    // - Safety: libFuzzer lends `count` bytes for the length of this call; look-ups return slices of them.
    let length = min(Int(unsafe start[0]), count - 2)
    let pointer = unsafe gh_str(ptr: UnsafeRawPointer(start + 2).assumingMemoryBound(to: CChar.self), len: length)
    let rest = unsafe UnsafeRawPointer(start + 2 + length).assumingMemoryBound(to: CChar.self)
    let json = unsafe gh_json(text: gh_str(ptr: rest, len: count - 2 - length))
    let lookup = unsafe Lookup(json)
    unsafe lookup.unescape(json)
    unsafe lookup.integer(json)
    if let found = unsafe lookup.get(json, pointer) { unsafe lookup.checkChildren(found) }
    unsafe lookup.checkChildren(json)
    _ = unsafe lookup.children(json, from: UInt64(start[1]))
    unsafe lookup.quote(pointer)
    return 0
}

// - Safety: the functions of this table get texts of this input, and buffers of the sizes that they are told.
@safe private struct Lookup {
    private let whole: gh_json
    private var functions: gh_json_functions { unsafe JSONFunctions.table.pointee }

    init(_ whole: gh_json) { unsafe self.whole = whole }

    func get(_ json: gh_json, _ pointer: gh_str) -> gh_json? {
        var value = unsafe gh_json()
        guard unsafe functions.get(json, pointer, &value) == Found.found else { return nil }
        unsafe checkInside(value)
        return unsafe value
    }

    /// Where the values in a container stand, from a cursor on.
    func children(_ json: gh_json, from first: UInt64 = 0) -> [Int] {
        var cursor = first
        var (key, value) = unsafe (gh_json(), gh_json())
        var places: [Int] = []
        while unsafe functions.next(json, &cursor, &key, &value) == Found.found {
            unsafe checkInside(value)
            if unsafe key.text.ptr != nil { unsafe checkInside(key) }
            places.append(unsafe value.text.ptr.map { unsafe $0 - json.text.ptr } ?? -1)
            expect(unsafe places.count <= json.text.len, "it has no end")
        }
        return places
    }

    /// The steps through a container lead to what the parser finds in it.
    func checkChildren(_ json: gh_json) {
        let text = unsafe UnsafeRawBufferPointer(start: json.text.ptr, count: json.text.len)
        let parsed = try? unsafe JSONDocument().parse(text) { root in
            var places: [Int] = []
            root.forEachMember { _, value in places.append(value.range.lowerBound) }
            root.forEachElement { places.append($0.range.lowerBound) }
            return places
        }
        let found = unsafe children(json)
        expect(found == parsed ?? [], "it went to \(found), and the parser to \(String(describing: parsed))")
    }

    func unescape(_ json: gh_json) {
        var needed = 0
        let found = unsafe functions.unescape(json, nil, 0, &needed)
        guard found == Found.tooSmall else { return }
        let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: needed)
        defer { unsafe buffer.deallocate() }
        expect(unsafe functions.unescape(json, buffer, needed, &needed) == Found.found, "it fitted, and did not")
        let bytes = unsafe UnsafeRawBufferPointer(start: buffer, count: needed)
        expect(unsafe String(validating: bytes, as: UTF8.self) != nil, "a text that is no UTF-8")
    }

    func integer(_ json: gh_json) {
        var value: Int64 = 0
        _ = unsafe functions.integer(json, &value)
    }

    /// A text in quotes reads as it was.
    func quote(_ text: gh_str) {
        var needed = 0
        guard unsafe functions.quote(text, nil, 0, &needed) == Found.tooSmall else { return }
        let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: needed)
        defer { unsafe buffer.deallocate() }
        expect(unsafe functions.quote(text, buffer, needed, &needed) == Found.found, "it fitted, and did not")
        let quoted = unsafe UnsafeRawBufferPointer(start: buffer, count: needed)
        let original = unsafe UnsafeRawBufferPointer(start: text.ptr, count: text.len)
        let same = try? unsafe JSONDocument().parse(quoted) { unsafe $0.bytes?.elementsEqual(original) ?? false }
        expect(same == true, "a quoted text reads otherwise")
    }

    private func checkInside(_ value: gh_json) {
        let (start, slice) = unsafe (UInt(bitPattern: whole.text.ptr), UInt(bitPattern: value.text.ptr))
        expect(
            unsafe slice >= start && slice + UInt(value.text.len) <= start + UInt(whole.text.len),
            "a slice of something else")
    }
}
