import JSONText

/// A field of a callback's arguments with all paths that lead to it or into its JSON, which is parsed once a call.
@safe struct FieldRead: Sendable {
    private let field: Field
    private let hops: [Int]
    private var paths: [ArgumentPath]

    private init(_ path: ArgumentPath) { (field, hops, paths) = (path.field, path.hops, [path]) }

    /// The fields that these paths lead to.
    static func of(_ paths: [ArgumentPath]) -> [FieldRead] {
        var reads: [FieldRead] = []
        for path in paths {
            let place = reads.firstIndex { $0.hops == path.hops && $0.field.offset == path.field.offset }
            if let place { reads[place].paths.append(path) } else { reads.append(FieldRead(path)) }
        }
        return reads
    }

    /// Notes what stands at its paths in a call, by their texts: nothing where there is nothing, or a `null`.
    // - Safety: `call` holds the arguments of the paths' callback, and is alive.
    func read(_ call: UnsafeRawPointer, into found: inout [String: JSONValue]) {
        guard let slot = unsafe slot(in: call) else { return }
        for path in paths where !path.isJSON {
            found[path.text] = unsafe ArgumentWriter.value(field.type, slot).unlessNull
        }
        let inside = paths.filter(\.isJSON)
        guard !inside.isEmpty, let text = unsafe ArgumentWriter.text(slot) else { return }
        try? JSONDocument().parse(text) { root in
            for path in inside {
                let node = path.keys.reduce(Optional(root)) { node, key in node?.member(key) }
                found[path.text] = node.flatMap { JSONValue($0).unlessNull }
            }
        }
    }

    private func slot(in call: UnsafeRawPointer) -> UnsafeRawPointer? {
        var record = unsafe call
        for hop in hops {
            guard let inner = unsafe record.load(fromByteOffset: hop, as: UnsafeRawPointer?.self) else { return nil }
            unsafe record = inner
        }
        return unsafe record + field.offset
    }
}

extension ArgumentPath {
    /// It stands in JSON, or is that.
    fileprivate var isJSON: Bool { !keys.isEmpty || kind == .json }
}

extension JSONValue {
    fileprivate var unlessNull: JSONValue? { self == .null ? nil : self }
}
