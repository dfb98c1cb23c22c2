import AsyncHTTPClient
import JSONText
import NIOCore
import NIOHTTP1

/// The connections to other servers, shared by all modules of the process and never closed for good.
enum HTTPConnections {
    private static let direct = client(.disallow)
    private static let following = client(.follow(max: 5, allowCycles: false))

    private static func client(_ redirects: HTTPClient.Configuration.RedirectConfiguration) -> HTTPClient {
        var configuration = HTTPClient.Configuration(redirectConfiguration: redirects)
        configuration.timeout.connect = .seconds(5)
        // A module decides what it does without an answer, and wants to know that at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Sends a request and reads all of the response. Ends early where its task is cancelled.
    static func send(_ request: HTTPRequest) async -> HTTPResponse {
        await withTaskGroup(of: HTTPResponse?.self) { group in
            group.addTask { await exchange(request) }
            group.addTask {
                try? await Task.sleep(for: request.timeout)
                return Task.isCancelled ? nil : .none(.timeout, "no response within \(request.timeout)")
            }
            defer { group.cancelAll() }
            for await response in group { if let response { return response } }
            return .none(.cancelled, "it was cancelled")
        }
    }

    private static func exchange(_ request: HTTPRequest) async -> HTTPResponse {
        do {
            let client = request.follows ? following : direct
            let response = try await client.execute(request.client, deadline: .distantFuture)
            let body = try await response.body.collect(upTo: request.bodyLimit)
            return HTTPResponse(
                result: .answered, status: Int(response.status.code),
                headers: response.headers.map { ($0.name.lowercased(), $0.value) }, body: Array(body.readableBytesView)
            ).checked(request.wantsJSON)
        } catch {
            return Task.isCancelled ? .none(.cancelled, "it was cancelled") : .none(result(of: error), "\(error)")
        }
    }

    private static func result(of error: any Error) -> HTTPResult {
        if error is NIOTooManyBytesError { return .tooLarge }
        guard let error = error as? HTTPClientError else { return .unreachable }
        switch error {
        case .connectTimeout, .readTimeout, .deadlineExceeded: return .timeout
        case .redirectLimitReached, .redirectCycleDetected: return .redirects
        case .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath: return .invalid
        default: return .unreachable
        }
    }
}

extension HTTPResponse {
    /// Whoever asks for JSON gets it with a good status, or a failure.
    fileprivate func checked(_ wantsJSON: Bool) -> HTTPResponse {
        guard wantsJSON else { return self }
        var checked = self
        if !(200..<300 ~= status) {
            (checked.result, checked.error) = (.status, "the status is \(status)")
        } else if (try? JSON(String(decoding: body ?? [], as: UTF8.self))) == nil {
            (checked.result, checked.error) = (.noJSON, "the body is no JSON")
        }
        return checked
    }
}
