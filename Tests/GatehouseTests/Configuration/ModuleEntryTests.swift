import Gatehouse
import JSONText
import ModuleLoader
import Testing

struct ModuleEntryTests {
    @Test(arguments: [
        ("list_spam_checker", "list_spam_checker"), ("rules.so", "rules"), ("/opt/m/rules.so", "rules"),
        ("./rules.so", "rules"), ("/opt/rules.v2.so", "rules.v2"), ("/opt/rules", "rules"), (".so", ".so"),
    ])
    func `an entry without a name is called as its file`(module: String, name: String) {
        #expect(ModuleEntry(module).name == name)
    }

    @Test func `an entry that is written in Swift knows its place in the configuration`() {
        var configuration = Configuration(
            modules: [ModuleEntry("a"), ModuleEntry("b", origin: "mine")],
            legacy: LegacyModules(presenceRouter: ModuleEntry("p")))
        configuration.modules.append(ModuleEntry("c"))
        #expect(configuration.modules.map(\.origin) == ["modules.0", "mine", "modules.2"])
        #expect(configuration.legacy.entries.map(\.entry.origin) == ["presence.presence_router"])
    }

    @Test func `names that clash are told of a configuration that is written in Swift too`() {
        let configuration = Configuration(
            modules: [ModuleEntry("a"), ModuleEntry("/opt/a.so"), ModuleEntry("b")],
            legacy: LegacyModules(presenceRouter: ModuleEntry("r", name: "a")))
        let expected = [
            "modules.1: the name `a` is already taken by modules.0. "
                + "Give one of the two a `name` of its own. [config.duplicate-name]",
            "presence.presence_router: the name `a` is already taken by modules.0. "
                + "Give one of the two a `name` of its own. [config.duplicate-name]",
        ]
        #expect(configuration.nameClashes().map(\.description) == expected)
    }

    @Test func `the same file under two names is no clash`() {
        #expect(Configuration(modules: [ModuleEntry("a"), ModuleEntry("a", name: "b")]).nameClashes().isEmpty)
    }
}
