import Testing

/// Yams refuses keys that are written twice, and all that follows; here they are mistakes like others.
struct ConfigurationDuplicateKeyTests {
    @Test(arguments: Self.mistakes)
    func `keys that are written twice do not hide other mistakes`(mistake: Mistake) {
        #expect(Mistake.found(in: mistake.yaml) == mistake.problems)
    }

    private static func twice(_ place: String, first: Int) -> String {
        "\(place): the key is written twice, first on line \(first). Keep one of the two. [config.duplicate-key]"
    }

    private static func again(_ place: String) -> String {
        "\(place): this key is written again further down in the same mapping. "
            + "Keep one of the two. [config.duplicate-key]"
    }

    private static func key(_ line: String, _ kind: String) -> String {
        "\(line): modules.0.config.?: expected text as the key, found \(kind). Use a text as the key. [config.type]"
    }

    static let mistakes = [
        Mistake(
            "a section twice, with mistakes in both", "modules:\n  - modul: a\nmodules:\n  - module: 1\n",
            "2: modules.0: the key `module` is missing. Add the module's name or its path. [config.missing-key]",
            "2: modules.0.modul: unknown key. Did you mean `module`? [config.unknown-key]",
            twice("3: modules", first: 1),
            "4: modules.0.module: expected text, found a number. Put quotes around it. [config.type]"),
        Mistake(
            "three times", "modules:\n  - module: a\n    name: x\n    name: y\n    name: z\n",
            twice("4: modules.0.name", first: 3), twice("5: modules.0.name", first: 3)),
        Mistake(
            "at several depths",
            "modules:\n- module: a\n  config:\n    x: {k: 1, l: 2, k: 3, l: 4}\n    \"x\": [{é: 1, é: 2}]\n",
            twice("4: modules.0.config.x.k", first: 4), twice("4: modules.0.config.x.l", first: 4),
            twice("5: modules.0.config.x", first: 4), twice("5: modules.0.config.x.0.é", first: 5)),
        Mistake(
            "in other words", "modules:\n- module: a\n  config: {&k x: *k, \"x\": 2, 'x': 3, ? x : 4}\n",
            twice("3: modules.0.config.x", first: 3), twice("3: modules.0.config.x", first: 3),
            twice("3: modules.0.config.x", first: 3)),
        Mistake(
            "numbers as keys", "modules:\n- module: a\n  config:\n    1: a\n    1: b\n",
            "4: modules.0.config.1: expected text as the key, found a number. Put quotes around the key. [config.type]",
            twice("5: modules.0.config.1", first: 4),
            "5: modules.0.config.1: expected text as the key, found a number. "
                + "Put quotes around the key. [config.type]"),
        Mistake(
            "merges", "modules:\n- module: a\n  config:\n    <<: {a: 1}\n    <<: {a: 1}\n",
            twice("5: modules.0.config.<<", first: 4)),
        Mistake(
            "lists and mappings as keys",
            "modules:\n- module: a\n  config:\n    [a]: 1\n    [a]: 2\n    {b: c}: 1\n    {b: c}: 2\n",
            key("4", "a list"), key("5", "a list"), key("6", "a mapping"), key("7", "a mapping")),
        Mistake(
            "an anchor on the key", "modules:\n- module: a\n  config:\n    &k x: 1\n    x: 2\n    y: *k\n",
            twice("5: modules.0.config.x", first: 4)),
        Mistake(
            "below a tag", "modules:\n- module: a\n  config: !x {k: 1, k: 2}\n",
            "3: modules.0.config: the tag `!x` means nothing here. Remove the tag. [config.value]"),
        Mistake(
            "with Windows' line ends", "modules:\r\n- module: a\r\n  name: b\r\n  name: c\r\n",
            twice("4: modules.0.name", first: 3)),
        Mistake(
            "before a syntax error",
            "modules:\n- module: a\n  name: b\n  name: c\nmodule_path: [{a: 1, a: 2}, {b: @}]\n",
            again("3:3"),
            again("5:16"),
            "5:33: found character that cannot start any token. "
                + "Put quotes around a text that starts with @, % or a backtick, "
                + "and indent with spaces, never with tabs. [config.syntax]"),
        Mistake(
            "where it cannot be read on: a tag on the key",
            "modules:\n- {module: a, module: b}\n- {!!str module: 1, module: 2}\n",
            again("2:4"), again("3:4")),
        Mistake(
            "where it cannot be read on: an alias as the key",
            "module_path: &k [a]\nmodules:\n- {*k : 1, *k : 2}\n", again("1:14")),
        Mistake(
            "where it cannot be read on: empty keys",
            "modules:\n- module: a\n  config: {? : 1, ? : 2}\n", again("3:14")),
    ]

    @Test func `a hundred of them are told, then reading stops`() {
        let lines = (0..<300).map { "k\($0 % 150): 1" }.joined(separator: "\n")
        #expect(Mistake.found(in: lines).count == 101)
    }
}
