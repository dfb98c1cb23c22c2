import CModuleCall
import Glibc
import Synchronization

/// A library in this process: opened once for each content, with all symbols resolved, local, and never closed.
///
/// Never closed because Swift, Go and C++ libraries do not survive it (their runtimes keep pointers into them).
package final class ModuleImage: Sendable {
    package let hash: String
    package let path: String
    package let module: RegisteredModule
    package let warnings: [String]

    private init(hash: String, path: String, module: RegisteredModule, warnings: [String]) {
        self.hash = hash
        self.path = path
        self.module = module
        self.warnings = warnings
    }

    /// A library, and the categories that were read from its record: hosts of different ones may be in one process.
    private struct Key: Hashable {
        let hash: String
        let categories: [String]
    }

    private static let opened = Mutex<[Key: ModuleImage]>([:])

    /// The image of a file: the one that is open already, or a new one from a private copy.
    ///
    /// - Parameter registering: is called between the system's loader and the module's registration.
    static func open(
        _ file: ModuleFile, subject: String, layouts: [TableLayout], registering: () -> Void
    ) throws(Problems) -> ModuleImage {
        let key = Key(hash: file.hash, categories: layouts.map(\.category))
        if let image = opened.withLock({ $0[key] }) { return image }
        let copy = try PrivateFolder.shared.copy(of: file)
        let function = try unsafe symbol(in: copy, of: file, subject: subject)
        registering()
        let (module, warnings) = try unsafe Registration.run(function, subject: subject, layouts: layouts)
        let image = ModuleImage(hash: file.hash, path: file.path, module: module, warnings: warnings)
        return opened.withLock { images in
            if let other = images[key] { return other }
            images[key] = image
            return image
        }
    }

    private static let symbolName = "gatehouse_module_register"

    // - Safety: dlopen runs the library's constructors: from here on the file is trusted code. The symbol is a function
    //   by its own symbol table, and its type is the contract's.
    private static func symbol(
        in copy: String, of file: ModuleFile, subject: String
    ) throws(Problems) -> cm_register_function {
        guard let handle = unsafe dlopen(copy, RTLD_NOW | RTLD_LOCAL) else {
            let reason = unsafe String(cString: dlerror()).replacing(copy, with: file.path)
            throw problem(
                "module.load.open", subject, "it cannot be opened: \(reason)",
                cure: "Install the library or the symbol that it lacks, or link it in.")
        }
        guard let symbol = unsafe dlsym(handle, symbolName) else {
            throw problem(
                "module.load.symbol", subject, "it does not export \(symbolName)",
                cure: "Define that function and compile it as C, with default visibility.")
        }
        switch unsafe cm_symbol_kind(handle, symbol) {
        case CM_FUNCTION: break
        case CM_NO_FUNCTION:
            throw problem(
                "module.load.symbol-kind", subject, "its \(symbolName) is data",
                cure: "Define \(symbolName) as a function.")
        default:
            throw problem(
                "module.load.symbol", subject, "it does not export \(symbolName) itself; a library that it needs does",
                cure: "Define that function in the module, or list the other library.")
        }
        return unsafe unsafeBitCast(symbol, to: cm_register_function.self)
    }

    private static func problem(_ code: String, _ subject: String, _ cause: String, cure: String) -> Problems {
        Problems(list: [Problem(code, subject, cause, cure: cure)])
    }
}
