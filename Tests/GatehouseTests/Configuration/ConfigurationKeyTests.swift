import Testing

struct ConfigurationKeyTests {
    @Test(arguments: Self.keys)
    func `a key that is wrong or missing is told with its line, its key path and a cure`(mistake: Mistake) {
        #expect(Mistake.found(in: mistake.yaml) == mistake.problems)
    }

    static let keys = [
        Mistake(
            "unknown key at the top", "modules:\nmodule-path: []\n",
            "2: module-path: unknown key. Did you mean `module_path`? [config.unknown-key]"),
        Mistake(
            "unknown key in an entry", "modules:\n  - module: m\n    confg: {}\n",
            "3: modules.0.confg: unknown key. Did you mean `config`? [config.unknown-key]"),
        Mistake(
            "swapped letters", "modules:\n  - module: m\n    nmae: x\n    sah256: x\n",
            "3: modules.0.nmae: unknown key. Did you mean `name`? [config.unknown-key]",
            "4: modules.0.sah256: unknown key. Did you mean `sha256`? [config.unknown-key]"),
        Mistake(
            "unknown key that resembles none", "modules:\n  - module: m\n    priority: 3\n",
            "3: modules.0.priority: unknown key. "
                + "Known here: `module`, `name`, `sha256`, `config`, `secrets`, `grants`, `deadline`. "
                + "[config.unknown-key]"),
        Mistake(
            "unknown key in presence", "presence: {sound: true}",
            "1: presence.sound: unknown key. Known here: `presence_router`. [config.unknown-key]"),
        Mistake(
            "unknown key of a presence router", "presence:\n  presence_router:\n    module: m\n    modules: m\n",
            "4: presence.presence_router.modules: unknown key. Did you mean `module`? [config.unknown-key]"),
        Mistake(
            "mistakes below an unknown key", "moduls: [{a: 1, a: .nan}]",
            "1: moduls: unknown key. Did you mean `modules`? [config.unknown-key]",
            "1: moduls.0.a: the key is written twice, first on line 1. Keep one of the two. [config.duplicate-key]",
            "1: moduls.0.a: .nan is no number that JSON has. "
                + "Put quotes around it if it is meant as text. [config.value]"),
        Mistake(
            "missing module", "modules:\n  - name: m\n    config: {}\n  - {}\n",
            "2: modules.0: the key `module` is missing. Add the module's name or its path. [config.missing-key]",
            "4: modules.1: the key `module` is missing. Add the module's name or its path. [config.missing-key]"),
        Mistake(
            "module without a value", "modules:\n  - module:\n",
            "2: modules.0: the key `module` is missing. Add the module's name or its path. [config.missing-key]"),
        Mistake(
            "keys that are no text",
            "1: a\nmodules:\n  - module: m\n    config: {on: a, ~: b, 1.5: c, [x]: d, {y: z}: e}\n",
            "1: 1: expected text as the key, found a number. Put quotes around the key. [config.type]",
            "4: modules.0.config.on: expected text as the key, found true or false. "
                + "Put quotes around the key. [config.type]",
            "4: modules.0.config.~: expected text as the key, found nothing. Put quotes around the key. [config.type]",
            "4: modules.0.config.\"1.5\": expected text as the key, found a number. "
                + "Put quotes around the key. [config.type]",
            "4: modules.0.config.?: expected text as the key, found a list. Use a text as the key. [config.type]",
            "4: modules.0.config.?: expected text as the key, found a mapping. Use a text as the key. [config.type]"),
        Mistake(
            "a merge of something else",
            "modules:\n  - module: m\n    config:\n      <<: text\n      a: {<<: [{}, 1]}\n",
            "4: modules.0.config.<<: expected a mapping, found text. "
                + "Give `<<` a mapping, or a list of mappings. [config.type]",
            "5: modules.0.config.a.<<.1: expected a mapping, found a number. "
                + "Give `<<` a mapping, or a list of mappings. [config.type]"),
    ]
}
