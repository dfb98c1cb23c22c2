import CallbackChains
import Gatehouse
import JSONText
import MatrixCallbacks

extension Callback {
    /// A result in the words of chain cases: what Synapse's chain returned or raised.
    func form(of result: CallResult, _ arguments: JSONValue) -> JSONValue {
        switch result.outcome {
        case .next: ["returned": .object(neutral(arguments))]
        case .answered(let answer): ["returned": .object(members(of: answer))]
        case .failed(.plain) where failure == .propagateWrapped: ["raised": ["module_failed": true]]
        case .failed(.plain) where result.held == .invalidAnswer(.fail): ["raised": ["invalid_answer": true]]
        case .failed(let failure): ["raised": .object(failure.members)]
        case .cancelled: ["raised": "cancelled"]
        }
    }

    private func neutral(_ arguments: JSONValue) -> JSONObject {
        switch reply {
        case .notice: return ["done": true]
        case .truth: return ["value": false]
        case .text, .number, .login, .renewal, .limits, .override, .update: return ["value": .null]
        case .object: return ["value": rule == .merge ? [:] : .null]
        case .users: return ["users": []]
        case .presence: return ["users": [:]]
        case .rewriting:
            guard case .object(let members) = arguments else { return [:] }
            return ["rewrite": members["request_content"] ?? .null]
        default: return ["allow": true]
        }
    }
}
