package import CForeignCall
import Glibc

/// A shared library that knows nothing of Gatehouse, opened for some of its functions and never closed.
///
/// It is opened in its place, not from a copy: libraries of the system are in this process already, and must not be in
/// it twice. So a new file takes effect when the process starts again.
@safe package struct ForeignLibrary: @unchecked Sendable {
    package let file: ModuleFile
    // - Safety: of `dlopen`, and never closed.
    private let handle: UnsafeMutableRawPointer
    private let symbols: ELFSymbols
    private let subject: String

    /// Finds, checks and opens a library. A name without a slash, `libz.so.1`, is looked for in the folders of
    /// `module_path` and then in those of the system.
    ///
    /// - Throws: what `ModuleFile.open` finds, or why the system's loader refuses it.
    // - Safety: dlopen runs the library's constructors: from here on the file is trusted code.
    package static func open(_ request: ModuleRequest, _ options: LoadOptions) throws(Problems) -> ForeignLibrary {
        let file = try ModuleFile.open(
            place(of: request.reference, options), subject: request.subject, searchedOn: [],
            relativeTo: options.folder, sha256: request.sha256, allowWritablePaths: options.allowWritablePaths)
        guard let handle = unsafe dlopen(file.path, RTLD_NOW | RTLD_LOCAL) else {
            throw Problems(list: [
                Problem(
                    "module.load.open", request.subject, "it cannot be opened: \(unsafe String(cString: dlerror()))",
                    cure: "Install the library or the symbol that it lacks.")
            ])
        }
        let symbols: ELFSymbols
        do {
            symbols = try ELFSymbols(file.bytes)
        } catch {
            throw Problems(list: [FileProblems(subject: request.subject, path: file.path).problem(error)])
        }
        return unsafe ForeignLibrary(file: file, handle: handle, symbols: symbols, subject: request.subject)
    }

    /// The first folder that has it; where none has, the name itself, which leads nowhere and is reported then.
    private static func place(of reference: String, _ options: LoadOptions) -> String {
        if reference.hasSlash { return reference }
        let places = (options.modulePath + systemFolders).map { "\($0)/\(reference)" }
        return places.first { ModulePath($0, relativeTo: options.folder).exists } ?? "./\(reference)"
    }

    /// Where Debian and others have their libraries. The environment's library path plays no part.
    private static let systemFolders = [
        "/usr/local/lib", "/lib/\(ELFMachine.host.libraryFolder)", "/usr/lib/\(ELFMachine.host.libraryFolder)",
        "/lib64",
        "/usr/lib64", "/lib", "/usr/lib",
    ]

    /// A function that the library exports.
    ///
    /// - Returns: nil where it has none of this name; what else it may have of it is no function.
    package func function(_ symbol: String) -> fc_function? {
        guard symbols.functions.contains(symbol), let address = unsafe dlsym(handle, symbol) else { return nil }
        return unsafe unsafeBitCast(address, to: fc_function.self)
    }

    /// The function's name that was meant, perhaps.
    package func nearMiss(_ symbol: String) -> String? {
        NearMiss.closest(to: symbol, among: symbols.functions.sorted())
    }
}
