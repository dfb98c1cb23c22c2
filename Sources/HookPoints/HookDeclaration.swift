public import ForeignCalls
package import ModuleLoader

/// A question of the application, as it declares it.
public struct HookDeclaration: Sendable {
    /// `billing.may_charge`
    public let name: String
    public let signature: Signature
    public let rule: HookRule
    public let failureRule: HookFailureRule
    /// Loading fails where no module offers a function for it.
    public let isRequired: Bool

    public init(
        _ name: String, _ signature: Signature, rule: HookRule, onFailure: HookFailureRule = .propagate,
        isRequired: Bool = false
    ) {
        (self.name, self.signature, self.rule) = (name, signature, rule)
        (failureRule, self.isRequired) = (onFailure, isRequired)
    }

    /// Everything that is wrong with it.
    ///
    /// - Parameter subject: where it is declared.
    package func problems(subject: String) -> [Problem] {
        var causes: [String] = []
        if !isNamed { causes.append("\(name.debugDescription) is no name of a hook, such as billing.may_charge") }
        if let fault = rule.fault(with: signature) { causes.append("the rule `\(rule.rawValue)` \(fault)") }
        if let fault = failureRule.fault(with: signature) {
            causes.append("the failure rule `\(failureRule.rawValue)` \(fault)")
        }
        if signature.parameters.count > Signature.mostParameters { causes.append("it has too many parameters") }
        return causes.map {
            Problem("hook.declaration", subject, $0, cure: "The page Hook points of the documentation says what goes.")
        }
    }

    /// As those of callbacks: a word for the application's part, a point, a word for the question.
    private var isNamed: Bool {
        let words = name.split(separator: ".", omittingEmptySubsequences: false)
        return words.count == 2 && words.allSatisfy(\.isHookWord) && name.utf8.count <= 100
    }
}

/// What the rule means for the chain.
extension HookDeclaration {
    var pass: HookPass {
        switch rule {
        case .firstFalse: .ifTrue
        case .firstTrue: .ifFalse
        case .firstAnswer: .ifNull
        case .tellAll: .always
        case .sum, .foldLeft: .none
        }
    }

    var stopsAtAnswer: Bool { rule == .firstFalse || rule == .firstTrue || rule == .firstAnswer }
}

extension Substring {
    /// Small letters, digits and underscores.
    fileprivate var isHookWord: Bool {
        !isEmpty && unicodeScalars.allSatisfy { "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0 == "_" }
    }
}
