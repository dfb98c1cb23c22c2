import CGatehouse
import ModuleLoader

/// A record that a module hands over: as much as it has, zeros behind.
@safe enum HandedRecord {
    // - Safety: the contract says that `size` bytes are there; no field beyond them is read. Nil: no size of a record.
    static func copy<Record>(_ pointer: UnsafePointer<Record>?, size: KeyPath<Record, Int>, zero: Record) -> Record? {
        guard let pointer = unsafe pointer else { return nil }
        let claimed = unsafe pointer.pointee[keyPath: size]
        guard 8...(1 << 16) ~= claimed else { return nil }
        var record = zero
        unsafe withUnsafeMutableBytes(of: &record) { copy in
            unsafe copy.copyMemory(from: UnsafeRawBufferPointer(start: pointer, count: min(claimed, copy.count)))
        }
        return record
    }

    /// - Throws: where a name or value is absent, too long, or none.
    static func headers(
        _ headers: UnsafePointer<gh_http_header>?, _ count: Int
    ) throws(Handed.Refusal) -> [(name: String, value: String)] {
        guard let headers = unsafe headers, count != 0 else { return [] }
        guard 0...1000 ~= count else { throw Handed.Refusal(reason: "there are over 1000 headers") }
        var list: [(name: String, value: String)] = []
        for place in 0..<count {
            let header = unsafe headers[place]
            let name = try unsafe Handed.required(header.name, "the name of a header")
            let value = try unsafe Handed.required(header.value, "the value of a header")
            try check(name, value)
            list.append((name, value))
        }
        return list
    }

    /// Throws where it is no header: what would end one early, and begin another, is none.
    static func check(_ name: String, _ value: String) throws(Handed.Refusal) {
        let isToken = name.utf8.allSatisfy { 0x21...0x7E ~= $0 && !separators.contains($0) }
        let isValue = value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
        guard isToken, !name.isEmpty, isValue else {
            throw Handed.Refusal(reason: "\(name.debugDescription) is no header")
        }
    }

    private static let separators = Set("()<>@,;:\\\"/[]?={}".utf8)
}
