import ForeignCalls
package import JSONText
package import ModuleLoader

/// A library that was never made for this, with the functions that the configuration binds to callbacks.
package struct AdoptedPlan: PlannedMember {
    private let name: String
    private let library: ForeignLibrary
    private let calls: [String: AdoptedCall]
    /// What each callback calls, with what, and what that means: a line each.
    package let descriptions: [String]

    /// Reads the section and opens the library.
    ///
    /// - Throws: everything that is wrong with either.
    package init(_ section: JSONValue, _ request: ModuleRequest, _ options: LoadOptions) throws(Problems) {
        let reader = AdoptionReader(section, onlyFor: request.onlyFor)
        try Problems.throwUnlessEmpty(reader.problems(subject: request.subject))
        library = try ForeignLibrary.open(request, options)
        name = request.name
        var problems: [Problem] = []
        var calls: [String: AdoptedCall] = [:]
        for adopted in reader.callbacks {
            guard let function = library.function(adopted.function.symbol) else {
                problems.append(Self.missing(adopted, library, request))
                continue
            }
            calls[adopted.callback.fullName] = AdoptedCall(adopted, function)
            if calls[adopted.callback.fullName] == nil { problems.append(Self.unprepared(adopted, request)) }
        }
        try Problems.throwUnlessEmpty(problems)
        self.calls = calls
        descriptions = Self.descriptions(section)
    }

    private static func descriptions(_ section: JSONValue) -> [String] {
        guard case .object(let callbacks) = section else { return [] }
        return callbacks.members.map { "\($0.key): \($0.value.text)" }
    }

    private static func subject(_ adopted: AdoptedCallback, _ request: ModuleRequest) -> String {
        "\(request.subject).callbacks.\(adopted.callback.fullName).call"
    }

    private static func unprepared(_ adopted: AdoptedCallback, _ request: ModuleRequest) -> Problem {
        Problem(
            "adopt.invalid", subject(adopted, request), "libffi does not prepare calls of \(adopted.function)",
            cure: "Call a function with fewer or other parameters.")
    }

    private static func missing(_ adopted: AdoptedCallback, _ library: ForeignLibrary, _ request: ModuleRequest)
        -> Problem
    {
        let symbol = adopted.function.symbol
        let near = library.nearMiss(symbol)
        return Problem(
            "adopt.symbol", subject(adopted, request),
            "\(library.file.path) has no function \(symbol)",
            cure: near.map { "Did you mean \($0)?" } ?? "`nm -D` lists what it has.")
    }

    package func make(_ place: MemberPlace) throws(Problems) -> any ChainMember {
        AdoptedModule(place, name: name, library: library, calls: calls)
    }

    /// A library may know of no threads.
    package var isConcurrent: Bool { false }
    package var callbacks: [String] { calls.keys.sorted() }

    /// What can be told of it before there is an instance.
    package var facts: MemberFacts { AdoptedModule.facts(library, calls) }
}
