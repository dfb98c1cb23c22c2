import CGatehouse
import CModuleCall
import Testing

@testable import ModuleLoader

/// The handshake: what a module does in its one exported function.
@Suite struct RegistrationTests {
    // - Safety: never written to.
    nonisolated(unsafe) private static let sample = unsafe fenced(SampleRecord.module)

    @Test func `A module that hands its record over is registered, and told so`() {
        var word: UInt32 = 0
        let registered = Registered { handshake in
            word = unsafe handshake.handOver(Self.sample)
            return word
        }
        #expect(word == 2)
        #expect(registered.problems == [])
        #expect(registered.warnings == [])
        #expect(registered.module?.name == "sample")
    }

    @Test func `A module learns who the host is`() {
        var seen: [String] = []
        _ = Registered { handshake in
            let host = unsafe handshake.host.pointee
            seen = unsafe ["\(host.size)", "\(host.major).\(host.minor)"]
            seen.append((try? unsafe Handed.text(host.name, "name")) ?? "")
            seen.append((try? unsafe Handed.text(host.version, "version")) ?? "")
            return 0
        }
        #expect(seen == ["\(unsafe MemoryLayout<gh_host_info>.size)", "1.0", "gatehouse", HostInfo.version])
    }

    @Test(arguments: [0, 1, 2, 3] as [UInt32]) func `A module that hands nothing over is refused, whatever it returns`(
        _ word: UInt32
    ) {
        let registered = Registered { _ in word }
        #expect(registered.codes == ["none"])
        #expect(registered.problems.first?.subject == "modules.0")
    }

    @Test func `Nothing is not a record`() {
        var word: UInt32 = 0
        let registered = Registered { handshake in
            word = unsafe handshake.handOver(nil)
            return word
        }
        #expect(word == 3)
        #expect(registered.codes == ["none"])
    }

    @Test func `A record is handed over once`() {
        let registered = Registered { handshake in
            _ = unsafe handshake.handOver(Self.sample)
            return unsafe handshake.handOver(Self.sample)
        }
        #expect(registered.codes == ["twice"])
        #expect(registered.problems.first?.cause == "its registration handed over 2 records")
    }

    @Test(arguments: [0, 1, 3, 4, 5, 0xFFFF_FFFF] as [UInt32])
    func `A module that does not return what it was told is refused`(_ word: UInt32) {
        let registered = Registered { handshake in
            _ = unsafe handshake.handOver(Self.sample)
            return word
        }
        #expect(registered.codes == ["outcome"])
        #expect(registered.problems.first?.cause == "its registration returned \(word)")
    }

    @Test(
        arguments: [
            ("it needs a newer kernel", "it needs a newer kernel"), ("", ""), (.absent, "it does not say why"),
            (.notUTF8, "it does not say why"), (.absurd, "it does not say why"),
        ] as [(Text, String)])
    func `A module may refuse the host, and is quoted`(_ message: Text, _ reason: String) {
        var word: UInt32 = 0
        let registered = Registered { handshake in
            word = handshake.refuse(message)
            return word
        }
        #expect(word == 3)
        #expect(registered.codes == ["refused"])
        #expect(registered.problems.first?.cause == "it refuses this host: \(reason)")
    }

    @Test func `A refusal counts more than a record`() {
        let registered = Registered { handshake in
            let word = unsafe handshake.handOver(Self.sample)
            _ = handshake.refuse("on second thoughts")
            return word
        }
        #expect(registered.codes == ["refused"])
    }

    @Test func `A module is told that its record is not taken`() {
        var record = unsafe SampleRecord.module
        unsafe record.name = gh_str()
        let bad = unsafe fenced(record)
        var word: UInt32 = 0
        let registered = Registered { handshake in
            word = unsafe handshake.handOver(bad)
            return word
        }
        #expect(word == 3)
        #expect(registered.codes == ["name"])
    }

    @Test func `What is wrong with the first record is told, and not what comes after`() {
        var record = unsafe SampleRecord.module
        unsafe record.major = 2
        let bad = unsafe fenced(record)
        let registered = Registered { handshake in
            _ = unsafe handshake.handOver(bad)
            return unsafe handshake.handOver(Self.sample)
        }
        #expect(registered.codes == ["version"])
    }

    @Test func `An exception in the registration is a problem with its text`() throws {
        let function = try unsafe TestModules.function(
            "throw_in_registration", of: "throwing", as: cm_register_function.self)
        let registered = unsafe Registered(function)
        #expect(registered.codes == ["exception"])
        #expect(registered.problems.first?.cause == "its registration threw: thrown at gatehouse")
    }

    @Test func `Without a registration to hand over to nothing is taken`() {
        var words: [UInt32] = []
        _ = Registered { handshake in
            let functions = unsafe handshake.into.pointee.functions.pointee
            var nobody = unsafe gh_registration(
                size: MemoryLayout<gh_registration>.size, functions: handshake.into.pointee.functions, data: nil)
            words = unsafe [
                functions.hand_over(nil, Self.sample), functions.refuse(nil, gh_str()),
                functions.hand_over(&nobody, Self.sample), functions.refuse(&nobody, gh_str()),
            ]
            return 0
        }
        #expect(words == [3, 3, 3, 3])
    }
}
