/// A processor and the layout of its data, as the first bytes of an ELF file name them.
struct ELFMachine: Equatable, Sendable {
    /// `e_machine`.
    let number: UInt16
    let bits: Int
    let isLittleEndian: Bool

    init(number: UInt16, bits: Int = 64, isLittleEndian: Bool = true) {
        self.number = number
        self.bits = bits
        self.isLittleEndian = isLittleEndian
    }

    /// What this host was compiled for; 0, "no machine", where nobody has looked yet.
    static var host: ELFMachine {
        #if arch(x86_64)
            ELFMachine(number: 62)
        #elseif arch(arm64)
            ELFMachine(number: 183)
        #elseif arch(riscv64)
            ELFMachine(number: 243)
        #elseif arch(powerpc64le)
            ELFMachine(number: 21)
        #else
            ELFMachine(number: 0)
        #endif
    }

    /// "x86-64", "32-bit ARM", "big-endian 64-bit PowerPC", "machine 999".
    var name: String {
        let family = Self.families[number] ?? "machine \(number)"
        let width = Self.hasOneWidth.contains(number) && bits == 64 ? "" : "\(bits)-bit "
        return (isLittleEndian ? "" : "big-endian ") + width + family
    }

    /// The folder that Debian has for libraries of this machine.
    var libraryFolder: String { (Self.debianNames[number] ?? "unknown") + "-linux-gnu" }

    private static let debianNames: [UInt16: String] = [
        21: "powerpc64le", 62: "x86_64", 183: "aarch64", 243: "riscv64",
    ]

    private static let families: [UInt16: String] = [
        3: "x86", 8: "MIPS", 20: "PowerPC", 21: "PowerPC", 22: "s390", 40: "ARM", 62: "x86-64", 183: "AArch64",
        243: "RISC-V", 258: "LoongArch",
    ]

    /// Machines whose name says 64 bits.
    private static let hasOneWidth: Set<UInt16> = [62, 183]
}
