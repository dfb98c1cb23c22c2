import JSONText
import Logging
import Testing

@testable import ModuleLoader

/// Instances in the order of the configuration, all of them or none.
@Suite struct LoadedModulesTests {
    let host: TestHost

    init() throws { host = try TestHost() }

    @Test func `All are configured before the first is created, and ended in reverse order`() throws {
        let modules = try host.load(host.lifecycle("one"), host.lifecycle("two"), host.lifecycle("three"))
        let made = [
            "configure one", "configure two", "configure three", "create one", "create two", "create three",
        ]
        #expect(host.journal == made)
        #expect(modules.ofFiles.map(\.name) == ["one", "two", "three"])
        #expect(modules.ofFiles.map(\.number) == [1, 2, 3])
        modules.destroy()
        #expect(host.journal == made + ["destroy three", "destroy two", "destroy one"])
    }

    @Test func `Each instance logs under its name, where the host does unless told otherwise`() throws {
        let requests = [try host.lifecycle("one"), try host.lifecycle("two")]
        let options = LoadOptions(modulePath: TestModules.folders, folder: "/nowhere", allowWritablePaths: true)
        var logger = host.log.logger
        logger.logLevel = .error
        let usual = try LoadedModules.load(requests, options, layouts: TableLayout.all, logger: logger)
        let others = try LoadedModules.load(
            requests, options, layouts: TableLayout.all, logger: logger, moduleLogger: { Logger(label: "its \($0)") })
        let labels = [usual, others].map { $0.instances.map(\.place.logger.label) }
        #expect(labels == [["one", "two"], ["its one", "its two"]])
        #expect(usual.instances.allSatisfy { $0.place.logger.logLevel == .error })
        #expect(others.instances.map { $0.place.logger[metadataKey: "module"] } == ["one", "two"])
        for modules in [usual, others] { modules.destroy() }
    }

    @Test func `Instances are ended once`() throws {
        let modules = try host.load(host.lifecycle("one"))
        for _ in 0..<3 { modules.destroy() }
        #expect(host.journal == ["configure one", "create one", "destroy one"])
    }

    @Test func `Without entries there is nothing, and that is no mistake`() throws {
        let modules = try host.load()
        #expect(modules.ofFiles.isEmpty)
        modules.destroy()
    }

