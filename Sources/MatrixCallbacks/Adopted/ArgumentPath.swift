import ModuleLoader

/// A path into the arguments of a callback: through records, and on into JSON.
///
/// `user_profile.display_name` is a field of a record, `event.content.body` stands in an event's own JSON, and `event`
/// is that JSON. A key with a point in it stands in quotes.
struct ArgumentPath: Sendable {
    /// What stands there, as far as it is known before a call.
    enum Kind {
        case text, flag, integer, json
        /// Inside JSON: any value.
        case any
    }

    let text: String
    let kind: Kind
    /// There may be nothing at this place.
    let mayBeAbsent: Bool
    /// Where pointers to records stand, one in the other.
    let hops: [Int]
    let field: Field
    /// From the field on into its JSON.
    let keys: [String]

    /// - Throws: the first part of the path that leads nowhere.
    init(_ text: String, in callback: Callback) throws(AdoptionFault) {
        let parts = try PathParts.of(text)
        var (fields, hops, mayBeAbsent) = (callback.fields, [Int](), false)
        for (place, part) in parts.enumerated() {
            let rest = Array(parts[(place + 1)...])
            guard let field = fields.first(where: { $0.isMember && $0.name == part }) else {
                guard let own = fields.first(where: { !$0.isMember }) else {
                    throw Self.missing(part, fields, in: callback)
                }
                self.init(text, .any, mayBeAbsent: true, hops, own, [part] + rest)
                return
            }
            mayBeAbsent = mayBeAbsent || field.isNullable
            if case .record(let record) = field.type {
                hops.append(field.offset)
                fields = record.fields
                if !rest.isEmpty { continue }
                guard let own = fields.first(where: { !$0.isMember }) else {
                    throw AdoptionFault("`\(text)` is a record; go on with one of its fields: \(Self.names(fields))")
                }
                self.init(text, .json, mayBeAbsent: mayBeAbsent, hops, own, [])
            } else {
                let kind = try Self.kind(of: field, text, rest)
                self.init(text, kind, mayBeAbsent: mayBeAbsent || !rest.isEmpty, hops, field, rest)
            }
            return
        }
        throw AdoptionFault("the path is empty")
    }

    private init(_ text: String, _ kind: Kind, mayBeAbsent: Bool, _ hops: [Int], _ field: Field, _ keys: [String]) {
        (self.text, self.kind, self.mayBeAbsent) = (text, kind, mayBeAbsent)
        (self.hops, self.field, self.keys) = (hops, field, keys)
    }

    private static func kind(of field: Field, _ text: String, _ rest: [String]) throws(AdoptionFault) -> Kind {
        let kind: Kind
        switch field.type {
        case .json, .ownText: return rest.isEmpty ? .json : .any
        case .text: kind = .text
        case .flag: kind = .flag
        case .integer, .maybeInteger: kind = .integer
        default: throw AdoptionFault("`\(field.name)` is nothing that a plain function could take")
        }
        if rest.isEmpty { return kind }
        throw AdoptionFault("`\(text)` goes on after `\(field.name)`, which has no parts")
    }

    private static func missing(_ part: String, _ fields: [Field], in callback: Callback) -> AdoptionFault {
        let known = fields.filter(\.isMember)
        let near = NearMiss.closest(to: part, among: known.map(\.name))
        return AdoptionFault(
            "there is no `\(part)` in the arguments of \(callback.fullName)",
            cure: near.map { "Did you mean `\($0)`?" } ?? "Known here: \(names(known)).")
    }

    private static func names(_ fields: [Field]) -> String {
        fields.filter(\.isMember).map { "`\($0.name)`" }.joined(separator: ", ")
    }
}
