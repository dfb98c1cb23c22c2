/// The members of a JSON object, in the order in which they were written. Equality does not look at the order.
public struct JSONObject: Sendable, ExpressibleByDictionaryLiteral {
    public private(set) var members: [(key: String, value: JSONValue)] = []
    /// Where each key stands, once there are many.
    private var places: [Name: Int] = [:]

    public init() {}

    public init(dictionaryLiteral members: (String, JSONValue)...) {
        for (key, value) in members { self[key] = value }
    }

    public var isEmpty: Bool { members.isEmpty }

    public subscript(key: String) -> JSONValue? {
        get { place(of: key).map { members[$0].value } }
        set {
            switch (place(of: key), newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): remove(at: place)
            case (nil, let value?): append(key, value)
            case (nil, nil): break
            }
        }
    }

    public func mapValues(_ change: (JSONValue) -> JSONValue) -> JSONObject {
        var object = self
        for place in members.indices { object.members[place].value = change(members[place].value) }
        return object
    }
}

extension JSONObject {
    /// Compares by code points: Swift's strings take "é" for "e\u{301}", which in JSON are two keys.
    private struct Name: Hashable {
        let text: String

        static func == (one: Name, other: Name) -> Bool { one.text.isSame(as: other.text) }

        func hash(into hasher: inout Hasher) {
            for byte in text.utf8 { hasher.combine(byte) }
        }
    }

    private static let many = 16

    private func place(of key: String) -> Int? {
        members.count < Self.many ? members.firstIndex { $0.key.isSame(as: key) } : places[Name(text: key)]
    }

    private mutating func append(_ key: String, _ value: JSONValue) {
        members.append((key, value))
        if members.count == Self.many { index() }
        if members.count > Self.many { places[Name(text: key)] = members.count - 1 }
    }

    private mutating func remove(at place: Int) {
        members.remove(at: place)
        index()
    }

    private mutating func index() {
        let pairs = members.enumerated().map { (Name(text: $1.key), $0) }
        places = members.count < Self.many ? [:] : Dictionary(pairs) { first, _ in first }
    }
}

extension JSONObject: Equatable {
    public static func == (one: JSONObject, other: JSONObject) -> Bool {
        one.members.count == other.members.count && one.members.allSatisfy { other[$0.key] == $0.value }
    }
}

extension String {
    /// The same code points.
    func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
