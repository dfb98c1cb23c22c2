import Gatehouse
import Logging
import Testing

struct ServerSettingsTests {
    private func settings(_ yaml: String) throws -> ServerSettings {
        try Configuration(yaml: yaml, file: "gatehouse.yaml").server
    }

    @Test func `all keys of a server are read`() throws {
        let settings = try settings(
            """
            listen: "127.0.0.1:8080"
            socket: /run/gatehouse.sock
            socket_mode: 0600
            token_file: token
            body_limit: 1000
            web_body_limit: 100
            call_limit: 5
            client_timeout: 2s
            drain_time: 250ms
            log_format: json
            log_level: debug
            media_folder: /var/lib/matrix-synapse/media
            server_name: example.org
            """)
        var expected = ServerSettings()
        expected.listen = ListenAddress(host: "127.0.0.1", port: 8080)
        expected.socket = "/run/gatehouse.sock"
        expected.socketMode = 0o600
        expected.tokenFile = "token"
        (expected.bodyLimit, expected.callLimit, expected.drainTime) = (1000, 5, .milliseconds(250))
        (expected.webBodyLimit, expected.clientTimeout) = (100, .seconds(2))
        (expected.logFormat, expected.logLevel, expected.serverName) = (.json, .debug, "example.org")
        expected.mediaFolder = "/var/lib/matrix-synapse/media"
        #expect(settings == expected)
    }

    @Test(arguments: [
        ("0660", 0o660), ("660", 0o660), ("\"0666\"", 0o666), ("0o600", nil), ("0888", nil), ("1777", nil),
    ])
    func `permissions are octal digits, however YAML reads them`(text: String, mode: UInt16?) {
        #expect((try? settings("socket_mode: \(text)"))?.socketMode == mode)
    }

    @Test(arguments: [
        "listen: 8080", "listen: \":8080\"", "socket: \"\"", "drain_time: 10", "drain_time: soon", "log_format: xml",
        "log_level: loud", "body_limit: 0", "call_limit: many", "call_limit: 1.5",
        "web_body_limit: 0", "client_timeout: 0s",
        "media_folder: media", "media_folder: /", "media_folder: /srv/../etc", "media_folder: \"\"",
        "media_folder: [/a]",
    ])
    func `what a key cannot mean is a mistake with a cure`(yaml: String) {
        let problems = #expect(throws: Problems.self) { _ = try settings(yaml) }
        #expect(problems?.list.count == 1)
        #expect(problems?.list.first?.cure.isEmpty == false)
    }
}
