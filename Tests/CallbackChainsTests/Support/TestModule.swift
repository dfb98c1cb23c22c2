import Foundation
import Glibc

/// A library of `Tests/Modules`, opened for the functions that it exports besides.
enum TestModule {
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// The function of this name, as what the caller knows it to be.
    // - Safety: the library is never closed, and its source says what the symbol is.
    static func function<Function>(_ symbol: String, of name: String, as type: Function.Type) throws -> Function {
        let path = repository.appending(path: "build/test-modules/\(name).so").path
        guard let handle = unsafe dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
            throw Missing(description: "\(path) cannot be opened: run `make modules`")
        }
        guard let found = unsafe dlsym(handle, symbol) else {
            throw Missing(description: "\(path) has no \(symbol): run `make modules`")
        }
        return unsafe unsafeBitCast(found, to: type)
    }

    /// The folder that holds `Package.swift`.
    private static var repository: URL {
        var folder = URL(filePath: #filePath)
        while folder.path != "/"
            && !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder
    }
}
