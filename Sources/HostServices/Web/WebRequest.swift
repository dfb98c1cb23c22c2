/// A request of a client for a path that a module answers.
public struct WebRequest: Sendable {
    public var method: String
    /// As the client wrote it, without the query.
    public var path: String
    /// What stands behind "?", as the client wrote it; nil: there is none.
    public var query: String?
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    /// - Parameter headers: their names in lower case.
    public init(
        method: String, path: String, query: String? = nil, headers: [(name: String, value: String)] = [],
        body: [UInt8] = []
    ) {
        (self.method, self.path, self.query) = (method, path, query)
        (self.headers, self.body) = (headers, body)
    }
}

/// What a module answers a client.
public struct WebResponse: Sendable {
    public var status: Int
    /// The content type among them.
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }

    /// An error as clients of Matrix know them.
    static func error(_ status: Int, _ text: String) -> WebResponse {
        WebResponse(
            status: status, headers: [("content-type", "application/json")],
            body: Array(#"{"errcode":"M_UNKNOWN","error":"\#(text)"}"#.utf8))
    }
}
