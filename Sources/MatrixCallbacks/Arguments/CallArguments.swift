import CGatehouse
import CallbackChains
package import JSONText
package import ModuleLoader

/// The arguments of one call, written one after the other in the order of the catalogue. The memory is the caller's
/// stack as long as that suffices.
@safe package struct CallArguments: ~Copyable {
    private var memory: ArgumentMemory
    private let call: UnsafeMutableRawPointer
    private var record: UnsafeMutableRawPointer
    private var offset = 8

    // - Safety: `record` points to as many zero bytes as its type has fields for; the generated calls write exactly
    //   those, which a test compares with the catalogue.

    /// - Parameter size: what the modules of the chain may read of the argument struct.
    private init(_ stack: UnsafeMutableRawBufferPointer, size: Int, known: Int) {
        memory = unsafe ArgumentMemory(stack)
        unsafe call = memory.zeroed(size)
        unsafe record = call
        unsafe call.storeBytes(of: known, as: Int.self)
    }

    package var pointer: CallPointer { unsafe CallPointer(call) }

    /// Makes arguments on this stack and lends them to `body`.
    ///
    /// - Parameters:
    ///   - size: how many bytes of the struct the modules may read.
    ///   - known: the struct's size as this host knows it.
    package static func lend<Result>(size: Int, known: Int, _ body: (inout CallArguments) -> Result) -> Result {
        unsafe withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 16) { stack in
            var arguments = unsafe CallArguments(stack, size: size, known: known)
            return body(&arguments)
        }
    }

    /// The same, for calls of this chain.
    package static func lend(for ready: ReadyChain, _ body: (inout CallArguments) -> Void) {
        lend(size: ready.chain.callSize, known: ready.knownSize, body)
    }

    private mutating func put<Value>(_ value: Value) {
        unsafe record.storeBytes(of: value, toByteOffset: offset, as: Value.self)
        offset += MemoryLayout<Value>.size
    }

    package mutating func text(_ text: String) { unsafe put(memory.copy(text)) }

    package mutating func text(_ text: String?) { unsafe put(text.map { unsafe memory.copy($0) } ?? gh_str()) }

    package mutating func json(_ json: JSON) { text(json.text) }

    package mutating func json(_ json: JSON?) { text(json?.text) }

    package mutating func flag(_ flag: Bool) { put(UInt64(flag ? 1 : 0)) }

    package mutating func integer(_ integer: Int64) { put(integer) }

    /// The host's number for a cookie; `replace(cookie:)` puts the module's own in its place.
    package mutating func cookie(_ number: UInt64) { put(number) }

    package mutating func maybeInteger(_ integer: Int64?) {
        put(gh_maybe_int(present: integer == nil ? 0 : 1, value: integer ?? 0))
    }
}

/// A Swift value that is a record in the contract.
package protocol ArgumentRecord {
    static var recordType: RecordType { get }
    /// Writes all fields, in the order of the record.
    func write(to arguments: inout CallArguments)
}

/// Records, lists of them, and what was made before.
extension CallArguments {
    package mutating func record<Record: ArgumentRecord>(_ value: Record?) {
        guard let value else { return unsafe put(UnsafeRawPointer?.none) }
        unsafe put(UnsafeRawPointer?.some(pointer(to: value)))
    }

    package mutating func records<Record: ArgumentRecord>(_ values: [Record]) {
        let items = unsafe memory.zeroed(max(values.count, 1) * 8)
        for (place, value) in values.enumerated() {
            unsafe items.storeBytes(of: pointer(to: value), toByteOffset: place * 8, as: UnsafeRawPointer.self)
        }
        unsafe put(items)
        put(values.count)
    }

    private mutating func pointer<Record: ArgumentRecord>(to value: Record) -> UnsafeRawPointer {
        let outer = unsafe (record, offset)
        let inner = unsafe memory.zeroed(Record.recordType.size)
        unsafe (record, offset) = (inner, 8)
        unsafe inner.storeBytes(of: Record.recordType.size, as: Int.self)
        value.write(to: &self)
        unsafe (record, offset) = outer
        return UnsafeRawPointer(inner)
    }

    /// What `kept` points to, which lives longer than the call.
    package mutating func kept(_ kept: borrowing KeptArgument) { unsafe put(kept.pointer) }

    /// A list of them.
    package mutating func kept(_ list: [KeptArgument]) {
        let items = unsafe memory.zeroed(max(list.count, 1) * 8)
        for (place, kept) in list.enumerated() {
            unsafe items.storeBytes(of: kept.pointer, toByteOffset: place * 8, as: UnsafeRawPointer.self)
        }
        unsafe put(items)
        put(list.count)
    }

    package mutating func bytes(_ bytes: [UInt8], path: String?) {
        let copy = unsafe bytes.withUnsafeBytes { unsafe memory.copy($0) }
        let known = unsafe path.map { unsafe memory.copy($0) } ?? gh_str()
        let handle = unsafe memory.room(MemoryLayout<MediaBytes>.size)
        unsafe handle.initializeMemory(
            as: MediaBytes.self,
            to: MediaBytes(bytes: UnsafeRawBufferPointer(start: copy.ptr, count: copy.len), path: known))
        unsafe put(handle)
    }
}

/// Arguments from JSON, and changed ones.
extension CallArguments {
    /// Reads all fields from JSON.
    ///
    /// - Parameter sources: have what does not come along.
    /// - Returns: what is wrong with it; nothing when all is well. Texts point into the document of `node`.
    package mutating func read(
        _ callback: Callback, from node: JSONNode, _ sources: CallSources? = nil
    ) -> [ArgumentProblem] { read(callback.table, from: node, sources) }

    /// The same for calls of this chain, without a copy of its callback.
    package mutating func read(
        for ready: ReadyChain, from node: JSONNode, _ sources: CallSources?
    ) -> [ArgumentProblem] { read(Catalogue.callbacks[ready.number].table, from: node, sources) }

    private mutating func read(
        _ table: FieldTable, from node: JSONNode, _ sources: CallSources?
    ) -> [ArgumentProblem] {
        ArgumentReader.reading(sources) { reader in
            unsafe reader.members(of: node, into: call, table, isStrict: true, &memory)
        }.1
    }

    /// Puts other JSON in the place of a field, for the modules that follow.
    package mutating func rewrite(_ field: Field, _ json: JSON) {
        unsafe call.storeBytes(of: memory.copy(json.text), toByteOffset: field.offset, as: gh_str.self)
    }
}

/// What decides who is asked.
extension CallArguments {
    /// A text of the callback by which its chains are told apart.
    package func text(_ field: Field) -> String? { unsafe ArgumentWriter.text(call + field.offset) }

    package func cookie(_ field: Field) -> UInt64 { unsafe call.load(fromByteOffset: field.offset, as: UInt64.self) }

    package mutating func replace(cookie field: Field, by value: UInt64) {
        unsafe call.storeBytes(of: value, toByteOffset: field.offset, as: UInt64.self)
    }

    /// How many elements a list has that is a field of a record.
    package func count(_ list: Field, of record: Field) -> Int {
        guard let inner = unsafe call.load(fromByteOffset: record.offset, as: UnsafeRawPointer?.self) else { return 0 }
        return unsafe inner.load(fromByteOffset: list.offset + 8, as: Int.self)
    }
}
