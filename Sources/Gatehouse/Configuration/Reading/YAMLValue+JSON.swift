import JSONText
import Yams

extension YAMLValue {
    /// The value as JSON, resolved by YAML's usual rules: `yes` is true, `0x1F` is 31; times and binaries are texts.
    ///
    /// Values that JSON does not have are reported: whole numbers beyond 64 bits, infinities, NaN, an author's own
    /// tags.
    func json() -> JSONValue? {
        if let members = members() { return object(members) }
        if let items = items() { return .array(items.map { $0.json() ?? .null }) }
        guard case .scalar(let scalar) = node else { return refuseTag() }
        return json(Node.Scalar(scalar.string, .implicit, .plain))
    }

    private func object(_ members: [MappingReader.Member]) -> JSONValue {
        var object = JSONObject()
        for (key, value) in members { object[key] = value.json() ?? .null }
        return .object(object)
    }

    /// - Parameter scalar: Plain: of `!!int "5"` the tag counts, not the quotes.
    private func json(_ scalar: Node.Scalar) -> JSONValue? {
        switch kind {
        case .nothing: .null
        case .text: .string(scalar.string)
        case .flag: Bool.construct(from: scalar).map { .bool($0) } ?? refuse(scalar, "is neither true nor false")
        case .whole: Int64(yaml: scalar).map { .integer($0) } ?? refuse(scalar, "is no whole number of 64 bits")
        case .number: Double(yaml: scalar).map { .number($0) } ?? refuse(scalar, "is no number that JSON has")
        case .list, .mapping, .tagged: refuseTag()
        }
    }

    private func refuse(_ scalar: Node.Scalar, _ reason: String) -> JSONValue? {
        refuse("config.value", "\(scalar.string) \(reason)", cure: "Put quotes around it if it is meant as text.")
    }

    private func refuseTag() -> JSONValue? {
        refuse("config.value", "\(kind.described) means nothing here", cure: "Remove the tag.")
    }
}
