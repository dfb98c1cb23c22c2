import Testing

struct ConfigurationMistakeTests {
    @Test(arguments: Self.values + Self.names)
    func `a value that cannot be meant is told with its line, its key path and a cure`(mistake: Mistake) {
        #expect(Mistake.found(in: mistake.yaml) == mistake.problems)
    }

    static let values = [
        Mistake(
            "empty texts", "module_path: ['']\nmodules:\n  - module: ''\n  - module: m\n    name: \"\"\n",
            "1: module_path.0: the text is empty. Write something, or remove the key. [config.value]",
            "3: modules.0.module: the text is empty. Write something, or remove the key. [config.value]",
            "5: modules.1.name: the text is empty. Write something, or remove the key. [config.value]"),
        Mistake(
            "a hash that is none", "modules:\n  - module: m\n    sha256: sha256:9f86d081\n",
            "3: modules.0.sha256: expected 64 hexadecimal digits, found \"sha256:9f86d081\". "
                + "Write what `sha256sum` prints for the module's file. [config.value]"),
        Mistake(
            "a hash that YAML takes for a number",
            "modules: [{module: m, sha256: \(String(repeating: "1", count: 64))}]\n",
            "1: modules.0.sha256: expected text, found a number. Put quotes around it. [config.type]"),
        Mistake(
            "one mistake that an alias brings to two places",
            "modules:\n  - module: a\n    config: &c {x: .inf}\n  - module: b\n    config: *c\n",
            "3: modules.0.config.x: .inf is no number that JSON has. "
                + "Put quotes around it if it is meant as text. [config.value]"),
    ]

    static let names = [
        Mistake(
            "one module twice", "modules:\n  - module: m\n  - module: /opt/m.so\n  - {name: m, module: n}\n",
            "3: modules.1: the name `m` is already taken by gatehouse.yaml:2: modules.0. "
                + "Give one of the two a `name` of its own. [config.duplicate-name]",
            "4: modules.2: the name `m` is already taken by gatehouse.yaml:2: modules.0. "
                + "Give one of the two a `name` of its own. [config.duplicate-name]"),
        Mistake(
            "the presence router has the name of a module",
            "presence:\n  presence_router:\n    module: m\nmodules:\n  - module: m\n",
            "2: presence.presence_router: the name `m` is already taken by gatehouse.yaml:5: modules.0. "
                + "Give one of the two a `name` of its own. [config.duplicate-name]"),
    ]

    @Test func `a dozen mistakes come out at once, in the order of their lines`() {
        let yaml = """
            module_path: /opt/modules
            allow_writable_paths: maybe
            presence:
              presence_router:
                config: {a: 1}
            modules:
              - module: a
                confg: {}
              - just_a_name
              - module: 7
                sha256: abc
              - module: b
                config:
                  limit: 99999999999999999999
                  users: [x]
                  1: one
                  users: [y]
              - module: b
            plugins: []
            """
        let problems = Mistake(
            "", yaml,
            "1: module_path: expected a list, found text. "
                + "Write a list: every item on a line of its own, after `- `. [config.type]",
            "2: allow_writable_paths: expected true or false, found text. "
                + "Write true or false, without quotes. [config.type]",
            "4: presence.presence_router: the key `module` is missing. "
                + "Add the module's name or its path. [config.missing-key]",
            "8: modules.0.confg: unknown key. Did you mean `config`? [config.unknown-key]",
            "9: modules.1: expected a mapping, found text. Write it as `module: NAME`. [config.type]",
            "10: modules.2.module: expected text, found a number. Put quotes around it. [config.type]",
            "11: modules.2.sha256: expected 64 hexadecimal digits, found \"abc\". "
                + "Write what `sha256sum` prints for the module's file. [config.value]",
            "14: modules.3.config.limit: 99999999999999999999 is no whole number of 64 bits. "
                + "Put quotes around it if it is meant as text. [config.value]",
            "16: modules.3.config.1: expected text as the key, found a number. "
                + "Put quotes around the key. [config.type]",
            "17: modules.3.config.users: the key is written twice, first on line 15. "
                + "Keep one of the two. [config.duplicate-key]",
            "18: modules.4: the name `b` is already taken by gatehouse.yaml:12: modules.3. "
                + "Give one of the two a `name` of its own. [config.duplicate-name]",
            "19: plugins: unknown key. "
                + "Known here: `module_path`, `allow_writable_paths`, `data_folder`, `deadline`, `deadlines`, "
                + "`workers`, `modules`, `spam_checker`, `third_party_event_rules`, `presence`, `password_providers`, "
                + "`listen`, `socket`, `socket_mode`, `token_file`, `body_limit`, `web_body_limit`, `call_limit`, "
                + "`client_timeout`, `drain_time`, `log_format`, `log_level`, `media_folder`, `server_name`. [config.unknown-key]"
        ).problems
        #expect(Mistake.found(in: yaml) == problems)
    }
}
