import HTTPTypes
import Hummingbird
import JSONText

/// Why a request gets no answer, in the form of Matrix's errors: `errcode`, `error`, and what else helps.
struct RequestError: HTTPResponseError, Equatable {
    let status: HTTPResponse.Status
    let code: String
    let text: String
    /// Members beside `errcode` and `error`.
    var details: JSONObject = [:]
    var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ code: String, _ text: String, _ details: JSONObject = [:]) {
        (self.status, self.code, self.text, self.details) = (status, code, text, details)
    }

    func response(from request: Request, context: some RequestContext) -> Response {
        Response(json: .object(json), status: status, headers: headers)
    }

    private var json: JSONObject {
        var object: JSONObject = ["errcode": .string(code), "error": .string(text)]
        for (key, value) in details.members { object[key] = value }
        return object
    }
}

extension RequestError {
    static let notFound = RequestError(.notFound, "M_UNRECOGNIZED", "there is nothing at this path")

    static func badParameter(_ name: String, expected: String) -> RequestError {
        RequestError(.badRequest, "M_INVALID_PARAM", "\(name): expected \(expected)", ["parameter": .string(name)])
    }

    /// The caller may come again in a second.
    static func unavailable(_ refusal: Admission.Refusal) -> RequestError {
        let text = refusal == .draining ? "the server is about to stop" : "too many calls are under way"
        var error = RequestError(
            .serviceUnavailable, "M_LIMIT_EXCEEDED", text, ["retry_after_ms": 1000])
        error.headers[.retryAfter] = "1"
        return error
    }
}

extension Response {
    init(json: JSONValue, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) {
        var headers = headers
        headers.append(HTTPField(name: .contentType, value: "application/json"))
        self.init(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: json.text)))
    }
}
