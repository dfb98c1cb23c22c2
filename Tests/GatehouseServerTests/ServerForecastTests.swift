import Foundation
import Gatehouse
import Logging
import Testing

@testable import GatehouseServer

struct ServerForecastTests {
    private let folder: Folder
    private var configuration: Configuration

    init() throws {
        folder = try Folder()
        configuration = Configuration(
            modules: [ModuleEntry("./m.so", name: "m")], dataFolder: "kept", folder: folder.path)
        configuration.server.tokenFile = "token"
        configuration.server.socket = "s.sock"
        try folder.write("token", "word\n")
    }

    private var codes: [String] { ServerForecast.problems(configuration).map(\.code) }

    private func make(_ name: String, mode: Int = 0o700) throws {
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/\(name)", withIntermediateDirectories: false, attributes: [.posixPermissions: mode])
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(folder.path)/\(name)")
    }

    @Test func `what is missing and will be made is no problem, and is not made`() throws {
        #expect(codes == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["token"])
    }

    @Test func `what a server has left is no problem`() throws {
        try make("kept")
        _ = try SQLiteStore(path: "\(folder.path)/kept/store.sqlite")
        _ = try DecisionStore(folder: "\(folder.path)/kept", logger: Logger(label: "test"))
        let before = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/kept").sorted()
        #expect(codes == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/kept").sorted() == before)
    }

    @Test func `folders that others may write to are problems, those of instances too`() throws {
        try make("kept", mode: 0o777)
        try make("kept/modules")
        try make("kept/modules/m", mode: 0o720)
        let problems = ServerForecast.problems(configuration)
        #expect(problems.map(\.code) == ["data-folder.unusable", "data-folder.unusable"])
        #expect(problems.map(\.subject) == ["\(folder.path)/kept", "\(folder.path)/kept/modules/m"])
    }

    @Test func `a store that is no database is a problem, and such a file of decisions is set aside`() throws {
        try make("kept")
        try folder.write("kept/store.sqlite", "something else")
        try folder.write("kept/decisions.sqlite", "something else")
        #expect(codes == ["store.unusable"])
    }

    @Test func `a token that cannot be had is a problem`() throws {
        try folder.write("token", "two words")
        #expect(codes == ["serve.token"])
        try FileManager.default.removeItem(atPath: "\(folder.path)/token")
        #expect(codes == ["serve.token"])
    }

    @Test func `what is no folder of media, and what is no socket, are problems`() throws {
        var configuration = configuration
        configuration.server.mediaFolder = try folder.write("media", "")
        try folder.write("s.sock", "")
        #expect(ServerForecast.problems(configuration).map(\.code) == ["media-folder.unusable", "serve.socket"])
    }

    @Test(arguments: ["0.0.0.0", "::", "192.0.2.1"])
    func `an address that others can reach needs a token`(host: String) {
        var configuration = configuration
        configuration.server.listen = ListenAddress(host: host, port: 8080)
        #expect(ServerForecast.problems(configuration).map(\.code) == [])
        configuration.server.tokenFile = nil
        #expect(ServerForecast.problems(configuration).map(\.code) == ["serve.unguarded"])
    }

    @Test(arguments: ["127.0.0.1", "::1", "localhost"])
    func `an address of this machine needs none`(host: String) {
        var configuration = configuration
        configuration.server.listen = ListenAddress(host: host, port: 8080)
        configuration.server.tokenFile = nil
        #expect(ServerForecast.problems(configuration).map(\.code) == [])
    }
}
