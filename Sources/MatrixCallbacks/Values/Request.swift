/// A request to the server, as one of its old endpoints got it.
public struct Request: Sendable, ArgumentRecord {
    public var method: String
    /// Path and query.
    public var uri: String
    public var body: String

    public init(method: String, uri: String, body: String) { (self.method, self.uri, self.body) = (method, uri, body) }

    package static var recordType: RecordType { .request }

    package func write(to arguments: inout CallArguments) {
        arguments.text(method)
        arguments.text(uri)
        arguments.text(body)
    }
}
