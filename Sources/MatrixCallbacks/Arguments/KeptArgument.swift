import CGatehouse
import JSONText
import ModuleLoader

/// A record or handle that is made once and used in many calls.
@safe package final class KeptArgument: @unchecked Sendable {
    // - Safety: written in `init` and only read after that; `memory` and `document` hold what it points into.
    let pointer: UnsafeRawPointer
    private let memory: KeptMemory
    private let document: JSONDocument?
    private let parts: [KeptArgument]

    /// An event from JSON: its own object with `facts` about it, or without them the form of arguments, in which
    /// `event_id`, `room_version` and `local` stand in the object.
    ///
    /// - Throws: everything that is wrong with it.
    package init(event text: String, _ facts: EventFacts? = nil) throws(BadArguments) {
        let (document, memory) = (JSONDocument(), KeptMemory())
        let read: (record: UnsafeMutableRawPointer, problems: [ArgumentProblem])
        do {
            unsafe read = try document.parse(text) { node in
                unsafe ArgumentReader.reading { reader in
                    unsafe facts.map { unsafe reader.event(node, $0, &memory.arguments) }
                        ?? reader.record(.event, node, &memory.arguments)
                }
            }
        } catch {
            throw BadArguments(problems: [ArgumentProblem(path: "", cause: "it is not JSON: \(error)")])
        }
        guard unsafe read.problems.isEmpty else { throw unsafe BadArguments(problems: read.problems) }
        unsafe pointer = UnsafeRawPointer(read.record)
        (self.memory, self.document, parts) = (memory, document, [])
    }

    /// Room state of these events.
    package init(state events: [KeptArgument]) {
        let memory = KeptMemory()
        let items = unsafe memory.arguments.zeroed(max(events.count, 1) * 8)
        for (place, event) in events.enumerated() {
            unsafe items.storeBytes(of: event.pointer, toByteOffset: place * 8, as: UnsafeRawPointer.self)
        }
        let handle = unsafe memory.arguments.room(MemoryLayout<StateList>.size)
        let list = unsafe StateList(
            events: UnsafePointer(items.assumingMemoryBound(to: UnsafePointer<gh_event>?.self)), count: events.count)
        unsafe handle.initializeMemory(as: StateList.self, to: list)
        unsafe pointer = UnsafeRawPointer(handle)
        (self.memory, document, parts) = (memory, nil, events)
    }

    /// A field of an event, by its offset.
    package func text(_ field: String) -> String? {
        guard let field = RecordType.event.fields.first(where: { $0.name == field }) else { return nil }
        return unsafe ArgumentWriter.text(pointer + field.offset)
    }
}

/// Memory that lives as long as somebody keeps it.
final class KeptMemory {
    /// The arguments of most callbacks fit into the first block.
    var arguments = unsafe ArgumentMemory(UnsafeMutableRawBufferPointer(start: nil, count: 0), first: 512)
    /// What the arguments point into besides.
    private let other: AnyObject?

    init(of other: AnyObject? = nil) { self.other = other }
}

/// Arguments that do not fit their callback.
public struct BadArguments: Error, Equatable, Sendable, CustomStringConvertible {
    public let problems: [ArgumentProblem]

    package init(problems: [ArgumentProblem]) { self.problems = problems }

    public var description: String { problems.map(\.description).joined(separator: "; ") }
}
