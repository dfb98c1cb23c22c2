import Testing

@testable import ModuleLoader

@Suite struct ELFHeaderTests {
    private func fault(_ bytes: [UInt8]) -> ELFFault? {
        do throws(ELFFault) {
            _ = try ELFHeader(bytes)
            return nil
        } catch {
            return error
        }
    }

    private func isTruncated(_ bytes: [UInt8]) -> Bool {
        if case .truncated = fault(bytes) { true } else { false }
    }

    @Test func `Needed libraries and run paths are read through the address of the text table`() throws {
        let header = try ELFHeader(
            SampleLibrary(needed: ["libc.so.6", "libfoo.so"], runPath: "$ORIGIN/lib:/opt/lib").bytes)
        #expect(header.needed == ["libc.so.6", "libfoo.so"])
        #expect(header.runPath == ["$ORIGIN/lib", "/opt/lib"])
        #expect(!header.wantsExecutableStack)
    }

    @Test func `The older run path counts only where there is no newer`() throws {
        #expect(try ELFHeader(SampleLibrary(olderRunPath: "/old").bytes).runPath == ["/old"])
        #expect(try ELFHeader(SampleLibrary(runPath: "/new", olderRunPath: "/old").bytes).runPath == ["/new"])
    }

    @Test func `A stack is executable where the file says so or says nothing`() throws {
        #expect(try ELFHeader(SampleLibrary(stackFlags: 7).bytes).wantsExecutableStack)
        #expect(try ELFHeader(SampleLibrary(stackFlags: nil).bytes).wantsExecutableStack)
    }

    @Test func `What is no ELF file is named`() {
        #expect(fault([]) == .notELF("an empty file"))
        #expect(fault(Array("hello\n".utf8)) == .notELF("a text file that begins with \"hello\""))
    }

    @Test func `Another machine, width or byte order is named`() {
        let library = SampleLibrary().bytes
        let other: UInt16 = ELFMachine.host.number == 243 ? 62 : 243
        #expect(fault(SampleLibrary(machine: other).bytes) == .architecture(ELFMachine(number: other).name))
        #expect(
            fault(library.replacing(at: 4, with: UInt8(1)).replacing(at: 18, with: UInt16(3)))
                == .architecture("32-bit x86"))
        let bigEndian = library.replacing(at: 5, with: UInt8(2)).replacing(at: 18, with: UInt16(22).byteSwapped)
        #expect(fault(bigEndian) == .architecture("big-endian 64-bit s390"))
        #expect(fault(SampleLibrary(machine: 999).bytes) == .architecture("64-bit machine 999"))
    }

    @Test(
        arguments: [(1, "an object file (.o)"), (2, "a program"), (4, "a core dump"), (9, "an ELF file of type 9")]
            as [(UInt16, String)])
    func `An ELF file of another type is named`(_ type: UInt16, _ name: String) {
        #expect(fault(SampleLibrary(type: type).bytes) == .notShared(name))
    }

    @Test func `A position-independent program is no library`() {
        #expect(fault(SampleLibrary(isProgram: true).bytes) == .notShared("a program (a position-independent one)"))
    }

    @Test func `A file without a dynamic section is no library`() {
        let isNote: UInt32 = 4
        let library = SampleLibrary().bytes.replacing(at: 64 + 56, with: isNote)
        #expect(
            fault(library)
                == .notShared("an ELF file without anything to link against (one of debug information alone?)"))
    }

    @Test(.enabled(if: exists("/bin/true"), "needs /bin/true"))
    func `A real program is no library`() throws {
        guard case .notShared = fault(try bytes(of: "/bin/true")) else {
            Issue.record("/bin/true passed for a library")
            return
        }
    }

    @Test(arguments: realLibraries) func `A real library is read`(_ path: String) throws {
        let header = try ELFHeader(try bytes(of: path))
        #expect(!header.needed.isEmpty)
        #expect(header.needed.allSatisfy { $0.contains(".so") })
        #expect(!header.wantsExecutableStack)
    }

    @Test(arguments: realLibraries) func `A real library is cut short at any length`(_ path: String) throws {
        let library = try bytes(of: path)
        for length in 4...4096 { #expect(isTruncated(Array(library.prefix(length))), "at \(length)") }
        for length in stride(from: 4097, to: library.count, by: 32_003) {
            #expect(isTruncated(Array(library.prefix(length))), "at \(length)")
        }
        #expect(isTruncated(Array(library.dropLast())))
    }

    @Test func `A small library is cut short at any length`() {
        let library = SampleLibrary(needed: ["libfoo.so"], runPath: "$ORIGIN").bytes
        for length in 4..<library.count { #expect(isTruncated(Array(library.prefix(length))), "at \(length)") }
    }

    // Where a number in a file is used: offsets, sizes, addresses, counts.

    @Test(arguments: [.max, .max - 7, 1 << 63, 1 << 32, 1 << 20, 0] as [UInt64])
    func `No number in any place makes the reader crash`(_ number: UInt64) {
        let library = SampleLibrary(needed: ["libfoo.so"], runPath: "$ORIGIN").bytes
        for place in 0..<(library.count - 8) { _ = fault(library.replacing(at: place, with: number)) }
    }

    @Test func `Offsets beyond the end are named by what they lead to`() {
        let library = SampleLibrary(needed: ["libfoo.so"]).bytes
        let huge = UInt64.max - 3
        #expect(fault(library.replacing(at: 32, with: huge)) == .truncated("its program headers"))
        #expect(fault(library.replacing(at: 40, with: huge)) == .truncated("its section headers"))
        #expect(fault(library.replacing(at: 64 + 8, with: huge)) == .truncated("its code and data"))
        #expect(fault(library.replacing(at: 64 + 3 * 56 + 8, with: huge)) == .truncated("the names that it refers to"))
    }
}
