/// The structs of the contract's headers, as their text declares them.
struct CHeader {
    struct Struct {
        /// The comment right above.
        let comment: String
        let members: [Member]
    }

    struct Member: Equatable {
        let name: String
        /// Words and stars with one space between: `const gh_event *`. Of a function its parameters' types.
        let type: String
        let isFunction: Bool
        /// The comment behind it on the same line.
        let comment: String
    }

    let structs: [String: Struct]

    /// - Parameter names: `event.h`, of the headers in `include/gatehouse`.
    init(_ names: String...) throws {
        var structs: [String: Struct] = [:]
        for name in names {
            var reader = CStructReader(CToken.tokens(of: try Repository.text("include/gatehouse/\(name)")))
            structs.merge(reader.all()) { first, _ in first }
        }
        self.structs = structs
    }

    subscript(_ name: String) -> Struct? { structs[name] }
}

private struct CStructReader {
    private let tokens: [CToken]
    private var place = 0

    init(_ tokens: [CToken]) { self.tokens = tokens }

    /// Every `typedef struct NAME { ... }`.
    mutating func all() -> [String: CHeader.Struct] {
        var structs: [String: CHeader.Struct] = [:]
        while place + 3 < tokens.count {
            if tokens[place].text == "typedef", tokens[place + 1].text == "struct", tokens[place + 3].text == "{" {
                let name = tokens[place + 2].text
                let above = place > 0 && tokens[place - 1].kind == .comment ? tokens[place - 1].text : ""
                place += 4
                structs[name] = CHeader.Struct(comment: above, members: members())
            }
            place += 1
        }
        return structs
    }

    private mutating func members() -> [CHeader.Member] {
        var members: [CHeader.Member] = []
        var declaration: [String] = []
        while place < tokens.count, tokens[place].text != "}" {
            let token = tokens[place]
            place += 1
            if token.kind == .comment { continue }
            if token.text != ";" {
                declaration.append(token.text)
                continue
            }
            members.append(Self.member(declaration, comment: comment(behind: token)))
            declaration = []
        }
        return members
    }

    private func comment(behind end: CToken) -> String {
        guard place < tokens.count, tokens[place].kind == .comment, tokens[place].line == end.line else { return "" }
        return tokens[place].text
    }

    /// From `const gh_event * event`, or `gh_outcome ( * name ) ( void * self , ... )`.
    private static func member(_ words: [String], comment: String) -> CHeader.Member {
        if words.count > 4, let open = words.firstIndex(of: "("), words[open + 1] == "*" {
            let parameters = words[(open + 5)...].dropLast().split(separator: ",")
            let types = parameters.map { $0.dropLast().joined(separator: " ") }
            return CHeader.Member(
                name: words[open + 2], type: types.joined(separator: ", "), isFunction: true, comment: comment)
        }
        return CHeader.Member(
            name: words.last ?? "", type: words.dropLast().joined(separator: " "), isFunction: false, comment: comment)
    }
}

extension CHeader.Member {
    /// What it takes in a struct, in bytes; nil for a type that the contract's structs do not have.
    var size: Int? {
        if isFunction || type.hasSuffix("*") { return 8 }
        return switch type {
        case "size_t", "uint64_t", "int64_t", "gh_bool", "double": 8
        case "gh_str", "gh_json", "gh_maybe_int", "gh_connections", "gh_presence_states", "gh_events": 16
        default: nil
        }
    }
}

extension [CHeader.Member] {
    /// The offset of each, and behind the last one the size of the whole.
    var offsets: [Int] { reduce(into: [0]) { $0.append(($0.last ?? 0) + ($1.size ?? -1 << 20)) } }
}
