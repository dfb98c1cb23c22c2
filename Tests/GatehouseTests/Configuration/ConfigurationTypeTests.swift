import Testing

struct ConfigurationTypeTests {
    @Test(arguments: Self.types)
    func `a value of the wrong type is told with its line, its key path and a cure`(mistake: Mistake) {
        #expect(Mistake.found(in: mistake.yaml) == mistake.problems)
    }

    static let types = [
        Mistake(
            "a list as the file", "- module: m\n",
            "1: expected a mapping, found a list. Write it as `modules: []`. [config.type]"),
        Mistake(
            "text as the file", "modules\n",
            "1: expected a mapping, found text. Write it as `modules: []`. [config.type]"),
        Mistake(
            "modules as a mapping", "modules:\n  module: m\n",
            "1: modules: expected a list, found a mapping. "
                + "Write a list: every item on a line of its own, after `- `. [config.type]"),
        Mistake(
            "entries that are no mappings", "modules:\n  - list_spam_checker\n  - [a]\n  - 5\n  -\n",
            "2: modules.0: expected a mapping, found text. Write it as `module: NAME`. [config.type]",
            "3: modules.1: expected a mapping, found a list. Write it as `module: NAME`. [config.type]",
            "4: modules.2: expected a mapping, found a number. Write it as `module: NAME`. [config.type]",
            "5: modules.3: expected a mapping, found nothing. Write it as `module: NAME`. [config.type]"),
        Mistake(
            "texts that YAML takes for something else", "modules:\n  - module: 5\n  - module: off\n  - module: 1.5\n",
            "2: modules.0.module: expected text, found a number. Put quotes around it. [config.type]",
            "3: modules.1.module: expected text, found true or false. Put quotes around it. [config.type]",
            "4: modules.2.module: expected text, found a number. Put quotes around it. [config.type]"),
        Mistake(
            "a list as a name", "modules:\n  - module: m\n    name: [a, {b: 1, b: 2}]\n",
            "3: modules.0.name: expected text, found a list. Write one text here. [config.type]",
            "3: modules.0.name.1.b: the key is written twice, first on line 3. "
                + "Keep one of the two. [config.duplicate-key]"),
        Mistake(
            "a tag on a name", "modules:\n  - module: !secret m\n",
            "2: modules.0.module: expected text, found the tag `!secret`. Put quotes around it. [config.type]"),
        Mistake(
            "a module path that is no list", "module_path: /opt/modules\n",
            "1: module_path: expected a list, found text. "
                + "Write a list: every item on a line of its own, after `- `. [config.type]"),
        Mistake(
            "folders that are no texts", "module_path:\n  - /opt\n  - 7\n  - {a: b}\n",
            "3: module_path.1: expected text, found a number. Put quotes around it. [config.type]",
            "4: module_path.2: expected text, found a mapping. Write one text here. [config.type]"),
        Mistake(
            "a flag in quotes", "allow_writable_paths: \"yes\"\n",
            "1: allow_writable_paths: expected true or false, found text. "
                + "Write true or false, without quotes. [config.type]"),
        Mistake(
            "presence as text", "presence: on\n",
            "1: presence: expected a mapping, found true or false. "
                + "Write it as `presence_router: {module: NAME}`. [config.type]"),
        Mistake(
            "a list of presence routers", "presence:\n  presence_router:\n    - module: m\n",
            "2: presence.presence_router: expected a mapping, found a list. Write it as `module: NAME`. [config.type]"),
    ]
}
