import ArgumentParser

/// A language that a module can be written in.
enum Language: String, CaseIterable, ExpressibleByArgument {
    case c, cpp, swift, rust

    var template: Template {
        switch self {
        case .c: .c
        case .cpp: .cpp
        case .swift: .swift
        case .rust: .rust
        }
    }

    /// What somebody needs to build it, beside `make`.
    var needs: String {
        switch self {
        case .c: "a C compiler"
        case .cpp: "a C++ compiler"
        case .swift: "swiftc 6.3, and a C compiler for the test"
        case .rust: "rustc 1.63 or later, and a C compiler for the test"
        }
    }
}
