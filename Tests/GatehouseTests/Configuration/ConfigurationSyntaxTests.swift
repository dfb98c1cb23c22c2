import Testing

struct ConfigurationSyntaxTests {
    @Test(arguments: Self.mistakes)
    func `what is no YAML is told with line and column`(mistake: Mistake) {
        #expect(Mistake.found(in: mistake.yaml) == mistake.problems)
    }

    static let unclear = "Check the indentation, the brackets and the quotes around this place. [config.syntax]"
    static let token =
        "Put quotes around a text that starts with @, % or a backtick, "
        + "and indent with spaces, never with tabs. [config.syntax]"

    static let alias =
        "Put an anchor, `&name`, at an earlier place, or quotes around a text that starts with *. [config.syntax]"

    static let mistakes = [
        Mistake(
            "a user ID without quotes", "modules:\n  - module: m\n    config: {users: [@a:b]}\n",
            "3:22: found character that cannot start any token. \(token)"),
        Mistake("a tab", "modules:\n\t- module: m\n", "2:1: found character that cannot start any token. \(token)"),
        Mistake(
            "a colon in a text", "modules:\n  - module: m: n\n",
            "2:14: mapping values are not allowed in this context. "
                + "Put quotes around a text that contains `: `, and check the indentation. [config.syntax]"),
        Mistake(
            "a list that is not closed", "module_path: [/a,\n  /b\nmodules:\n",
            "3:8: did not find expected ',' or ']', while parsing a flow sequence that starts on line 1. \(unclear)"),
        Mistake(
            "quotes that are not closed", "modules:\n  - module: \"m\n",
            "3:1: found unexpected end of stream, while scanning a quoted scalar that starts on line 2. \(unclear)"),
        Mistake(
            "wrong indentation", "  modules:\nmodule_path:\n", "2:1: did not find expected <document start>. \(unclear)"
        ),
        Mistake(
            "a star without quotes", "module_path: [*]\n",
            "1:16: did not find expected alphabetic or numeric character. "
                + "Put quotes around a text that starts with * or &. [config.syntax]"),
        Mistake(
            "an alias of nothing", "modules:\n  - *nothing\n",
            "2:5: found undefined alias. \(alias)"),
        Mistake(
            "an alias of what contains it", "modules: &all\n  - *all\n",
            "2:5: found undefined alias. \(alias)"),
        Mistake(
            "a control character", "# é\r\nmodules:\n  - module: \u{1}\n",
            "3:13: control characters are not allowed. Remove the character. [config.syntax]"),
        Mistake(
            "two documents, and a mistake in the first", "modul: 1\n---\nmodules:\n",
            "1: modul: unknown key. Did you mean `modules`? [config.unknown-key]",
            "3: there is a second document. Keep one; a line `---` starts another. [config.syntax]"),
        Mistake(
            "an empty second document", "modules:\n---\n",
            "3: there is a second document. Keep one; a line `---` starts another. [config.syntax]"),
        Mistake(
            "nesting without end", "modules: \(String(repeating: "[", count: 20_000))",
            "1:11: Maximum nesting level reached, set with yaml_set_max_nest_level()). Make it flatter. [config.syntax]"
        ),
    ]
}
