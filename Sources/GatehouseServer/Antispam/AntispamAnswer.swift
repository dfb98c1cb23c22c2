import HTTPTypes
import Hummingbird
import JSONText
import MatrixCallbacks
import ModuleLoader

/// What the protocol of synapse-http-antispam makes of a result: any 2xx allows, all else refuses with `errcode`, and
/// the other members reach the client.
struct AntispamAnswer {
    let status: HTTPResponse.Status
    let json: JSONObject

    init(_ result: CallResult) {
        switch result.outcome {
        case .next: self.init(.ok, [:])
        case .answered(.denialWithCode(let code, let fields)): self.init(.forbidden, code, fields)
        case .answered(.denialWithText(let text)): self.init(.forbidden, "M_FORBIDDEN", ["error": .string(text)])
        case .answered: self.init(.forbidden, "M_FORBIDDEN", [:])
        case .failed(.plain), .cancelled:
            // Why it failed is for the log, and not for the client, whom this text reaches.
            self.init(.internalServerError, "M_UNKNOWN", ["error": "Internal server error"])
        case .failed(.withStatus(let status, let code, let message, let fields)):
            // What is no error, a redirect say, tells a homeserver nothing that it could hand on.
            let status = status < 400 ? .internalServerError : HTTPResponse.Status(code: Int(status))
            self.init(status, code, ["error": .string(message)], fields)
        }
    }

    private init(_ status: HTTPResponse.Status, _ json: JSONObject) { (self.status, self.json) = (status, json) }

    /// `fields` come after the code, and may say more about the rest, but not another code.
    private init(_ status: HTTPResponse.Status, _ code: String, _ own: JSONObject, _ fields: JSON = .noMembers) {
        var json = own
        if case .object(let members) = fields.value {
            for (key, value) in members.members { json[key] = value }
        }
        json["errcode"] = .string(code)
        self.init(status, json)
    }

    private init(_ status: HTTPResponse.Status, _ code: String, _ fields: JSON) {
        self.init(status, code, [:], fields)
    }

    var response: Response { Response(json: .object(json), status: status) }
}
