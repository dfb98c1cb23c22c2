/// Paths taken apart by bytes, as the kernel does: to Swift a slash and a combining mark behind it are one character,
/// and no slash.
extension String {
    private var slash: UInt8 { UInt8(ascii: "/") }

    var isAbsolutePath: Bool { utf8.first == slash }

    var hasSlash: Bool { utf8.contains(slash) }

    /// The parts between slashes; empty ones are none.
    var pathParts: [Substring] { utf8.split(separator: slash).map { Substring($0) } }

    /// Up to the last slash and with it; nil where there is none.
    var throughLastSlash: Substring? { utf8.lastIndex(of: slash).map { self[..<utf8.index(after: $0)] } }

    /// Up to the last slash and without it; all of it where there is none.
    var beforeLastSlash: Substring { self[..<(utf8.lastIndex(of: slash) ?? endIndex)] }
}
