import Gatehouse
import JSONText
import ModuleLoader
import Testing

struct ConfigurationTests {
    @Test func `a whole file becomes one value`() throws {
        let yaml = """
            module_path: [/usr/lib/gatehouse/modules, more]
            allow_writable_paths: true
            modules:
              - module: list_spam_checker
                name: evil-list
                sha256: 9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08
                config:
                  evil_users: ["@evil:example.com"]
              - module: ./build/rules.so
            presence:
              presence_router:
                module: presence_router
                config: {always_send_to_users: ["@ops:example.com"]}
            """
        let expected = Configuration(
            modulePath: ["/usr/lib/gatehouse/modules", "more"],
            modules: [
                ModuleEntry(
                    "list_spam_checker", name: "evil-list",
                    sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    config: ["evil_users": ["@evil:example.com"]], origin: "/etc/g/gatehouse.yaml:4: modules.0"),
                ModuleEntry(
                    "./build/rules.so", name: "rules", config: [:], origin: "/etc/g/gatehouse.yaml:9: modules.1"),
            ],
            legacy: LegacyModules(
                presenceRouter: ModuleEntry(
                    "presence_router", config: ["always_send_to_users": ["@ops:example.com"]],
                    origin: "/etc/g/gatehouse.yaml:11: presence.presence_router")),
            allowWritablePaths: true,
            folder: "/etc/g")
        #expect(try Configuration(yaml: yaml, file: "/etc/g/gatehouse.yaml") == expected)
    }

    @Test(arguments: [
        "", "\n\n", "# nothing yet\n", "---\n", "---\n...\n", "~", "{}", "modules:", "modules: null", "modules: []",
        "\u{FEFF}modules:\nallow_writable_paths: false\n", "modules:\r\nmodule_path:\r\n",
        "module_path: ~\nallow_writable_paths: ~\nmodules: ~\npresence: ~", "presence: {}",
        "presence: {presence_router: }",
    ])
    func `a file that says nothing is no error`(yaml: String) throws {
        #expect(try Configuration(yaml: yaml, file: "gatehouse.yaml") == Configuration())
    }

    @Test(arguments: [
        ("gatehouse.yaml", "."), ("/gatehouse.yaml", "/"), ("/etc/gatehouse/gatehouse.yaml", "/etc/gatehouse"),
        ("here/g.yaml", "here"),
    ])
    func `relative paths are relative to the folder of the file`(file: String, folder: String) throws {
        #expect(try Configuration(yaml: "", file: file).folder == folder)
    }

    @Test(arguments: [
        "", "config:", "config: null", "config: {}", "config: []", "config: ''", "config: false", "config: 0",
        "config: 0.0",
    ])
    func `a config that says nothing becomes an empty object`(config: String) throws {
        let yaml = "modules:\n  - module: m\n    \(config)\n"
        #expect(try Configuration(yaml: yaml, file: "gatehouse.yaml").modules.map(\.config) == [[:]])
    }

    @Test func `a config need not be a mapping`() throws {
        let yaml = "modules: [{module: a, config: [1]}, {module: b, config: true}, {module: c, config: text}]"
        let configs: [JSONValue] = [[1], true, "text"]
        #expect(try Configuration(yaml: yaml, file: "gatehouse.yaml").modules.map(\.config) == configs)
    }

    @Test func `anchors, aliases and merges are resolved`() throws {
        let yaml = """
            modules:
              - &first
                module: a
                config: &shared {deep: &list [1, {x: y}], own: a}
              - module: b
                config: *shared
              - <<: *first
                name: c
              - module: d
                config: {<<: [{own: 1, first: 1}, *shared, {first: 2, last: 3}], deep: *list}
              - module: e
                config: {"<<": text, <<: {own: 1}, own: <<}
            """
        let shared: JSONValue = ["deep": [1, ["x": "y"]], "own": "a"]
        let expected: [ModuleEntry] = [
            ModuleEntry("a", config: shared, origin: "gatehouse.yaml:2: modules.0"),
            ModuleEntry("b", config: shared, origin: "gatehouse.yaml:5: modules.1"),
            ModuleEntry("a", name: "c", config: shared, origin: "gatehouse.yaml:7: modules.2"),
            ModuleEntry(
                "d", config: ["own": 1, "first": 1, "last": 3, "deep": [1, ["x": "y"]]],
                origin: "gatehouse.yaml:9: modules.3"),
            ModuleEntry("e", config: ["<<": "text", "own": "<<"], origin: "gatehouse.yaml:11: modules.4"),
        ]
        #expect(try Configuration(yaml: yaml, file: "gatehouse.yaml").modules == expected)
    }

    @Test func `members keep their order`() throws {
        let yaml = "modules: [{module: m, config: {z: 1, a: 2, m: 3}}]"
        guard case .object(let object) = try Configuration(yaml: yaml, file: "").modules.first?.config else {
            Issue.record("no object")
            return
        }
        #expect(object.members.map(\.key) == ["z", "a", "m"])
    }
}
