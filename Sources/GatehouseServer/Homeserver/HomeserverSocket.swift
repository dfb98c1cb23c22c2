import AsyncHTTPClient
import Foundation
import Gatehouse
import MatrixCallbacks
import NIOCore
import NIOHTTP1

/// The Unix socket on which a bridge answers for its process: `POST /FUNCTION` with parameters as a JSON object gives
/// `{"value": ...}`, or `null` where there is none, or another status and `{"error": "..."}`.
struct HomeserverSocket {
    let path: String

    private static let patience = TimeAmount.seconds(30)
    private static let answerLimit = 64 << 20

    /// - Returns: the value; nil: there is none.
    func ask(_ function: String, _ parameters: JSONObject) async throws(HomeserverError) -> JSONValue? {
        let (status, answer) = try await post(function, JSONValue.object(parameters).text)
        switch (status, answer) {
        case (200, .null): return nil
        case (200, .object(let answer)): return answer["value"] ?? .null
        case (_, .object(let answer)): throw .refused(answer["error"]?.string ?? "the bridge answers \(status)")
        default: throw .refused("the bridge answers \(status), and no object")
        }
    }

    /// Asks for the state that came to the homeserver with one of its calls. Blocks.
    var state: StateSource {
        { call, type, stateKey in
            let parameters: JSONObject = [
                "call": .integer(call), "type": .string(type), "state_key": .string(stateKey),
            ]
            return try Blocking.run { try await ask("get_state_of_call", parameters) }.map { JSON($0) }
        }
    }

    private func post(_ function: String, _ body: String) async throws(HomeserverError) -> (UInt, JSONValue) {
        do {
            let response = try await HTTPClient.shared.execute(request(function, body), timeout: Self.patience)
            let text = String(buffer: try await response.body.collect(upTo: Self.answerLimit))
            return (response.status.code, try JSONValue(parsing: text))
        } catch {
            throw .refused("the homeserver does not answer on \(path): \(error)")
        }
    }

    private func request(_ function: String, _ body: String) throws -> HTTPClientRequest {
        guard let url = URL(httpURLWithSocketPath: path, uri: "/\(function)") else { throw HTTPClientError.invalidURL }
        var request = HTTPClientRequest(url: url.absoluteString)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/json")
        request.body = .bytes(ByteBuffer(string: body))
        return request
    }
}
