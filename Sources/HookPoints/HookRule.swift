import ForeignCalls

/// How the results of several modules combine to the hook's. One word a hook; declared, not coded.
public enum HookRule: String, CaseIterable, Sendable {
    /// The first module that says false decides; true where none does.
    case firstFalse = "first false"
    /// The first module that says true decides; false where none does.
    case firstTrue = "first true"
    /// The first module that returns something decides; nothing where none does.
    case firstAnswer = "first answer"
    /// All are told. There is no result.
    case tellAll = "tell all"
    /// The sum of all results; 0 where there is none.
    case sum
    /// Each gets what the one before it returned as its first argument, and the caller gets what the last one returned.
    case foldLeft = "fold left"

    /// Why a signature does not go with this rule; nil: it does.
    func fault(with signature: Signature) -> String? {
        let result = signature.result.map(\.rawValue) ?? "void"
        switch self {
        case .firstFalse, .firstTrue: return signature.result == .bool ? nil : "needs the result bool, not \(result)"
        case .firstAnswer:
            return signature.result?.isNullable == true ? nil : "needs a result that may be absent, not \(result)"
        case .tellAll: return signature.result == nil ? nil : "needs the result void, not \(result)"
        case .sum:
            let isNumber = signature.result.map { $0.isFloat || $0.integers != nil } ?? false
            return isNumber ? nil : "needs a number as the result, not \(result)"
        case .foldLeft:
            guard let type = signature.result else { return "needs a result, not void" }
            return signature.parameters.first?.type == type ? nil : "needs a first parameter of the result's type"
        }
    }
}

/// What a module that fails does to a hook's call: one that throws a C++ exception, or returns what is no value of the
/// result's type.
public enum HookFailureRule: String, CaseIterable, Sendable {
    /// The call throws.
    case propagate
    /// It is logged and the next module is asked.
    case skip = "log and go on"
    /// The result is false.
    case refuse
    /// The result is true.
    case allow

    func fault(with signature: Signature) -> String? {
        let needsBool = self == .refuse || self == .allow
        return needsBool && signature.result != .bool ? "needs the result bool" : nil
    }
}
