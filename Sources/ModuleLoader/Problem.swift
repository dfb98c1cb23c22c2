/// One thing that is wrong with what an operator or a module author handed over: what, where, why, and what to do.
///
/// Problems are collected, not thrown one by one, so that all of them come out in one go.
public struct Problem: Error, Equatable, Sendable, CustomStringConvertible {
    /// A stable name of the kind, `module.file.missing`. Documentation and machines go by it.
    public let code: String
    /// Where: file, line and key path, or module and path.
    public let subject: String
    /// What was expected and what was found.
    public let cause: String
    /// What the reader can do about it; a full sentence.
    public let cure: String

    public init(_ code: String, _ subject: String, _ cause: String, cure: String) {
        self.code = code
        self.subject = subject
        self.cause = cause
        self.cure = cure
    }

    public var description: String { "\(subject): \(cause). \(cure) [\(code)]".printable }
}
