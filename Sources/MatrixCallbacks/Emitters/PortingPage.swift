import CallbackChains
import ModuleLoader

/// Writes the porting page of a category, from the catalogue alone: `Gatehouse.docc/Porting/`.
package enum PortingPage {
    package static func fileName(_ category: Category) -> String { SwiftName.type(category.name) + "Porting.md" }

    package static func markdown(_ category: Category) -> String {
        let head = [
            "# Port callbacks of \(category.name)", "",
            "Made by `gatehouse callbacks --porting DIR` from the catalogue.", "", "## Overview", "",
            "What stands in a Python module on the left, and the same in C, C++ and Swift. When a callback is asked, and",
            "by which rules, stands in <doc:\(SwiftName.type(category.name))Callbacks>; how a whole module is ported, in",
            "<doc:PortASynapseModule>.", "",
            "`text(...)` in Swift makes a `gh_str` of a literal; `gatehouse new --language swift` begins a module with it.",
            "Names stand for what the module has made: `fields`, `event` and `whole` for JSON, `whole` for all of what is",
            "rewritten, `limit` and `state` for records, the others for plain values. The 7 is a cookie, a number of the",
            "module's own (<doc:CookiesAndLogins>).",
        ]
        return (head + category.callbacks.flatMap { [""] + section($0) }).joined(separator: "\n") + "\n"
    }

    private static func section(_ callback: Callback) -> [String] {
        let rows = [signature(callback)] + PortedAnswer.all(of: callback)
        return ["## \(callback.name)", "", "| Python | C | C++ | Swift |", "| --- | --- | --- | --- |"]
            + rows.map { "| \($0.python) | \($0.c) | \($0.cpp) | \($0.swift) |" }
    }

    private static func signature(_ callback: Callback) -> PortedAnswer {
        let (name, kind) = (callback.name, callback.reply.nameInC)
        return PortedAnswer(
            PythonForm.signature(callback),
            "gh_outcome \(name)(void *self, const gh_\(name) *call, gh_\(kind)_reply *reply)",
            "outcome \(name)(const gh_\(name) &call, \(kind)_reply &reply) override",
            """
            func \(SwiftName.member(name))(_ call: UnsafePointer<gh_\(name)>, \
            _ reply: UnsafeMutablePointer<gh_\(kind)_reply>) -> gh_outcome
            """)
    }
}

/// A row of the page: the same in four languages, as code.
struct PortedAnswer {
    let python: String
    let c: String
    let cpp: String
    let swift: String

    init(_ python: String, _ c: String, _ cpp: String, _ swift: String) {
        self.python = python.isEmpty ? "nothing" : "`\(python)`"
        (self.c, self.cpp, self.swift) = ("`\(c)`", "`\(cpp)`", "`\(swift)`")
    }

    /// An answer by a helper of the contract, whose arguments are the same in C and Swift but for texts.
    init(_ python: String, helper: String, _ arguments: String = "", cpp: String, swift: String? = nil) {
        let call = { (arguments: String) in "return \(helper)(reply\(arguments.isEmpty ? "" : ", " + arguments))" }
        self.init(python, call(arguments) + ";", "return \(cpp);", call(swift ?? arguments))
    }

    static func all(of callback: Callback) -> [PortedAnswer] {
        let next = PortedAnswer(
            PythonForm.neutral(callback), "return GH_NEXT;", "return outcome::next;", "return GH_NEXT")
        return [next] + answers(callback) + failures
    }

    private static let failures = [
        PortedAnswer(
            #"raise ValueError("why")"#, #"return gh_fail(reply, GH_STR("why"));"#,
            #"throw std::runtime_error("why");"#,
            #"return gh_reply_fail(&reply.pointee.base, text("why"))"#),
        PortedAnswer(
            #"raise SynapseError(429, "Slow down", Codes.LIMIT_EXCEEDED)"#,
            #"return gh_fail_with(reply, 429, GH_M_LIMIT_EXCEEDED, GH_STR("Slow down"), GH_NO_JSON);"#,
            #"throw failure(429, "M_LIMIT_EXCEEDED", "Slow down");"#,
            """
            return gh_reply_fail_with(&reply.pointee.base, 429, text("M_LIMIT_EXCEEDED"), text("Slow down"), gh_json())
            """),
    ]
}
