import Foundation
import GatehouseTesting
import JSONText
import Testing

struct HostServiceTests {
    @Test func `a service that is not granted is not there`() throws {
        let clerk = try Clerk(grants: [.timers], homeserver: InMemoryHomeserver(serverName: "x"))
        #expect(try clerk.run("after 1000000000").code == "FOUND")
        #expect(try clerk.run("put a 1").code == "UNKNOWN")
        #expect(try clerk.run("user @a:x").code == "UNKNOWN")
    }

    @Test func `the homeserver is granted on request alone`() throws {
        #expect(ModuleEntry("clerk").grants == Set(HostService.allCases).subtracting([.homeserver]))
        let configuration = try Configuration(
            yaml: "modules: [{module: a, grants: [homeserver, store]}, {module: b}, {module: c, grants: []}]",
            file: "x.yaml")
        #expect(configuration.modules.map(\.grants) == [[.homeserver, .store], HostService.usual, []])
    }

    @Test func `a grant that is no service is a mistake`() {
        #expect {
            try Configuration(yaml: "modules: [{module: a, grants: [stor, clock, 1]}]", file: "x.yaml")
        } throws: { error in
            (error as? Problems)?.list.map { "\($0.cause). \($0.cure) [\($0.code)]" } == [
                "\"stor\" is no service. Did you mean `store`? [config.value]",
                "\"clock\" is no service. Known are http, timers, store, web, metrics, homeserver. [config.value]",
                "expected text, found a number. Put quotes around it. [config.type]",
            ]
        }
    }

    @Test func `a module that cannot do without a service is refused where that is not offered or not granted`() {
        let needy = ModuleEntry("needy", grants: [.timers])
        #expect {
            try TestedHost(Configuration(modulePath: Clerk.modules, modules: [needy], allowWritablePaths: true))
        } throws: { error in
            (error as? Problems)?.list.map { "\($0.cause) [\($0.code)]" } == [
                "it requires the service gatehouse.http/1, which it is not granted [module.service.not-granted]",
                "it requires the service example.clock/2, and this host offers gatehouse.http/1, gatehouse.timers/1, "
                    + "gatehouse.store/1, gatehouse.web/1, gatehouse.metrics/1 only [module.service.missing]",
            ]
        }
    }

    @Test func `the data folder of an instance is its own, and its user's alone`() throws {
        #expect(try Clerk().run("folder").code == "ABSENT")
        let folder = try TestFolder()
        let path = try Clerk(dataFolder: folder.path).run("folder")
        #expect(path == .init("FOUND", folder.path + "/modules/clerk"))
        let attributes = try FileManager.default.attributesOfItem(atPath: path.text)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
    }

    @Test func `a data folder that others may write to is refused`() throws {
        let folder = try TestFolder()
        let path = folder.path + "/modules/clerk"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path)
        #expect {
            try Clerk(dataFolder: folder.path)
        } throws: { error in
            (error as? Problems)?.list.map(\.code) == ["data-folder.unusable"]
        }
    }
}
