import Testing

@testable import ModuleLoader

/// Libraries in this process.
@Suite struct ModuleImageTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(_ path: String, _ registering: () -> Void = {}) throws(Problems) -> ModuleImage {
        let file = try ModuleFile.open(path, allowWritablePaths: true)
        return try ModuleImage.open(file, subject: "modules.0", layouts: TableLayout.all, registering: registering)
    }

    private func problem(_ path: String) throws -> Problem {
        let found = problems { () throws(Problems) in _ = try open(path) }
        return try #require(found.count == 1 ? found.first : nil, "\(found)")
    }

    @Test func `A module is opened, and says what it is`() throws {
        let image = try open(TestModules.path("bare"))
        #expect(image.module.name == "bare")
        #expect(image.path == (try TestModules.path("bare")))
        #expect(image.hash == (try ModuleFile.open(image.path, allowWritablePaths: true).hash))
        #expect(image.module.callbacks == ["spam_checker.user_may_create_room"])
        #expect(image.warnings == [])
    }

    @Test func `The same content is opened once, wherever it lies`() throws {
        let path = try TestModules.path("needy")
        let first = try open(path)
        let other = try folder.file("other_name.so", bytes(of: path))
        var registrations = 0
        #expect(try open(other) { registrations += 1 } === first)
        #expect(try open(path) { registrations += 1 } === first)
        #expect(registrations == 0)
    }

    @Test func `Other content is another image`() throws {
        #expect(try open(TestModules.path("bare")) !== (try open(TestModules.path("needy"))))
    }

    @Test(arguments: realLibraries) func `A library that is no module is refused`(_ path: String) throws {
        let problem = try problem(path)
        #expect(problem.code == "module.load.symbol")
        #expect(problem.cause == "it does not export gatehouse_module_register")
        #expect(problem.subject == "modules.0")
    }

    @Test func `A symbol that is no function is not called`() throws {
        let problem = try problem(TestModules.path("data_symbol"))
        #expect(problem.code == "module.load.symbol-kind")
        #expect(problem.cause == "its gatehouse_module_register is data")
    }

    @Test func `What a library lacks is found when it is opened, and told with its own path`() throws {
        let path = try TestModules.path("unresolved")
        let problem = try problem(path)
        #expect(problem.code == "module.load.open")
        #expect(problem.cause.hasPrefix("it cannot be opened: \(path): "))
        #expect(problem.cause.contains("nobody_has_this"))
    }

    @Test func `A module that was refused is looked at anew the next time`() throws {
        let path = try TestModules.path("data_symbol")
        #expect(try problem(path) == problem(path))
    }
}
