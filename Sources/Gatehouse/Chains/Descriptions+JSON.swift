import CallbackChains
package import JSONText

extension ChainDescription {
    /// What a server says of a chain.
    package var json: JSONValue {
        [
            "callback": .string(callback), "modules": .array(modules.map { .string($0) }),
            "rule": .string(rule.rawValue), "failure": .string(failureRule.rawValue),
            "invalid_answer": .string(invalidAnswerRule.rawValue), "no_answer": .string(unavailableRule.rawValue),
            "deadline_ms": .integer(deadline.nanoseconds / 1_000_000),
        ]
    }
}

extension ModuleDescription {
    /// What a server says of a module.
    package var json: JSONObject {
        [
            "name": .string(name), "module": .string(module), "version": text(version), "vendor": text(vendor),
            "licence": text(licence), "description": text(summary), "contract": text(contract),
            "path": text(path), "sha256": text(sha256), "callbacks": .array(callbacks.map { .string($0) }),
        ]
    }

    private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
