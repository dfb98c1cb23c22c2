/// The dynamic symbols of a shared library: what it offers to others, and what it would like to have.
struct ELFSymbols: Sendable {
    /// Defined and visible to other libraries, sorted.
    let exported: [String]
    /// Those of them that can be called.
    let functions: Set<String>
    /// Those of them that are one for the whole process, however a library is opened: variables that C++ allows in
    /// several places. Sorted.
    let unique: [String]
    /// Undefined and weak: NULL at run time where nobody has them, sorted.
    let undefinedWeak: [String]

    /// Of bytes that have passed `ELFHeader`.
    init(_ bytes: [UInt8]) throws(ELFFault) {
        var exported: [String] = []
        var functions: Set<String> = []
        var unique: [String] = []
        var undefinedWeak: [String] = []
        for symbol in try Self.symbols(ByteReader(bytes: bytes)) {
            let isUndefined = symbol.section == 0
            if isUndefined && symbol.binding == Binding.weak { undefinedWeak.append(symbol.name) }
            guard !isUndefined && symbol.binding != Binding.local && symbol.isVisible else { continue }
            exported.append(symbol.name)
            if Self.callable.contains(symbol.type) { functions.insert(symbol.name) }
            if symbol.binding == Binding.unique { unique.append(symbol.name) }
        }
        self.functions = functions
        self.exported = exported.sorted()
        self.unique = unique.sorted()
        self.undefinedWeak = undefinedWeak.sorted()
    }

    private enum Binding {
        static let local: UInt8 = 0
        static let weak: UInt8 = 2
        static let unique: UInt8 = 10
    }

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

    private static let what = "its symbols"
    /// Bytes of all names. In a file that means well they lie beside each other; in another all may be the same long one.
    private static let longest = 1 << 26

    private static func symbols(_ reader: ByteReader) throws(ELFFault) -> [Symbol] {
        let dynamic = try ELFDynamic(reader)
        guard let table = try dynamic.table(ELFDynamic.Tag.symbolTable, what),
            let names = try dynamic.table(ELFDynamic.Tag.textTable, what)
        else { throw .truncated(what) }
        var symbols: [Symbol] = []
        var length = 0
        for index in 1..<max(try ELFSymbolCount(reader, dynamic).number, 1) {
            let symbol = try symbol(reader, at: table &+ index * 24, names: names)
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
}
