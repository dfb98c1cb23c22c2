import CGatehouse
import JSONText
package import ModuleLoader

/// Copies the arguments of a call, and all that they point to, by the callback's fields alone: for modules that answer
/// late, and for other threads.
@safe package enum ArgumentCopy {
    // - Safety: `call` was made for the callback by `CallArguments` and is alive; every pointer in it leads to a record of
    //   its field's type. The copy lives in memory that the result holds.

    /// - Parameter size: how many bytes of the struct the modules may read.
    package static func keep(_ callback: Callback, size: Int, _ call: CallPointer) -> KeptCall {
        let kept = KeptMemory()
        let copy = unsafe kept.arguments.zeroed(max(size, callback.callSize))
        unsafe copy.copyMemory(from: call.raw, byteCount: callback.callSize)
        unsafe deepen(callback.fields, copy, &kept.arguments)
        return unsafe KeptCall(CallPointer(copy), in: kept)
    }

    /// The same arguments with other JSON in the place of a field. The old ones stay as they are: a module may read them.
    static func rewriting(
        _ call: KeptCall, _ callback: Callback, size: Int, _ field: Field, _ json: JSON
    ) -> KeptCall {
        let kept = KeptMemory(of: call.memory)
        let size = max(size, callback.callSize)
        let copy = unsafe kept.arguments.room(size)
        unsafe copy.copyMemory(from: call.pointer.raw, byteCount: size)
        unsafe copy.storeBytes(of: kept.arguments.copy(json.text), toByteOffset: field.offset, as: gh_str.self)
        return unsafe KeptCall(CallPointer(copy), in: kept)
    }

    /// Replaces what a copied record points to by copies.
    private static func deepen(_ fields: [Field], _ record: UnsafeMutableRawPointer, _ memory: inout ArgumentMemory) {
        for field in fields {
            let slot = unsafe record + field.offset
            switch field.type {
            case .flag, .integer, .maybeInteger, .cookie: break
            case .text, .json, .ownText: unsafe slot.storeBytes(of: text(slot, &memory), as: gh_str.self)
            case .record(let type): unsafe replace(slot) { unsafe copy(type, $0, &memory) }
            case .records(let type, _):
                let count = unsafe slot.load(fromByteOffset: 8, as: Int.self)
                unsafe replace(slot) { unsafe list(type, $0, count, &memory) }
            case .state: unsafe replace(slot) { unsafe state($0, &memory) }
            case .media: unsafe replace(slot) { unsafe media($0, &memory) }
            }
        }
    }

    private static func text(_ slot: UnsafeRawPointer, _ memory: inout ArgumentMemory) -> gh_str {
        unsafe copy(slot.load(as: gh_str.self), &memory)
    }

    private static func copy(_ text: gh_str, _ memory: inout ArgumentMemory) -> gh_str {
        guard let start = unsafe text.ptr else { return unsafe gh_str() }
        return unsafe memory.copy(UnsafeRawBufferPointer(start: start, count: text.len))
    }

    /// Absent stays absent.
    private static func replace(
        _ slot: UnsafeMutableRawPointer, _ copy: (UnsafeRawPointer) -> UnsafeMutableRawPointer
    ) {
        guard let old = unsafe slot.load(as: UnsafeRawPointer?.self) else { return }
        unsafe slot.storeBytes(of: copy(old), as: UnsafeMutableRawPointer.self)
    }

    private static func copy(
        _ type: RecordType, _ record: UnsafeRawPointer, _ memory: inout ArgumentMemory
    ) -> UnsafeMutableRawPointer {
        let copy = unsafe memory.room(type.size)
        unsafe copy.copyMemory(from: record, byteCount: type.size)
        unsafe deepen(type.fields, copy, &memory)
        return unsafe copy
    }

    private static func list(
        _ type: RecordType, _ items: UnsafeRawPointer, _ count: Int, _ memory: inout ArgumentMemory
    ) -> UnsafeMutableRawPointer {
        let copies = unsafe memory.zeroed(max(count, 1) * 8)
        for place in 0..<count {
            guard let item = unsafe items.load(fromByteOffset: place * 8, as: UnsafeRawPointer?.self) else { continue }
            unsafe copies.storeBytes(
                of: copy(type, item, &memory), toByteOffset: place * 8, as: UnsafeMutableRawPointer.self)
        }
        return unsafe copies
    }

    private static func state(
        _ handle: UnsafeRawPointer, _ memory: inout ArgumentMemory
    ) -> UnsafeMutableRawPointer {
        let state = unsafe handle.load(as: StateList.self)
        let (events, elsewhere) = unsafe (state.all, state.elsewhere?.takeUnretainedValue())
        if let elsewhere { memory.keep(elsewhere) }
        let copies = unsafe memory.zeroed(max(events.count, 1) * 8)
        for place in unsafe events.indices {
            unsafe copies.storeBytes(
                of: copy(.event, UnsafeRawPointer(events[place]), &memory), toByteOffset: place * 8,
                as: UnsafeMutableRawPointer.self)
        }
        let copy = unsafe memory.room(MemoryLayout<StateList>.size)
        let list = unsafe StateList(
            events: UnsafePointer(copies.assumingMemoryBound(to: UnsafePointer<gh_event>?.self)), count: events.count,
            reads: state.reads.map { unsafe reads($0, &memory) }, elsewhere: elsewhere)
        unsafe copy.initializeMemory(as: StateList.self, to: list)
        return unsafe copy
    }

    private static func reads(
        _ reads: UnsafeBufferPointer<UnsafePointer<StateReadText>>, _ memory: inout ArgumentMemory
    ) -> UnsafeBufferPointer<UnsafePointer<StateReadText>> {
        let copies = unsafe memory.zeroed(max(reads.count, 1) * 8)
        for place in reads.indices {
            let read = unsafe memory.room(MemoryLayout<StateReadText>.size)
            let (type, key) = unsafe (reads[place].pointee.type, reads[place].pointee.stateKey)
            unsafe read.initializeMemory(
                as: StateReadText.self, to: StateReadText(type: copy(type, &memory), stateKey: copy(key, &memory)))
            unsafe copies.storeBytes(of: read, toByteOffset: place * 8, as: UnsafeMutableRawPointer.self)
        }
        return unsafe UnsafeBufferPointer(
            start: copies.assumingMemoryBound(to: UnsafePointer<StateReadText>.self), count: reads.count)
    }

    private static func media(
        _ handle: UnsafeRawPointer, _ memory: inout ArgumentMemory
    ) -> UnsafeMutableRawPointer {
        let media = unsafe handle.load(as: MediaBytes.self)
        let elsewhere = unsafe media.elsewhere?.takeUnretainedValue()
        if let elsewhere { memory.keep(elsewhere) }
        let bytes = unsafe media.bytes.map { bytes in
            let copy = unsafe memory.copy(bytes)
            return unsafe UnsafeRawBufferPointer(start: copy.ptr, count: copy.len)
        }
        let path = unsafe copy(media.path, &memory)
        let copied = unsafe memory.room(MemoryLayout<MediaBytes>.size)
        unsafe copied.initializeMemory(
            as: MediaBytes.self, to: MediaBytes(bytes: bytes, path: path, elsewhere: elsewhere))
        return unsafe copied
    }
}
