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
        case (.tellAll, _) where failure == .propagate: ["all are told, until one fails"]
        case (.tellAll, _): ["all are told" + following("; then ", "")]
        case (.union, _): ["the union of all answers"]
        case (.unionOrAll, _): ["the union of all answers; \"everyone\" ends the chain"]
        case (.firstAnswer, _):
            ["the first answer decides" + (key == nil ? "" : ", among the modules that check this login type")]
        case (.merge, _): ["all answers are merged; of the same key the later one stays"]
        case (.exclusive, _): ["one module alone; a second one is refused when it is loaded"]
        case (.firstModule, _): ["the first module that takes part is asked, and it alone"]
        case (.giver, .notice): ["the module that gave the cookie is told, and it alone"]
        case (.giver, _): ["the module that gave the cookie is asked, and it alone"]
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
        case .skip: rule == .giver ? "logged" : "logged, and the next module is asked"
        case .fail500: "an error of the server (500), whatever it is"
        case .retry: "goes to the caller, which tries again and gives up after five in a row"
        }
    }

    var invalidPhrases: [String] {
        switch (invalid, reply) {
        case (.deny, .eventVerdict): ["denied with the stock text"]
        case (.deny, .objection): ["dropped", "hidden", "denied"]
        case (.deny, _): ["denied with M_FORBIDDEN"]
        case (.fail, _): ["a failure of the module"]
        case (.skip, _) where rule == .giver || rule == .exclusive: ["ignored"]
        case (.skip, .presence): ["ignored as a whole, and the next module is asked"]
        case (.skip, _): ["ignored, and the next module is asked"]
        }
    }
}
