/// The kinds of answers, one reply type in `answer.h` each. The numbers are those of `GH_KIND_...`.
public enum ReplyKind: UInt64, CaseIterable, Sendable {
    case verdict = 1
    case eventVerdict, code, objection, registration, replacement, rewriting, notice, users, presence
    case truth, text, number, object, login, renewal, limits, override, update

    var takesPlainDenial: Bool {
        switch self {
        case .verdict, .eventVerdict, .objection, .registration, .replacement: true
        default: false
        }
    }

    var takesCode: Bool { self == .verdict || self == .eventVerdict || self == .code }
    var takesFields: Bool { self == .verdict || self == .eventVerdict }
    var takesObject: Bool { self == .replacement || self == .rewriting || self == .object }
}
