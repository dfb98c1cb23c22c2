import CallbackChains
import ModuleLoader
import Testing

@testable import MatrixCallbacks

/// The catalogue beside the text of the headers: the compiler has seen both, a reader sees that they say the same.
struct CatalogueHeaderTests {
    private let header: CHeader

    init() throws {
        header = try CHeader(
            "spam_checker.h", "third_party_rules.h", "presence_router.h", "account_validity.h",
            "password_auth_provider.h", "media_repository.h", "background_update_controller.h", "account_data.h",
            "ratelimit.h", "unsigned.h", "federation.h", "event.h", "user.h", "media.h", "presence.h", "limits.h",
            "module.h")
    }

    /// A field as both sides know it.
    private struct Line: Equatable {
        let name: String
        let type: String
        let offset: Int
        let isNullable: Bool
    }

    private func lines(_ fields: [Field]) -> [Line] {
        fields.map { Line(name: $0.nameInC, type: $0.type.inC, offset: $0.offset, isNullable: $0.isNullable) }
    }

    private func lines(_ name: String) throws -> [Line] {
        let members = try #require(header[name], "the headers have no struct \(name)").members
        #expect(members.first == .init(name: "size", type: "size_t", isFunction: false, comment: ""))
        return zip(members, members.offsets).dropFirst().map { member, offset in
            Line(name: member.name, type: member.type, offset: offset, isNullable: member.isNullable)
        }
    }

    @Test(arguments: Catalogue.callbacks.map(\.fullName))
    func `the arguments of a callback are those of its struct`(name: String) throws {
        let callback = try #require(Catalogue.callback(name))
        #expect(lines(callback.fields) == (try lines("gh_\(callback.name)")))
        #expect(header["gh_\(callback.name)"]?.members.offsets.last == callback.callSize)
    }

    @Test(arguments: RecordType.all.map(\.name))
    func `the fields of a record are those of its struct`(name: String) throws {
        let record = try #require(RecordType.all.first { $0.name == name })
        #expect(lines(record.fields) == (try lines(name)))
        #expect(header[name]?.members.offsets.last == record.size)
    }

    @Test(arguments: Catalogue.categories.map(\.name))
    func `the callbacks of a category are the slots of its table, in order`(name: String) throws {
        let category = try #require(Catalogue.category(name))
        let members = try #require(header["gh_\(name)_callbacks"]).members
        #expect(members.prefix(2).map(\.name) == ["size", "flags"])
        let slots = zip(members, members.offsets).dropFirst(2)
        #expect(category.callbacks.map(\.name) == slots.map(\.0.name))
        #expect(category.callbacks.map(\.slot) == slots.map(\.1))
        #expect(category.tableSize == members.offsets.last)
        #expect(
            category.callbacks.map { "void *, const gh_\($0.name) *, \($0.reply.inC) *" } == slots.map(\.0.type))
    }

    @Test func `the tables are those of a module's record, in order`() throws {
        let members = try #require(header["gh_module"]).members
        let tables = zip(members, members.offsets).filter { $0.0.type.hasSuffix("_callbacks *") }
        #expect(Catalogue.categories.map { "const gh_\($0.name)_callbacks *" } == tables.map(\.0.type))
        #expect(Catalogue.categories.map(\.pointerOffset) == tables.map(\.1))
    }

    @Test func `arrays of records are arrays of pointers, and a count`() throws {
        for item in ["gh_connection", "gh_presence_state", "gh_event"] {
            let list = "\(item)s"
            let members = try #require(header[list]).members
            #expect(members.map(\.type) == ["const \(item) * const *", "size_t"])
        }
    }

    @Test(arguments: Catalogue.callbacks.map(\.fullName))
    func `the comment of a callback says what the catalogue says`(name: String) throws {
        let callback = try #require(Catalogue.callback(name))
        let comment = try #require(header["gh_\(callback.name)"]).comment
        let known = "\(callback.name), since Synapse \(callback.since). \(callback.asked) Rule: "
        #expect(comment.hasPrefix(known), "the comment is: \(comment)")
        let rules = comment.dropFirst(known.count)
        let possible = callback.rulePhrases.flatMap { rule in
            callback.invalidPhrases.map { "\(rule). Failure: \(callback.failurePhrase). Invalid answer: \($0)." }
        }
        #expect(possible.contains(String(rules)), "expected \(possible), found \(rules)")
    }
}

extension CHeader.Member {
    /// STYLE.md: a field that may be absent says so.
    var isNullable: Bool {
        type == "gh_maybe_int" || comment.contains("absent") || comment.hasPrefix("NULL:")
    }
}

extension FieldType {
    fileprivate var inC: String {
        switch self {
        case .text: "gh_str"
        case .json, .ownText: "gh_json"
        case .flag: "gh_bool"
        case .integer: "int64_t"
        case .cookie: "uint64_t"
        case .maybeInteger: "gh_maybe_int"
        case .record(let record): "const \(record.name) *"
        case .records(let record, _): "\(record.name)s"
        case .state: "const gh_state *"
        case .media: "const gh_media *"
        }
    }
}

extension ReplyKind {
    /// `eventVerdict` is `gh_event_verdict_reply`.
    fileprivate var inC: String {
        let words = "\(self)".map { $0.isUppercase ? "_\($0.lowercased())" : "\($0)" }.joined()
        return "gh_\(words)_reply"
    }
}
