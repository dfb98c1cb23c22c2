import Foundation
import Glibc

/// The modules that `make modules` builds.
enum TestModules {
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    static let folders = ["build/modules", "build/test-modules"].map { repository.appending(path: $0).path }

    /// The library of a module.
    static func path(_ name: String) throws -> String {
        let paths = folders.map { "\($0)/\(name).so" }
        guard let path = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw Missing(description: "there is no \(paths.joined(separator: ", nor ")): run `make modules`")
        }
        return path
    }

    /// A function that a test module exports besides, as what the caller knows it to be.
    // - Safety: the library is never closed, and its source says what the symbol is.
    static func function<Function>(_ symbol: String, of name: String, as type: Function.Type) throws -> Function {
        let path = try path(name)
        guard let handle = unsafe dlopen(path, RTLD_NOW | RTLD_LOCAL), let found = unsafe dlsym(handle, symbol) else {
            throw Missing(description: "\(path) has no \(symbol): run `make modules`")
        }
        return unsafe unsafeBitCast(found, to: type)
    }

    /// The folder that holds `Package.swift`.
    private static let repository: URL = {
        var folder = URL(filePath: #filePath)
        func holdsPackage() -> Bool {
            FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
        }
        while folder.path != "/" && !holdsPackage() { folder.deleteLastPathComponent() }
        return folder
    }()
}
