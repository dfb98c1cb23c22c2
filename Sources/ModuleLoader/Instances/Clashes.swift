/// What the instances of one host cannot do side by side.
package enum Clashes {
    /// An instance, as far as others are concerned.
    package struct Part {
        package let subject: String
        package let callbacks: [String]
        package let logins: [LoginCheck]
        /// Its section is for callbacks that it does not have.
        let isOutOfPlace: Bool

        /// - Parameter callbacks: what it takes part in, as `category.callback`.
        package init(_ request: ModuleRequest, callbacks: [String], logins: [LoginCheck]) {
            (subject, self.callbacks, self.logins) = (request.subject, callbacks, logins)
            isOutOfPlace = request.onlyFor != nil && callbacks.isEmpty
        }
    }

    /// Every instance that cannot be loaded because of an earlier one.
    package static func problems(_ parts: [Part], _ layouts: [TableLayout]) -> [Problem] {
        exclusive(parts, layouts) + loginTypes(parts)
    }

    /// What is loaded, and never asked.
    package static func warnings(_ parts: [Part], _ layouts: [TableLayout]) -> [Problem] {
        parts.filter(\.isOutOfPlace).map(outOfPlace)
            + layouts.filter(\.isOwned).flatMap { layout in
                let takers = parts.filter { $0.callbacks.contains { $0.hasPrefix(layout.category + ".") } }
                return takers.dropFirst().map { part in
                    Problem(
                        "module.warning.never-asked", part.subject,
                        "it is not asked for \(layout.category), because \(takers[0].subject) takes part in that before it",
                        cure: "Put it first, or take one of the two out.")
                }
            }
    }

    private static func outOfPlace(_ part: Part) -> Problem {
        Problem(
            "module.warning.never-asked", part.subject, "it has no callback of those that its section is for",
            cure: "List it under `modules`, where it is asked for all that it has.")
    }

    private static func exclusive(_ parts: [Part], _ layouts: [TableLayout]) -> [Problem] {
        let names = layouts.flatMap { layout in layout.exclusive.map { "\(layout.category).\($0)" } }
        return names.flatMap { name in
            let takers = parts.filter { $0.callbacks.contains(name) }
            return takers.dropFirst().map { part in
                Problem(
                    "module.configure.exclusive", part.subject,
                    "it takes part in \(name), and so does \(takers[0].subject); only one module may",
                    cure: "Take one of the two out, or configure it to leave that callback out.")
            }
        }
    }

    /// The order of fields says nothing: they are names.
    private static func loginTypes(_ parts: [Part]) -> [Problem] {
        var first: [String: (fields: [String], subject: String)] = [:]
        var problems: [Problem] = []
        for part in parts {
            for login in part.logins {
                guard let earlier = first[login.type] else {
                    first[login.type] = (login.fields, part.subject)
                    continue
                }
                if Set(earlier.fields) == Set(login.fields) { continue }
                problems.append(
                    Problem(
                        "module.configure.login-fields", part.subject,
                        "it checks logins of the type \(login.type) with the fields \(words(login.fields)), and "
                            + "\(earlier.subject) does with \(words(earlier.fields))",
                        cure: "Modules that check the same login type need the same fields: take one of the two out."))
            }
        }
        return problems
    }

    private static func words(_ fields: [String]) -> String {
        fields.isEmpty ? "(none)" : fields.joined(separator: ", ")
    }
}
