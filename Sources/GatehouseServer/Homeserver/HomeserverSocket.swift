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

    /// Is there a socket that this process may write to? Where the bridge is on another machine, there mostly is none.
    var isInReach: Bool { FileManager.default.isWritableFile(atPath: path) }

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

/// What came to the homeserver with one of its calls. Blocks.
///
/// Where the socket is gone, so is the process with its calls: nobody waits for another one.
extension HomeserverSocket: CallOrigin {
    func stateEvent(of call: Int64, type: String, stateKey: String) throws -> JSON? {
        let parameters: JSONObject = ["call": .integer(call), "type": .string(type), "state_key": .string(stateKey)]
        return try answer("get_state_of_call", parameters).map { JSON($0) }
    }

    func mediaBytes(of call: Int64, from offset: Int, count: Int) throws -> [UInt8] {
        let parameters: JSONObject = [
            "call": .integer(call), "offset": .integer(Int64(offset)), "count": .integer(Int64(count)),
        ]
        let text = try answer("get_media_of_call", parameters)?.string
        guard let text, let bytes = Data(base64Encoded: text), bytes.count <= count else {
            throw HomeserverError.refused("the bridge answers with no piece of the file")
        }
        return Array(bytes)
    }

    private func answer(_ function: String, _ parameters: JSONObject) throws -> JSONValue? {
        guard isInReach else { throw HomeserverError.refused("there is no socket \(path) to ask on") }
        return try Blocking.run { try await ask(function, parameters) }
    }
}
