import Gatehouse
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The whole body as text.
    ///
    /// - Throws: `RequestError` for what is too long, or is no UTF-8.
    func text(limit: Int) async throws(RequestError) -> String {
        let bytes = try await bytes(limit: limit)
        guard let text = String(validating: bytes.readableBytesView, as: UTF8.self) else {
            throw RequestError(.badRequest, "M_NOT_JSON", "the body is not UTF-8")
        }
        return text
    }

    /// The whole body.
    ///
    /// - Throws: `RequestError` for what is too long, or does not come.
    func bytes(limit: Int) async throws(RequestError) -> ByteBuffer {
        do {
            return try await body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw RequestError(.contentTooLarge, "M_TOO_LARGE", "the body has more than \(limit) bytes")
        } catch {
            throw RequestError(.badRequest, "M_UNKNOWN", "the body did not come whole: \(error)")
        }
    }

    /// A parameter of the query that is `1` for yes and `0`, or not there, for no.
    func flag(_ name: Substring) throws(RequestError) -> Bool {
        switch parameter(name) {
        case nil, "0": return false
        case "1": return true
        default: throw .badParameter(String(name), expected: "0 or 1")
        }
    }

    /// A parameter of the query that is a duration, `250ms` or `10s`.
    func duration(_ name: Substring) throws(RequestError) -> Duration? {
        guard let text = parameter(name) else { return nil }
        if text.wholeMatch(of: /[0-9]{1,7}ms|[0-9]{1,4}s/) != nil, let duration = Duration(text: text) {
            return duration
        }
        throw .badParameter(String(name), expected: "a duration like 250ms or 10s, under 10000s")
    }

    /// A parameter of the query that is a whole number.
    func number(_ name: Substring, in range: ClosedRange<Int64>) throws(RequestError) -> Int64? {
        guard let text = parameter(name) else { return nil }
        if let number = Int64(text), range ~= number { return number }
        throw .badParameter(String(name), expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }

    /// Few requests have a query, and to read it takes longer than to see that.
    private func parameter(_ name: Substring) -> Substring? { uri.query == nil ? nil : uri.queryParameters[name] }
}
