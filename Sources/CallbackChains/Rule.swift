/// How the answers of several modules combine. One word a callback; what it does is in `Steps`.
public enum Rule: String, CaseIterable, Sendable {
    case firstObjection = "first that objects"
    case firstObjectionOrReplacement = "first that objects or replaces"
    case rewrite = "rewrite, each sees the last"
    case tellAll = "tell all"
    case union = "union"
    case unionOrAll = "union, with an all that ends it"
    case firstAnswer = "first answer"
    case merge = "merge, the later wins"
    /// A second instance that takes part is refused when modules are loaded.
    case exclusive = "one module alone"
    /// The first instance that takes part in the category owns it as a whole.
    case firstModule = "the first module alone"
    /// A cookie goes back to who gave it.
    case giver = "the module that gave the cookie"
}

/// What a failure of a module does to the chain. Synapse docs: the callbacks differ, see each one's page.
public enum FailureRule: String, CaseIterable, Sendable {
    /// It leaves the chain as it is; later modules are not asked.
    case propagate = "propagate"
    /// One that carries a status leaves as it is, any other becomes a failure of the server.
    case propagateWrapped = "propagate, wrapped"
    /// It is logged and the next module is asked.
    case skip = "log and go on"
    /// One that carries a status leaves as it is, any other becomes 403.
    case deny403 = "deny with 403"
    /// Whatever it is, it becomes an error of the server; later modules are not asked.
    case fail500 = "fail with 500"
    /// It leaves the chain as it is. The caller tries again at once, and gives up after five in a row.
    case retry = "hand on, and the caller tries again"
}

/// What an answer that is none does to the chain: no outcome of the contract, *answered* without an answer, two answers,
/// a value that is not valid.
public enum InvalidAnswerRule: String, CaseIterable, Sendable {
    case deny = "deny"
    case fail = "a failure of the module"
    case skip = "ignore and go on"
}

/// What a module does to the chain that cannot answer, which only the host knows: its deadline has passed, or it is stuck.
public enum UnavailableRule: String, CaseIterable, Sendable {
    case fail = "a failure of the module"
    case deny = "deny"
    case skip = "ignore and go on"
}
