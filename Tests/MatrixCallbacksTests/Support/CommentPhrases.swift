import CallbackChains
import MatrixCallbacks
import ModuleLoader

/// The wording of include/STYLE.md: the same words for the same rule in every comment.
extension Callback {
    var rulePhrases: [String] {
        switch (rule, reply) {
        case (.firstObjection, .objection):
            [
                "the first that objects decides", "the first that objects drops the event",
                "the first that objects hides the user",
            ]
        case (.firstObjection, .registration): ["the first that denies or shadow-bans decides"]
        case (.firstObjection, _): ["the first that denies decides" + following("; when none does, ", " is asked")]
        case (.firstObjectionOrReplacement, _): ["the first that denies or replaces decides"]
        case (.rewrite, _): ["each sees what the one before made of the request"]
        case (.tellAll, _): ["all are told" + following("; then ", "")]
        case (.union, _): ["the union of all answers"]
        case (.unionOrAll, _): ["the union of all answers; \"everyone\" ends the chain"]
        }
    }

    private func following(_ before: String, _ behind: String) -> String {
        guard let name = follows?.callback.split(separator: ".").last else { return "" }
        return before + name + behind
    }

    var failurePhrase: String {
        switch failure {
        case .propagate: "goes to the caller"
        case .propagateWrapped: "an error of the server (500); a failure with a status goes to the caller"
        case .deny403: "denied (403); a failure with a status goes to the caller"
        case .skip: "logged, and the next module is asked"
        }
    }

    var invalidPhrases: [String] {
        switch (invalid, reply) {
        case (.deny, .eventVerdict): ["denied with the stock text"]
        case (.deny, .objection): ["dropped", "hidden"]
        case (.deny, _): ["denied with M_FORBIDDEN"]
        case (.fail, _): ["a failure of the module"]
        case (.skip, .presence): ["ignored as a whole, and the next module is asked"]
        case (.skip, _): ["ignored, and the next module is asked"]
        }
    }
}
