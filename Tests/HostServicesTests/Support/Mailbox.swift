import Foundation
import FoundationNetworking

/// What modules have posted to `/mail` of a ``WebServer``.
struct Mailbox {
    struct Mail: Decodable, Equatable {
        let user_id: String
        let expiration_ts: Int64
        let url: String

        /// Of the link.
        var token: String { url.split(separator: "=").last.map(String.init) ?? "" }
    }

    let url: String

    init(_ server: WebServer) { url = server.url("/mail") }

    /// Waits until there are as many as that.
    func mails(_ count: Int) async throws -> [Mail] {
        for _ in 0..<10_000 {
            let mails = try await read()
            if mails.count >= count { return mails }
            try await Task.sleep(for: .milliseconds(1))
        }
        return []
    }

    private func read() async throws -> [Mail] {
        guard let place = URL(string: url) else { return [] }
        return try JSONDecoder().decode([Mail].self, from: try await URLSession.shared.data(from: place).0)
    }
}