    @Test func `All mistakes of all entries come out in one go, and nothing is created`() throws {
        let mistakes: JSONObject = ["evil_users": [1, "@a:x", .null], "good_users": []]
        let refusals = host.refusals(
            host.missing("lifecicle", "typo"), try host.entry("needy", "needy"),
            try host.entry("list_spam_checker", "list", mistakes), try host.lifecycle("fine"),
            try host.lifecycle("bad", ["refuse": ["configure": [["a.0", "is bad"], ["", "is worse"]]]]))
        let list = "x.yaml (list).config"
        let folders = TestModules.folders.map { "\($0)/lifecicle.so" }
        #expect(
            refusals == [
                "x.yaml (typo): there is no \(folders.joined(separator: ", nor ")) [module.file.missing]",
                "x.yaml (needy): it requires the service gatehouse.http/1, and this host offers none "
                    + "[module.service.missing]",
                "x.yaml (needy): it requires the service example.clock/2, and this host offers none "
                    + "[module.service.missing]",
                "\(list).evil_users.0: must be a user id, a string [module.configure.refused]",
                "\(list).evil_users.2: must be a user id, a string [module.configure.refused]",
                "\(list).good_users: there is no such setting; the only one is \"evil_users\" "
                    + "[module.configure.refused]",
                "x.yaml (bad).config.a.0: is bad [module.configure.refused]",
                "x.yaml (bad).config: is worse [module.configure.refused]",
            ])
        #expect(host.journal == ["configure fine", "configure bad"])
    }

    @Test func `Where one refuses to be created those before it are ended in reverse order`() throws {
        let refusals = host.refusals(
            try host.lifecycle("one"), try host.lifecycle("two"),
            try host.lifecycle("three", ["refuse": ["create": [["port", "is taken"], ["host", "is down"]]]]),
            try host.lifecycle("four"))
        #expect(
            refusals == [
                "x.yaml (three).config.port: is taken [module.create.refused]",
                "x.yaml (three).config.host: is down [module.create.refused]",
            ])
        #expect(
            host.journal.filter { !$0.hasPrefix("configure") } == [
                "create one", "create two", "create three", "destroy three", "destroy two", "destroy one",
            ])
    }

    @Test(arguments: ["configure", "create"], [0, 2, 3, 4, 5] as [Int64])
    func `An entry that says anything but next, and no reason, is refused with the word`(_ entry: String, _ word: Int64)
        throws
    {
        let refusals = host.refusals(try host.lifecycle("one", ["returns": [entry: .integer(word)]]))
        #expect(
            refusals == ["x.yaml (one): its \(entry) returned \(word) and gave no reason [module.\(entry).refused]"])
        #expect(!host.journal.contains("destroy one"))
    }

    @Test func `What create made is ended where it said next, and what else it said not`() throws {
        let refused: JSONValue = ["create": [["port", "is taken"]]]
        _ = host.refusals(try host.lifecycle("said", ["refuse": refused]))
        #expect(host.journal.suffix(2) == ["create said", "destroy said"])
        _ = host.refusals(try host.lifecycle("unsaid", ["refuse": refused, "returns": ["create": 3]]))
        #expect(host.journal.last == "create unsaid")
    }

    @Test func `What is odd about a module is logged, with the place where it is listed`() throws {
        let modules = try host.load(host.entry("mute", "one"), host.entry("bare", "two"), host.entry("mute", "three"))
        let warning = "it implements no callback that this host knows"
        #expect(host.log.messages == ["x.yaml (one): \(warning)", "x.yaml (three): \(warning)"])
        #expect(host.log.lines.map(\.level) == [.warning, .warning])
        modules.destroy()
    }

    @Test func `A refusal counts, also where next is returned`() throws {
        let refusals = host.refusals(
            try host.lifecycle("one", ["refuse": ["configure": [["a", "is bad"]]], "returns": ["configure": 1]]))
        #expect(refusals == ["x.yaml (one).config.a: is bad [module.configure.refused]"])
    }

    @Test func `A file that is listed twice makes two instances of one image`() throws {
        let modules = try host.load(host.lifecycle("left"), host.entry("bare", "middle"), host.lifecycle("right"))
        #expect(modules.ofFiles[0].image === modules.ofFiles[2].image)
        #expect(modules.ofFiles[0].image !== modules.ofFiles[1].image)
        #expect(
            modules.ofFiles.map { $0.ask("spam_checker.user_may_create_room") } == [nil, .answered(.denial), nil])
        #expect(host.log.lines.map(\.metadata) == [["module": "left"], ["module": "right"]])
        modules.destroy()
        #expect(host.journal.suffix(2) == ["destroy right", "destroy left"])
    }

    @Test func `Each instance has its own section of the configuration`() throws {
        let modules = try host.load(
            host.entry(
                "scripted", "one", ["callback": "spam_checker.user_may_invite", "answer": ["deny_code": "M_ONE"]]),
            host.entry(
                "scripted", "two", ["callback": "spam_checker.user_may_invite", "answer": ["deny_code": "M_TWO"]]))
        let answers = modules.ofFiles.map { $0.ask("spam_checker.user_may_invite") }
        let none = JSON([:])
        #expect(
            answers == [
                .answered(.denialWithCode("M_ONE", fields: none)), .answered(.denialWithCode("M_TWO", fields: none)),
            ])
        modules.destroy()
    }

    @Test func `A module that keeps nothing is neither configured nor created nor ended`() throws {
        let modules = try host.load(host.entry("bare", "one", ["whatever": 1]), host.entry("bare", "two"))
        #expect(modules.ofFiles[0].ask("spam_checker.user_may_create_room") == .answered(.denial))
        modules.destroy()
        #expect(modules.ofFiles[1].ask("spam_checker.user_may_create_room") == .answered(.denial))
    }

    @Test func `The example modules load together`() throws {
        let modules = try host.load(
            host.entry("list_spam_checker", "list", ["evil_users": ["@evil:x"]]),
            host.entry("house_rules", "house", ["server": "x"]), host.entry("presence_router", "router"))
        #expect(modules.ofFiles.map(\.image.module.name) == ["list_spam_checker", "house_rules", "presence_router"])
        modules.destroy()
    }
}
