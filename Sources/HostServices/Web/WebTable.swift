import CGatehouse
import Logging
import ModuleLoader

/// The functions of `web.h`.
@safe enum WebTable {
    static func make(_ web: InstanceWeb) -> ServiceTable {
        unsafe ImmortalTable.make(
            gh_web(
                size: MemoryLayout<gh_web>.size, data: ImmortalTable.data(web), serve: serve, answer: answer,
                parameter: parameter))
    }

    // - Safety: the table's `data` is what it was made for. Text is `len` readable bytes, and a buffer has the room that
    //   the module says.

    private static let serve:
        @convention(c) (UnsafePointer<gh_web>?, gh_str, gh_web_handler?, UnsafeMutableRawPointer?) -> gh_found = {
            table, path, handler, context in
            guard let web = unsafe ImmortalTable.owner(table?.pointee.data, InstanceWeb.self),
                let handler = unsafe handler
            else { return Found.unreachable }
            do throws(Handed.Refusal) {
                let path = try unsafe Handed.required(path, "the path")
                return try unsafe web.serve(path, WebHandler(handler, context)) ? Found.found : Found.absent
            } catch {
                web.client.logger.warning("\(error.reason)")
                return Found.unreachable
            }
        }

    private static let answer:
        @convention(c) (UnsafePointer<gh_web>?, UInt64, UnsafePointer<gh_web_response>?) -> gh_found = {
            table, request, response in
            guard let web = unsafe ImmortalTable.owner(table?.pointee.data, InstanceWeb.self) else {
                return Found.unreachable
            }
            do throws(Handed.Refusal) {
                return web.answer(request, try unsafe WebResponse(handed: response)) ? Found.found : Found.absent
            } catch {
                web.client.logger.warning("it answers a client with what is no response: \(error.reason)")
                _ = web.answer(request, .error(500, "Internal server error"))
                return Found.unreachable
            }
        }

    private static let parameter:
        @convention(c) (gh_str, gh_str, UnsafeMutablePointer<CChar>?, Int, UnsafeMutablePointer<Int>?) -> gh_found = {
            query, name, buffer, capacity, needed in
            guard let name = try? unsafe Handed.bytes(name, "the name") else { return Found.unreachable }
            guard let query = try? unsafe Handed.bytes(query, "the query"),
                let value = QueryParameter.value(of: name, in: query)
            else { return Found.absent }
            guard String(validating: value, as: UTF8.self) != nil else { return Found.unreachable }
            return unsafe ModuleBuffer.copy(value, buffer, capacity, needed)
        }
}

extension WebResponse {
    // - Safety: as above.
    fileprivate init(handed pointer: UnsafePointer<gh_web_response>?) throws(Handed.Refusal) {
        guard let record = unsafe HandedRecord.copy(pointer, size: \.size, zero: gh_web_response()) else {
            throw Handed.Refusal(reason: "there is none, or its size is none")
        }
        let status = unsafe record.status
        guard 200..<600 ~= status else { throw Handed.Refusal(reason: "\(status) is no status") }
        let type = try unsafe Handed.text(record.content_type, "the content type") ?? "application/json"
        let more = try unsafe HandedRecord.headers(record.headers, record.header_count)
        try HandedRecord.check("content-type", type)
        let body = try unsafe Handed.bytes(record.body, "the body") ?? []
        self.init(status: Int(status), headers: [("content-type", type)] + more, body: body)
    }
}
