import Testing

@testable import ModuleLoader

@Suite struct NearMissTests {
    @Test(arguments: [
        ("list_spam_cheker", "list_spam_checker"), ("list-spam-checker", "list_spam_checker"), ("Greylist", "greylist"),
        ("lobby", "lobby"), ("gerylist", "greylist"),
    ])
    func `A mistyped name finds the one that was meant`(_ typed: String, _ meant: String) {
        #expect(NearMiss.closest(to: typed, among: ["list_spam_checker", "greylist", "lobby"]) == meant)
    }

    @Test(arguments: ["", "a", "webhook", "li"])
    func `Nothing is near to a name that is too short or too different`(_ typed: String) {
        #expect(NearMiss.closest(to: typed, among: ["b", "greylist", "ab"]) == nil)
    }

    @Test func `The fewest edits win and the first of equals`() {
        #expect(NearMiss.closest(to: "module", among: ["modules", "module1", "modulo"]) == "modules")
        #expect(NearMiss.closest(to: "module", among: ["moduleXX", "modulo"]) == "modulo")
    }
}
