package import ModuleLoader

/// All callbacks that this host knows.
package enum Catalogue {
    package static let categories: [Category] = numbered([
        .spamChecker, .thirdPartyRules, .presenceRouter, .accountValidity, .passwordAuthProvider, .mediaRepository,
        .backgroundUpdateController, .accountData, .ratelimit, .unsigned, .federation,
    ])

    package static let callbacks: [Callback] = categories.flatMap(\.callbacks)

    package static let layouts: [TableLayout] = categories.map(\.layout)

    /// The callback of a full name, `spam_checker.user_may_invite`.
    package static func callback(_ fullName: String) -> Callback? { byName[fullName] }

    package static func category(_ name: String) -> Category? { categories.first { $0.name == name } }

    private static let byName = Dictionary(uniqueKeysWithValues: callbacks.map { ($0.fullName, $0) })

    private static func numbered(_ categories: [Category]) -> [Category] {
        var categories = categories
        var index = 0
        for category in categories.indices {
            for callback in categories[category].callbacks.indices {
                categories[category].callbacks[callback].index = index
                index += 1
            }
        }
        return categories
    }
}
