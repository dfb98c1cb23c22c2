/// The dynamic symbols of a shared library: what it offers to others, and what it would like to have.
struct ELFSymbols: Sendable {
    /// Defined and visible to other libraries, sorted.
    let exported: [String]
    /// Those of them that can be called.
    let functions: Set<String>
    /// Undefined and weak: NULL at run time where nobody has them, sorted.
    let undefinedWeak: [String]

    /// Of bytes that have passed `ELFHeader`. A library without section headers tells nothing.
    init(_ bytes: [UInt8]) throws(ELFFault) {
        let reader = ByteReader(bytes: bytes)
        var exported: [String] = []
        var functions: Set<String> = []
        var undefinedWeak: [String] = []
        for symbol in try Self.symbols(reader) {
            let isUndefined = symbol.section == 0
            if isUndefined && symbol.binding == Self.weak { undefinedWeak.append(symbol.name) }
            guard !isUndefined && symbol.binding != Self.local && symbol.isVisible else { continue }
            exported.append(symbol.name)
            if Self.callable.contains(symbol.type) { functions.insert(symbol.name) }
        }
        self.functions = functions
        self.exported = exported.sorted()
        self.undefinedWeak = undefinedWeak.sorted()
    }

    private static let local: UInt8 = 0
    private static let weak: UInt8 = 2
    /// Functions, and those whose address a function of the library picks.
    private static let callable: [UInt8] = [2, 10]
}

extension ELFSymbols {
    private struct Symbol {
        let name: String
        let binding: UInt8
        let type: UInt8
        let section: UInt16
        let isVisible: Bool
    }

    private struct Section {
        let type: UInt32
        let offset: UInt64
        let size: UInt64
        let link: UInt32
    }

    private static let dynamicSymbols: UInt32 = 11
    private static let what = "its symbols"
    /// Bytes of all names. In a file that means well they lie beside each other; in another all may be the same long one.
    private static let longest = 1 << 26

    private static func symbols(_ reader: ByteReader) throws(ELFFault) -> [Symbol] {
        let sections = try sections(reader)
        guard let table = sections.first(where: { $0.type == dynamicSymbols }), Int(table.link) < sections.count else {
            return []
        }
        let names = sections[Int(table.link)].offset
        var symbols: [Symbol] = []
        var length = 0
        for index in 1..<max(min(table.size / 24, 1 << 20), 1) {
            let symbol = try symbol(reader, at: table.offset &+ index * 24, names: names)
            length += symbol.name.utf8.count
            if length > longest { break }
            symbols.append(symbol)
        }
        return symbols
    }

    private static func symbol(_ reader: ByteReader, at place: UInt64, names: UInt64) throws(ELFFault) -> Symbol {
        let name = try reader.integer(UInt32.self, at: place, what)
        let info = try reader.integer(UInt8.self, at: place &+ 4, what)
        let visibility = try reader.integer(UInt8.self, at: place &+ 5, what) & 3
        return Symbol(
            name: try reader.text(at: names &+ UInt64(name), what), binding: info >> 4, type: info & 0xF,
            section: try reader.integer(UInt16.self, at: place &+ 6, what),
            isVisible: visibility == 0 || visibility == 3)
    }

    private static func sections(_ reader: ByteReader) throws(ELFFault) -> [Section] {
        let start = try reader.integer(UInt64.self, at: 40, what)
        let size = try reader.integer(UInt16.self, at: 58, what)
        let count = try reader.integer(UInt16.self, at: 60, what)
        var sections: [Section] = []
        for index in 0..<UInt64(count) where start != 0 && size >= 64 {
            let place = start &+ index * UInt64(size)
            sections.append(
                Section(
                    type: try reader.integer(UInt32.self, at: place &+ 4, what),
                    offset: try reader.integer(UInt64.self, at: place &+ 24, what),
                    size: try reader.integer(UInt64.self, at: place &+ 32, what),
                    link: try reader.integer(UInt32.self, at: place &+ 40, what)))
        }
        return sections
    }
}
