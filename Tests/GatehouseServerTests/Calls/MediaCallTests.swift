import Foundation
import Gatehouse
import HTTPTypes
import InMemoryLogging
import Logging
import Testing

@testable import GatehouseServer

/// Media files on their way from a caller to a module, which weighs them: by path and by reading, each with the last word
/// of outcome.h, the count of bytes and their checksum.
struct MediaCallTests {
    private static let call = "/v1/call/spam_checker/check_media_file_for_spam"
    private static let found = 1, absent = 2, unreachable = 3, wouldBlock = 4
    /// The checksum that every text about CRC-32 gives for this.
    private static let digits = "123456789", crc = 0xCBF4_3926

    private func weights(_ host: ServedHost, _ file: JSONValue, _ headers: HTTPFields = [:]) async throws -> JSONValue {
        let arguments: JSONValue = ["file_wrapper": file, "file_info": ["file_id": "f", "url_cache": false]]
        let reply = try await host.post(Self.call, arguments.text, headers)
        return try #require(reply["extra"], "\(reply.text)")
    }

    private func weighed(_ end: Int) -> JSONValue { [.integer(Int64(end)), 9, .integer(Int64(Self.crc))] }

    private func unweighed(_ end: Int) -> JSONValue { [.integer(Int64(end)), 0, 0] }

    private func host(_ name: String = "weigher", mediaFolder: String? = nil) throws -> ServedHost {
        let homeserver = BridgedHomeserver(serverName: "orchard.test", patience: .zero)
        return try ServedHost(ModuleEntry(name, config: ["tell": true]), homeserver: homeserver) {
            $0.mediaFolder = mediaFolder
        }
    }

    private func bridge(_ socket: String, of server: String = "orchard.test") -> HTTPFields {
        var headers = HTTPFields()
        for (name, value) in [("Homeserver", server), ("Worker", "master"), ("Socket", socket)] {
            if let name = HTTPField.Name("Gatehouse-\(name)") { headers[name] = value }
        }
        return headers
    }

    private let digits: JSONValue = ["base64": .string(Data(MediaCallTests.digits.utf8).base64EncodedString())]

    @Test func `bytes that come along are read, and have no path`() async throws {
        #expect(try await weights(host(), digits) == ["path": unweighed(Self.absent), "read": weighed(Self.absent)])
    }

    @Test func `a file in the folder that is shared is opened by its path, and read`() async throws {
        let folder = try Folder()
        let path = try folder.write("file", Self.digits)
        let host = try host(mediaFolder: folder.path)
        let whole: JSONValue = ["path": weighed(Self.found), "read": weighed(Self.absent)]
        #expect(try await weights(host, ["path": .string(path), "size": 9]) == whole)
        #expect(try await weights(host, ["path": .string(path), "base64": digits[member: "base64"] ?? .null]) == whole)
    }

    @Test func `a path that a caller names opens nothing else`() async throws {
        let folder = try Folder()
        let media = folder.path + "/media"
        try FileManager.default.createDirectory(atPath: media, withIntermediateDirectories: false)
        let secret = try folder.write("secret", Self.digits)
        try FileManager.default.createSymbolicLink(atPath: media + "/link", withDestinationPath: secret)
        let shared = try host(mediaFolder: media)
        let no: JSONValue = ["path": unweighed(Self.absent), "read": unweighed(Self.unreachable)]
        for path in [secret, media + "/../secret", media + "/link", "/dev/zero"] {
            #expect(try await weights(shared, ["path": .string(path), "size": 9]) == no, "\(path)")
        }
        #expect(try await weights(host(), ["path": .string(secret), "size": 9]) == no, "nothing is shared")
    }

    @Test func `what does not lie here is fetched from the process that calls, by the number of its call`() async throws
    {
        let text = Self.digits
        let bridge = try FakeBridge { _, _ in (.ok, #"{"value": "\#(Data(text.utf8).base64EncodedString())"}"#) }
        let seen = try await bridge.serving { socket in
            try await weights(host(), ["path": "/elsewhere", "size": 9, "call": 77], self.bridge(socket))
        }
        #expect(seen == ["path": unweighed(Self.absent), "read": weighed(Self.absent)])
        #expect(bridge.requests == [#"/get_media_of_call {"call":77,"offset":0,"count":9}"#])
    }

    @Test(arguments: [
        (400, #"{"error": "the call is over"}"#), (200, "null"), (200, #"{"value": ""}"#), (200, #"{"value": "%"}"#),
        (200, #"{"value": "MTIzNDU2Nzg5MA=="}"#), (200, "no JSON"),
    ])
    func `what is no piece of the file is nothing that a module reads`(status: Int, answer: String) async throws {
        let bridge = try FakeBridge { _, _ in (HTTPResponse.Status(code: status), answer) }
        let seen = try await bridge.serving { socket in
            try await weights(host(), ["size": 9, "call": 77], self.bridge(socket))
        }
        #expect(seen[member: "read"] == unweighed(Self.unreachable))
    }

    @Test func `where nobody can be asked the bytes cannot be had`() async throws {
        let host = try host()
        for headers in [[:], bridge("/no/such.sock"), bridge("/no/such.sock", of: "other.test")] as [HTTPFields] {
            let seen = try await weights(host, ["size": 9, "call": 77], headers)
            #expect(seen[member: "read"] == unweighed(Self.unreachable))
        }
    }

    @Test func `a module that must not wait is told so, and reads what lies here`() async throws {
        let folder = try Folder()
        let path = try folder.write("file", Self.digits)
        let host = try host("weigher_prompt", mediaFolder: folder.path)
        let fetched = try await weights(host, ["size": 9, "call": 77], bridge("/no/such.sock"))
        #expect(fetched[member: "read"] == unweighed(Self.wouldBlock))
        let shared = try await weights(host, ["path": .string(path), "size": 9])
        #expect(shared[member: "read"] == weighed(Self.absent))
    }

    /// What the list of callbacks says to a bridge that answers on this socket.
    private func fetchesMedia(_ host: ServedHost, _ headers: HTTPFields) async throws -> [JSONValue] {
        try await host.get("/v1/callbacks", headers).items.compactMap { $0[member: "fetches_media"] }
    }

    @Test func `a bridge learns whether it will be asked for the bytes`() async throws {
        let bridge = try FakeBridge { _, _ in (.ok, "null") }
        let host = try host()
        let answers = try await bridge.serving { socket in
            let own = try await fetchesMedia(host, self.bridge(socket))
            return own + (try await fetchesMedia(host, self.bridge(socket, of: "other.test")))
        }
        #expect(answers == [true, false])
        #expect(try await fetchesMedia(host, self.bridge("/no/such.sock")) == [false])
        #expect(try await fetchesMedia(host, [:]) == [false])
    }

    @Test func `a folder that is none keeps the server from starting, and one that is missing does not`() throws {
        let folder = try Folder()
        let file = try folder.write("file", "")
        let problems = #expect(throws: Problems.self) { _ = try host(mediaFolder: file) }
        #expect(problems?.list.map(\.code) == ["media-folder.unusable"])
        #expect(try host(mediaFolder: folder.path + "/later").log.contains { "\($0.message)".contains("media_folder") })
    }
}
