import CGatehouse
package import JSONText
import ModuleLoader

/// The way back: a callback's C struct into JSON, by its fields alone.
@safe package enum ArgumentWriter {
    // - Safety: `record` was made for these fields, by `ArgumentReader` or a typed call, and is alive.

    package static func json(_ callback: Callback, _ call: UnsafeRawPointer) -> JSONValue {
        .object(unsafe members(callback.fields, call))
    }

    private static func members(_ fields: [Field], _ record: UnsafeRawPointer) -> JSONObject {
        var object = JSONObject()
        for field in fields where field.isMember {
            object[field.name] = unsafe value(field.type, record + field.offset)
        }
        return object
    }

    static func value(_ type: FieldType, _ slot: UnsafeRawPointer) -> JSONValue {
        switch type {
        case .text, .ownText: unsafe text(slot).map { .string($0) } ?? .null
        case .json: unsafe text(slot).flatMap { try? JSONValue(parsing: $0) } ?? .null
        case .flag: .bool(unsafe slot.load(as: UInt64.self) != 0)
        case .integer: .integer(unsafe slot.load(as: Int64.self))
        case .cookie: .integer(Int64(truncatingIfNeeded: unsafe slot.load(as: UInt64.self)))
        case .maybeInteger:
            unsafe slot.load(as: UInt64.self) == 0
                ? .null : .integer(unsafe slot.load(fromByteOffset: 8, as: Int64.self))
        case .record(let type): unsafe slot.load(as: UnsafeRawPointer?.self).map { unsafe record(type, $0) } ?? .null
        case .records(let type, let asTuples): unsafe list(type, slot, asTuples)
        case .state: unsafe state(slot)
        case .media: unsafe media(slot)
        }
    }

    static func text(_ slot: UnsafeRawPointer) -> String? {
        let str = unsafe slot.load(as: gh_str.self)
        guard let start = unsafe str.ptr else { return nil }
        return unsafe String(decoding: UnsafeRawBufferPointer(start: start, count: str.len), as: UTF8.self)
    }

    /// An event is its own object with what its record knows besides.
    private static func record(_ type: RecordType, _ record: UnsafeRawPointer) -> JSONValue {
        let known = unsafe members(type.fields, record)
        guard let own = type.fields.first(where: { !$0.isMember }),
            case .object(var event)? = unsafe text(record + own.offset).flatMap({ try? JSONValue(parsing: $0) })
        else { return .object(known) }
        for (name, value) in known.members where value != .null { event[name] = value }
        return .object(event)
    }

    private static func list(_ type: RecordType, _ slot: UnsafeRawPointer, _ asTuples: Bool) -> JSONValue {
        let count = unsafe slot.load(fromByteOffset: 8, as: Int.self)
        guard count > 0, let items = unsafe slot.load(as: UnsafePointer<UnsafeRawPointer>?.self) else { return [] }
        return .array(
            (0..<count).map { place in
                let value = unsafe record(type, items[place])
                guard asTuples, case .object(let object) = value else { return value }
                return .array(object.members.map(\.value))
            })
    }

    private static func state(_ slot: UnsafeRawPointer) -> JSONValue {
        guard let list = unsafe slot.load(as: UnsafePointer<StateList>?.self)?.pointee else { return [] }
        let events = JSONValue.array(unsafe list.all.map { unsafe record(.event, UnsafeRawPointer($0)) })
        guard let reads = unsafe list.reads else { return events }
        return ["reads": .array(unsafe reads.map { unsafe read($0.pointee) }), "events": events]
    }

    private static func read(_ read: StateReadText) -> JSONValue {
        var object = JSONObject()
        object["type"] = unsafe withUnsafePointer(to: read.type) { unsafe text($0) }.map { .string($0) }
        object["state_key"] = unsafe withUnsafePointer(to: read.stateKey) { unsafe text($0) }.map { .string($0) }
        return .object(object)
    }

    private static func media(_ slot: UnsafeRawPointer) -> JSONValue {
        guard let media = unsafe slot.load(as: UnsafePointer<MediaBytes>?.self)?.pointee else { return .null }
        var object = JSONObject()
        if media.hasPath {
            object["path"] = unsafe withUnsafePointer(to: media.path) { unsafe text($0) }.map { .string($0) }
        }
        object["base64"] = media.whole.map { .string(Base64.encode($0)) }
        return .object(object)
    }
}
