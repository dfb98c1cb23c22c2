import Testing

@testable import ModuleLoader

@Suite struct ELFMachineTests {
    @Test func `The machine of this host is known`() {
        #expect(ELFMachine.host.number != 0)
        #expect(!ELFMachine.host.name.contains("machine"))
    }

    @Test(arguments: [
        (ELFMachine(number: 62), "x86-64"), (ELFMachine(number: 183), "AArch64"),
        (ELFMachine(number: 243), "64-bit RISC-V"),
        (ELFMachine(number: 62, bits: 32), "32-bit x86-64"), (ELFMachine(number: 40, bits: 32), "32-bit ARM"),
        (ELFMachine(number: 21, isLittleEndian: false), "big-endian 64-bit PowerPC"),
        (ELFMachine(number: 7), "64-bit machine 7"),
    ])
    func `A machine has a name that a reader knows`(_ machine: ELFMachine, _ name: String) {
        #expect(machine.name == name)
    }
}
