import ForeignCalls
package import JSONText
package import ModuleLoader

/// Reads the `callbacks` of an entry that adopts a library. Collects all mistakes.
package struct AdoptionReader {
    private let onlyFor: [String]?
    /// What is wrong, and the keys that lead there in the section.
    package private(set) var faults: [(path: [String], fault: AdoptionFault)] = []
    private(set) var callbacks: [AdoptedCallback] = []

    /// - Parameter onlyFor: the callbacks that its place in the configuration is for; nil: all.
    package init(_ section: JSONValue, onlyFor: [String]? = nil) {
        self.onlyFor = onlyFor
        guard case .object(let object) = section, !object.isEmpty else {
            report([], AdoptionFault("expected a mapping from callbacks to functions"))
            return
        }
        for (name, value) in object.members { read(name, value) }
    }

    /// - Parameter subject: the entry, for messages.
    package func problems(subject: String) -> [Problem] {
        faults.map { path, fault in
            let place = ([subject, "callbacks"] + path).joined(separator: ".")
            return Problem(AdoptionFault.code, place, fault.cause, cure: fault.cure)
        }
    }

    private mutating func report(_ path: [String], _ fault: AdoptionFault) { faults.append((path, fault)) }

    private mutating func read(_ name: String, _ value: JSONValue) {
        let path = [name]
        guard let callback = Catalogue.callback(name) else {
            let near = NearMiss.closest(to: name, among: Catalogue.callbacks.map(\.fullName))
            return report(
                path,
                AdoptionFault(
                    "there is no callback \(name)",
                    cure: near.map { "Did you mean \($0)?" } ?? "`gatehouse callbacks` lists them."))
        }
        if let onlyFor, !onlyFor.contains(name) {
            return report(
                path,
                AdoptionFault(
                    "the section that this entry stands in is not for \(name)",
                    cure: "List the entry under `modules`, which is for all callbacks."))
        }
        guard case .object(let members) = value else {
            return report(path, AdoptionFault("expected a mapping with `call`, `with` and `when`"))
        }
        for key in members.members.map(\.key) where !["call", "with", "when"].contains(key) {
            report(path + [key], AdoptionFault("unknown key", cure: "Known here: `call`, `with`, `when`."))
        }
        guard let function = function(members["call"], path) else { return }
        let arguments = arguments(members["with"], function.signature, callback, path)
        let meanings = meanings(members["when"], function.signature.result, callback, path)
        checkAbsence(function.signature, arguments, meanings, path)
        callbacks.append(
            AdoptedCallback(callback: callback, function: function, arguments: arguments, meanings: meanings))
    }

    private mutating func function(_ json: JSONValue?, _ path: [String]) -> NamedSignature? {
        guard case .string(let text)? = json else {
            report(path + ["call"], AdoptionFault("expected a function, `bool wordlist_contains(cstr name)`"))
            return nil
        }
        do {
            return try NamedSignature(text)
        } catch {
            report(path + ["call"], AdoptionFault("\(text.debugDescription), \(error)"))
            return nil
        }
    }
}

extension AdoptionReader {
    /// What was wrong is reported, and its place is taken by a constant.
    private mutating func arguments(
        _ json: JSONValue?, _ signature: Signature, _ callback: Callback, _ path: [String]
    ) -> [AdoptedArgument] {
        let members = object(json, path + ["with"])
        let names = signature.parameters.compactMap(\.name)
        for key in members.members.map(\.key) where !names.contains(key) {
            report(path + ["with", key], AdoptionFault("the function has no parameter of this name"))
        }
        return signature.parameters.enumerated().map { place, parameter in
            guard let name = parameter.name else {
                report(
                    path + ["call"],
                    AdoptionFault("parameter \(place + 1) has no name", cure: "Give it one for `with`.")
                )
                return .constant(.none)
            }
            guard let value = members[name] else {
                report(
                    path + ["with"], AdoptionFault("the parameter `\(name)` gets nothing", cure: "Write what it gets."))
                return .constant(.none)
            }
            do throws(AdoptionFault) {
                return try AdoptedArgument(value, for: parameter.type, in: callback)
            } catch {
                report(path + ["with", name], error)
                return .constant(.none)
            }
        }
    }

    private mutating func meanings(
        _ json: JSONValue?, _ result: ValueType?, _ callback: Callback, _ path: [String]
    ) -> Meanings {
        var meanings = Meanings()
        let members = object(json, path + ["when"]).members
        if members.isEmpty {
            report(
                path + ["when"],
                AdoptionFault("no result means anything", cure: "Write what they mean: `default: next`."))
        }
        for (key, value) in members {
            do throws(AdoptionFault) {
                try meanings.take(key, value, result: result, in: callback)
            } catch {
                report(path + ["when", key], error)
            }
        }
        return meanings
    }

    private mutating func checkAbsence(
        _ signature: Signature, _ arguments: [AdoptedArgument], _ meanings: Meanings, _ path: [String]
    ) {
        guard meanings.meaningOfAbsence == nil,
            let place = arguments.firstIndex(where: \.mayBeAbsent), let name = signature.parameters[place].name
        else { return }
        report(
            path + ["when"],
            AdoptionFault(
                "there may be nothing for `\(name)`, and nothing says what that means",
                cure: "Add `absent: next`, or what else a call without it means."))
    }

    private mutating func object(_ json: JSONValue?, _ path: [String]) -> JSONObject {
        switch json {
        case nil: return [:]
        case .object(let object): return object
        default:
            report(path, AdoptionFault("expected a mapping"))
            return [:]
        }
    }
}
