import Testing

@testable import ModuleLoader

@Suite struct ModuleSearchTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.folder("one")
        try folder.folder("two")
    }

    private func search(_ reference: String) -> ModuleSearch {
        ModuleSearch(for: reference, subject: "modules[0]", on: [folder("one"), "two"], relativeTo: folder.path)
    }

    private func problem(_ reference: String) throws -> Problem {
        let found = problems { () throws(Problems) in _ = try search(reference).found() }
        return try #require(found.first)
    }

    @Test func `A name is the .so in the first folder that has it`() throws {
        let second = try folder.file("two/lobby.so")
        #expect(try search("lobby").found().text == second)
        let first = try folder.file("one/lobby.so")
        #expect(try search("lobby").found().text == first)
    }

    @Test func `Something with a slash starts from the configuration's folder and is not searched for`() throws {
        let file = try folder.file("one/lobby.so")
        #expect(try search("one/lobby.so").found().text == file)
        #expect(try search(file).found().text == file)
        #expect(try problem("./lobby.so").code == "module.file.missing")
    }

    @Test func `A module that is nowhere names all places`() throws {
        let problem = try problem("lobby")
        #expect(problem.code == "module.file.missing")
        #expect(problem.subject == "modules[0]")
        #expect(problem.cause == "there is no \(folder("one/lobby.so")), nor \(folder("two/lobby.so"))")
    }

    @Test func `A near miss is offered in the form in which it was asked for`() throws {
        try folder.file("two/list_spam_checker.so")
        #expect(try problem("list_spam_cheker").cure == "Did you mean list_spam_checker?")
        #expect(try problem("list_spam_checker.so").cure == "Did you mean list_spam_checker?")
        #expect(try problem("two/list_spam_cheker.so").cure == "Did you mean two/list_spam_checker.so?")
        #expect(try problem("two/list_spam_checker").cure == "Did you mean two/list_spam_checker.so?")
        #expect(try !problem("list_lobby").cure.contains("Did you mean"))
    }

    @Test func `Files that are no .so are no near miss`() throws {
        try folder.file("one/lobby.txt")
        #expect(try !problem("loby").cure.contains("Did you mean"))
    }

    @Test func `Without folders a name is found nowhere and the cure says so`() throws {
        let search = ModuleSearch(for: "lobby", subject: "modules[0]", on: [], relativeTo: folder.path)
        let problem = try #require(problems { () throws(Problems) in _ = try search.found() }.first)
        #expect(problem.cause.contains("no folder is listed"))
    }

    @Test(arguments: ["mjolnir.AntiSpam", "synapse_rules.checks.RuleChecker"])
    func `What looks like a class in Python is told apart from a name`(reference: String) throws {
        #expect(
            try problem(reference).cure.hasPrefix("This looks like a class in Python: those stay in homeserver.yaml"))
    }

    @Test(arguments: ["lobby", "lobby.v2", "Lobby", "./mjolnir.AntiSpam", "lobby..Spam", "7.Spam"])
    func `Nothing else looks like one`(reference: String) throws {
        #expect(try !problem(reference).cure.contains("Python"))
    }

    @Test func `An empty name is missing, even where a file is called .so`() throws {
        try folder.file("one/.so")
        #expect(try problem("").cause == "neither a name nor a path is given")
    }

    @Test func `A name with a NUL inside is not the file before the NUL`() throws {
        try folder.file("one/lobby")
        let path = "\(folder("one/lobby"))\0.so"
        #expect(
            problems { () throws(Problems) in _ = try ModuleFile.open(path) }.map(\.code) == ["module.file.unreadable"])
    }

    @Test func `A link to nothing is found, so that the next folder cannot take its place`() throws {
        let link = try folder.link("one/lobby.so", to: "gone.so")
        try folder.file("two/lobby.so")
        #expect(try search("lobby").found().text == link)
    }
}
