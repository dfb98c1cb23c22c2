import Testing

@testable import CallbackChains

@Suite struct ModuleMarkTests {
    @Test(arguments: [(0, 1, false), (0, 1, true), (7, 3, false), (1 << 30, (1 << 31) - 1, true)])
    func `A mark gives back what it was made of`(host: Int, module: Int, isPrompt: Bool) {
        let mark = ModuleMark(word: ModuleMark(host: host, module: module, isPrompt: isPrompt).word)
        #expect((mark.host, mark.module, mark.isPrompt) == (host, module, isPrompt))
    }

    @Test func `The mark of an instance of no host is its number`() {
        #expect(ModuleMark(module: 42).word == 42)
    }
}
