import ForeignCalls
public import HookPoints
public import ModuleLoader

/// The hooks of an application as a file, for commands that look at modules without it:
///
/// ```yaml
/// hooks:
///   - name: billing.may_charge
///     signature: bool(str user, i64 cents)
///     rule: first false
///     on_failure: refuse
///     required: true
/// ```
public struct HookFile: Sendable {
    public let hooks: [HookDeclaration]

    /// - Throws: why the file cannot be read, or all its mistakes.
    public init(path: String) throws(Problems) {
        let file = try ConfigurationFile(given: path, environment: [:], namedBy: "`--hooks`")
        try self.init(yaml: file.text(), file: file.path)
    }

    /// - Parameter file: what messages call the file.
    /// - Throws: all mistakes of the text, in the order of its lines.
    public init(yaml: String, file: String) throws(Problems) {
        let findings = Findings(file: file, size: yaml.utf8.count)
        var hooks: [(place: YAMLValue, hook: HookDeclaration)] = []
        if let root = YAMLDocument.root(of: yaml, findings) {
            let read = YAMLValue(root: root, findings).section(like: "hooks: []") { keys in
                keys.optional("hooks") { $0.list { value in value.hook().map { (place: value, hook: $0) } } }
            }
            hooks = read ?? []
        }
        var names: Set<String> = []
        for (place, hook) in hooks where !names.insert(hook.name).inserted {
            place.report("hook.declaration", "\(hook.name) is declared twice", cure: "Keep one.")
        }
        try Problems.throwUnlessEmpty(findings.inLineOrder)
        self.hooks = hooks.map(\.hook)
    }
}

extension YAMLValue {
    fileprivate func hook() -> HookDeclaration? {
        section(like: "name: billing.may_charge") { keys in
            let name = keys.required("name", cure: "Name the hook.") { $0.text() }
            let signature = keys.required("signature", cure: "Write its signature.") { $0.signature() }
            let rule = keys.required("rule", cure: "Say how results combine.") { $0.word(of: HookRule.self) }
            let failure = keys.optional("on_failure") { $0.word(of: HookFailureRule.self) }
            let isRequired = keys.optional("required") { $0.flag() }
            guard let name, let signature, let rule else { return nil }
            let hook = HookDeclaration(
                name, signature, rule: rule, onFailure: failure ?? .propagate, isRequired: isRequired ?? false)
            for problem in hook.problems(subject: subject) { findings.add(problem, at: place) }
            return hook
        }
    }

    private func signature() -> Signature? {
        guard let text = text() else { return nil }
        do {
            return try Signature(text)
        } catch {
            return refuse(
                "config.value", "\(text.debugDescription), \(error)", cure: "Write it as `bool(str user, i64 cents)`.")
        }
    }

    private func word<Words: CaseIterable & RawRepresentable<String>>(of: Words.Type) -> Words? {
        guard let text = text() else { return nil }
        if let word = Words(rawValue: text) { return word }
        let known = Words.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        return refuse("config.value", "\(text.debugDescription) is no word for this", cure: "Known here: \(known).")
    }
}
