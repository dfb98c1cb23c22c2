import AsyncHTTPClient
import JSONText
import NIOCore
import NIOHTTP1

/// The connections to other servers, shared by all modules of the process and never closed for good.
///
/// They live on event loops of their own, and on no task: a caller that blocks while its modules ask others may hold all
/// threads that tasks have.
enum HTTPConnections {
    typealias Exchange = HTTPClient.Task<HTTPClient.Response>

    private static let direct = client(.disallow)
    private static let following = client(.follow(max: 5, allowCycles: false))

    private static func client(_ redirects: HTTPClient.Configuration.RedirectConfiguration) -> HTTPClient {
        var configuration = HTTPClient.Configuration(redirectConfiguration: redirects)
        configuration.timeout.connect = .seconds(5)
        // A module decides what it does without an answer, and wants to know that at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Sends a request and reads all of the response. `completion` is called once, on an event loop, also where the
    /// exchange is cancelled.
    ///
    /// - Throws: what makes no sense in the request.
    static func send(
        _ request: HTTPRequest, _ completion: @escaping @Sendable (HTTPResponse) -> Void
    ) throws -> Exchange {
        let (client, sent) = (request.follows ? following : direct, try request.client)
        let exchange = client.execute(
            request: sent, delegate: ResponseAccumulator(request: sent, maxBodySize: request.bodyLimit),
            deadline: .now() + request.timeout)
        exchange.futureResult.whenComplete { completion(HTTPResponse($0).checked(request.wantsJSON)) }
        return exchange
    }
}

extension HTTPResponse {
    fileprivate init(_ ended: Result<HTTPClient.Response, any Error>) {
        switch ended {
        case .success(let response):
            self.init(
                result: .answered, status: Int(response.status.code),
                headers: response.headers.map { ($0.name.lowercased(), $0.value) },
                body: response.body.map { Array($0.readableBytesView) } ?? [])
        case .failure(let error):
            self = .none(HTTPResult(error), "\(error)")
        }
    }

    /// Whoever asks for JSON gets it with a good status, or a failure.
    fileprivate func checked(_ wantsJSON: Bool) -> HTTPResponse {
        guard wantsJSON, result == .answered else { return self }
        var checked = self
        if !(200..<300 ~= status) {
            (checked.result, checked.error) = (.status, "the status is \(status)")
        } else if (try? JSON(String(decoding: body ?? [], as: UTF8.self))) == nil {
            (checked.result, checked.error) = (.noJSON, "the body is no JSON")
        }
        return checked
    }
}

extension HTTPResult {
    init(_ error: any Error) {
        if error is ResponseAccumulator.ResponseTooBigError {
            self = .tooLarge
            return
        }
        switch error as? HTTPClientError {
        case .cancelled: self = .cancelled
        case .connectTimeout, .readTimeout, .deadlineExceeded: self = .timeout
        case .redirectLimitReached, .redirectCycleDetected: self = .redirects
        case .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath: self = .invalid
        default: self = .unreachable
        }
    }
}
