import Gatehouse
import ModuleLoader
import Testing

struct GatehouseTests {
    private func problems(_ configuration: Configuration) -> [Problem] {
        do throws(Problems) {
            _ = try Gatehouse(configuration)
            return []
        } catch {
            return error.list
        }
    }

    @Test func `a host without modules is a host`() throws {
        let host = try TestModules.host()
        #expect(host.instances.map(\.name) == [])
        #expect(host.chainDescriptions.count == 55)
        host.shutDown()
        #expect(Gatehouse.version.split(separator: ".").count == 3)
    }

    @Test func `all that is wrong with all modules comes out in one go`() throws {
        let path = ["\(TestModules.root)/build/modules", "\(TestModules.root)/build/test-modules"]
        let found = problems(
            Configuration(
                modulePath: path,
                modules: [
                    ModuleEntry("no_such_module"), ModuleEntry("house_rules", config: ["server": 1, "colour": "red"]),
                    ModuleEntry("scripted", config: ["callback": "x.y"]), ModuleEntry("/no/such/file.so"),
                ], allowWritablePaths: true))
        #expect(
            found.map(\.subject).map { $0.split(separator: " ").first.map(String.init) ?? "" } == [
                "modules.0", "modules.1", "modules.1", "modules.2", "modules.3",
            ])
    }

    @Test func `two modules of one name are a mistake`() {
        let found = problems(Configuration(modules: [ModuleEntry("a.so"), ModuleEntry("b.so", name: "a")]))
        #expect(found.map(\.code) == ["config.duplicate-name"])
    }

    @Test func `the same file twice is two instances`() throws {
        let witnesses = [Witness(), Witness()]
        let modules = witnesses.enumerated().map {
            ModuleEntry("witness", name: "w\($0)", config: ["file": .string($1.path)])
        }
        let host = try TestModules.host(modules)
        defer { host.shutDown() }
        _ = try host.presenceRouter.getInterestedUsers(userID: "@a")
        #expect(witnesses.map(\.calls.count) == [1, 1])
    }
}
