public import JSONText

extension JSONValue {
    public subscript(member: String) -> JSONValue? {
        if case .object(let object) = self { object[member] } else { nil }
    }
}
