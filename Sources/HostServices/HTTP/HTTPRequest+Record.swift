import CGatehouse
import ModuleLoader
import NIOCore
import NIOHTTP1

extension HTTPRequest {
    private static let largestBody: UInt64 = 16 << 20

    /// Reads what a module asks for.
    ///
    /// - Throws: what makes no sense in it.
    // - Safety: the record was copied as far as the module has it; text is `len` readable bytes.
    init(_ record: gh_http_request) throws(Handed.Refusal) {
        url = try unsafe Handed.required(record.url, "the URL")
        let scheme = url.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https" else {
            throw Handed.Refusal(reason: "the URL is neither http nor https")
        }
        body = try unsafe Handed.bytes(record.body, "the body")
        let name = try unsafe Handed.text(record.method, "the method") ?? (body == nil ? "GET" : "POST")
        guard 1...32 ~= name.utf8.count, name.utf8.allSatisfy({ UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }) else {
            throw Handed.Refusal(reason: "\(name.debugDescription) is no method")
        }
        method = HTTPMethod(rawValue: name)
        headers = try unsafe HandedRecord.headers(record.headers, record.header_count)
        guard unsafe record.timeout >= 0 else { throw Handed.Refusal(reason: "the timeout is negative") }
        timeout = unsafe record.timeout == 0 ? .seconds(10) : .nanoseconds(record.timeout)
        bodyLimit = unsafe record.body_limit == 0 ? 1 << 20 : Int(min(record.body_limit, Self.largestBody))
        wantsJSON = unsafe record.flags & 1 != 0
        follows = unsafe record.flags & 2 != 0
    }
}
