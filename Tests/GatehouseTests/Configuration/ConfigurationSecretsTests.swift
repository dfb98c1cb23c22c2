import Foundation
import Gatehouse
import JSONText
import ModuleLoader
import Testing

struct ConfigurationSecretsTests {
    private func configuration(_ entry: String, secret: String? = "open sesame\n") throws -> Configuration {
        let folder = FileManager.default.temporaryDirectory.path + "/gatehouse-secrets-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try secret?.write(toFile: folder + "/secret", atomically: false, encoding: .utf8)
        var configuration = try Configuration(yaml: "modules:\n- module: m\n\(entry)", file: "gatehouse.yaml")
        configuration.folder = folder
        return configuration
    }

    private func problems(_ configuration: Configuration) -> [String] {
        configuration.withSecrets().problems.map {
            "\($0)".replacingOccurrences(of: configuration.folder + "/", with: "")
        }
    }

    @Test func `what stands in the file becomes a key of the section, without the line end`() throws {
        let configuration = try configuration("  config: {user: a}\n  secrets: {password_file: secret}")
        #expect(configuration.modules[0].secrets == ["password": "secret"])
        let told = configuration.withSecrets()
        #expect(told.problems == [])
        #expect(told.configuration.modules[0].config == ["user": "a", "password": "open sesame"])
        #expect(told.configuration.modules[0].secrets == [:])
    }

    @Test func `older sections have secrets too`() throws {
        var configuration = try configuration("")
        configuration.legacy.spamCheckers = [ModuleEntry("s", secrets: ["key": "secret"])]
        #expect(configuration.withSecrets().configuration.legacy.spamCheckers[0].config == ["key": "open sesame"])
    }

    @Test func `a configuration does not hold what stands in the file`() throws {
        let configuration = try configuration("  secrets: {password_file: secret}")
        var shown = ""
        dump(configuration, to: &shown)
        #expect(!shown.contains("sesame"))
    }

    @Test func `a file that is not there is a problem that names it`() throws {
        let found = problems(try configuration("  secrets: {password_file: secret}", secret: nil))
        #expect(found.count == 1)
        let start = "gatehouse.yaml:2: modules.0.secrets.password_file: secret cannot be read"
        #expect(found.first?.hasPrefix(start) == true)
    }

    @Test func `a file without a text is a problem`() throws {
        #expect(
            problems(try configuration("  secrets: {a_file: secret}", secret: "\n")) == [
                "gatehouse.yaml:2: modules.0.secrets.a_file: secret holds no text. "
                    + "Write the secret into it, as UTF-8. [config.secret]"
            ])
    }

    @Test func `a key that is there already is not replaced`() throws {
        #expect(
            problems(try configuration("  config: {a: b}\n  secrets: {a_file: secret}")) == [
                "gatehouse.yaml:2: modules.0.secrets.a_file: `config` has `a` as well. "
                    + "Keep one of the two. [config.secret]"
            ])
    }

    @Test func `a key has to say that it is a file's`() {
        #expect(
            Mistake.found(in: "modules:\n- module: m\n  secrets: {password: secret}") == [
                "gatehouse.yaml:3: modules.0.secrets.password: the key does not end with `_file`. "
                    + "Write `password_file` and the path of the file that holds the secret. [config.value]"
            ])
    }

    @Test func `a host does not start without its secrets`() throws {
        let configuration = try configuration("  secrets: {password_file: secret}", secret: nil)
        let thrown = #expect(throws: Problems.self) { _ = try Gatehouse(configuration) }
        #expect(thrown?.list.map(\.code) == ["config.secret"])
    }
}
