import Gatehouse
import JSONText
import Testing

/// How the scalars below `config` become JSON.
struct ConfigurationValueTests {
    static let scalars: [(String, JSONValue)] = [
        ("~", .null), ("null", .null), ("", .null), ("''", ""), ("!!null x", .null),
        ("true", true), ("yes", true), ("Off", false), ("\"true\"", "true"), ("!!str yes", "yes"), ("! 5", "5"),
        ("0", 0), ("-7", -7), ("+7", 7), ("1_000", 1000), ("0x1F", 31), ("0o17", 15), ("017", 15), ("0b101", 5),
        ("1:30", 90), ("-1:30:00", -5400), ("!!int \"5\"", 5),
        ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
        ("1.5", .number(1.5)), ("-.5", "-.5"), (".5", .number(0.5)), ("2.", .number(2)), ("1e3", .number(1000)),
        ("1:30.5", .number(90.5)), ("08", .number(8)), ("!!float \"1\"", .number(1)),
        ("2024-02-29", "2024-02-29"), ("2024-02-29 12:00:00Z", "2024-02-29 12:00:00Z"),
        ("!!binary aGVsbG8=", "aGVsbG8="), ("=", "="), ("<<", "<<"), ("matrix.org:8448", "matrix.org:8448"),
        ("|\n      two\n      lines\n", "two\nlines\n"), ("\"\\u00e9\\0\"", "é\0"),
        ("{}", [:]), ("[]", []), ("[[1], {a: ~}]", [[1], ["a": .null]]),
    ]

    @Test(arguments: Self.scalars)
    func `scalars are resolved by YAML's usual rules`(yaml: String, expected: JSONValue) throws {
        let configuration = try Configuration(yaml: "modules:\n  - module: m\n    config:\n     v: \(yaml)", file: "")
        #expect(configuration.modules.first?.config == ["v": expected])
    }

    @Test(arguments: [
        (
            "9223372036854775808 -9223372036854775809 0xFFFFFFFFFFFFFFFF 9223372036854775807:59",
            "whole number of 64 bits"
        ),
        ("1:00:00:00:00:00:00:00:00:00:00:00:00:00 0b_ 0x_", "whole number of 64 bits"),
        (".nan .inf -.INF +.Inf 1e400 ._", "number that JSON has"),
    ])
    func `numbers that JSON does not have are problems`(values: String, kind: String) {
        let values = values.split(separator: " ")
        let problems = values.enumerated().map {
            "gatehouse.yaml:1: modules.0.config.\($0): \($1) is no \(kind). \(Self.quotes)"
        }
        let yaml = "modules: [{module: m, config: [\(values.joined(separator: ", "))]}]"
        #expect(Mistake.found(in: yaml) == problems)
    }

    static let quotes = "Put quotes around it if it is meant as text. [config.value]"

    @Test(arguments: [
        ("!!int five", "five is no whole number of 64 bits. \(quotes)"),
        ("!!float five", "five is no number that JSON has. \(quotes)"),
        ("!!bool maybe", "maybe is neither true nor false. \(quotes)"),
        ("!secret x", "the tag `!secret` means nothing here. Remove the tag. [config.value]"),
        ("!secret {a: b}", "the tag `!secret` means nothing here. Remove the tag. [config.value]"),
        ("!!omap [a: 1]", "the tag `tag:yaml.org,2002:omap` means nothing here. Remove the tag. [config.value]"),
        ("!!set {a}", "the tag `tag:yaml.org,2002:set` means nothing here. Remove the tag. [config.value]"),
    ])
    func `tags that do not fit are problems`(value: String, problem: String) {
        let found = Mistake.found(in: "modules: [{module: m, config: [\(value)]}]")
        #expect(found == ["gatehouse.yaml:1: modules.0.config.0: \(problem)"])
    }

    /// Forty times two of the one before.
    private static func bomb(_ level: (_ name: Int, _ before: Int) -> String) -> String {
        "modules:\n- module: m\n  config:\n    l0: &l0 {x: y}\n"
            + (1...40).map { "    l\($0): &l\($0) \(level($0, $0 - 1))\n" }.joined() + "- modul: m\n"
    }

    @Test(arguments: [
        bomb { "[*l\($1), *l\($1)]" }, bomb { "{a: *l\($1), b: *l\($1)}" }, bomb { "{<<: [*l\($1), *l\($1)]}" },
    ])
    func `a few aliases of aliases do not make billions of values`(yaml: String) {
        let limit = yaml.utf8.count + 100_000
        let problems = Mistake.found(in: yaml)
        let problem = "aliases make more than \(limit) values of this file. Use fewer aliases. [config.value]"
        #expect(problems.count == 1 && problems[0].hasSuffix(problem))
    }

    @Test func `a long list is no bomb`() throws {
        let items = Array(repeating: "a", count: 110_000).joined(separator: ",")
        let configuration = try Configuration(yaml: "modules: [{module: m, config: [\(items)]}]", file: "")
        guard case .array(let read) = configuration.modules.first?.config else {
            Issue.record("no array")
            return
        }
        #expect(read.count == 110_000)
    }

    @Test func `a hundred levels are enough`() {
        func nested(_ levels: Int) -> String {
            let (open, close) = (String(repeating: "[", count: levels), String(repeating: "]", count: levels))
            return "modules: [{module: m, config: \(open)\(close)}, {module: n, config: \(open)\(close)}]"
        }
        let problem =
            "gatehouse.yaml:1: modules.0.config\(String(repeating: ".0", count: 97)): "
            + "nested deeper than 100 levels. Make it flatter. [config.value]"
        #expect(Mistake.found(in: nested(97)).isEmpty)
        #expect(Mistake.found(in: nested(98)) == [problem])
    }
}
