import CGatehouse
import JSONText
import ModuleLoader

/// Media files: the bytes themselves, or how many there are and where they may be had.
extension ArgumentReader {
    mutating func media(_ node: JSONNode, at slot: UnsafeMutableRawPointer, _ memory: inout ArgumentMemory) {
        let bytes = unsafe bytes(node, &memory)
        guard let size = size(node, bytes: unsafe bytes?.count) else {
            return report("expected an object with `base64`, the file's bytes, or with `size`, how many there are")
        }
        let path = path(node)
        let shared = path.flatMap { path in
            sources?.mediaFolder.map { SharedFile(path, size: size, below: $0) }
        }
        let elsewhere = MediaElsewhere(size: size, shared: shared, fetch: fetch(node))
        memory.keep(elsewhere)
        let place = unsafe path.map { unsafe memory.copy($0) } ?? gh_str()
        let handle = unsafe memory.room(MemoryLayout<MediaBytes>.size)
        unsafe handle.initializeMemory(
            as: MediaBytes.self, to: MediaBytes(bytes: bytes, path: place, elsewhere: elsewhere))
        unsafe slot.storeBytes(of: handle, as: UnsafeMutableRawPointer.self)
    }

    private func bytes(_ node: JSONNode, _ memory: inout ArgumentMemory) -> UnsafeRawBufferPointer? {
        guard let decoded = node.member("base64")?.string.flatMap(Base64.decode) else { return nil }
        let copy = unsafe decoded.withUnsafeBytes { unsafe memory.copy($0) }
        return unsafe UnsafeRawBufferPointer(start: copy.ptr, count: copy.len)
    }

    /// Nil: nobody says it, or what says it is wrong.
    ///
    /// - Parameter bytes: how many come along.
    private func size(_ node: JSONNode, bytes: Int?) -> Int? {
        let said = node.member("size").map { $0.integer ?? -1 }
        if let said, said < 0 { return nil }
        return node.member("base64") == nil ? said.map { Int($0) } : bytes
    }

    /// Where the file lies for whoever calls.
    private mutating func path(_ node: JSONNode) -> String? {
        guard let path = node.member("path") else { return nil }
        if path.string == nil { at("path") { $0.report("expected a string, found \(path.kind.words)") } }
        return path.string
    }

    /// Asks whoever calls, by the number that the call gives.
    private mutating func fetch(_ node: JSONNode) -> MediaElsewhere.Fetch? {
        guard let call = number(of: node), let origin = sources?.origin else { return nil }
        return { offset, count in try origin.mediaBytes(of: call, from: offset, count: count) }
    }
}
