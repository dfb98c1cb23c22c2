// swift-tools-version: 6.2
import PackageDescription

/// Fuzz targets over the core's sources. `Sources` links to those, so that all is one package and `package` is in
/// reach; and swift-crypto and the services, which take minutes to build, have stand-ins. `Tests/Fuzzing/fuzz` builds and
/// runs it.
let settings: [SwiftSetting] = [
    .strictMemorySafety(), .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Fuzzing",
    dependencies: [
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        .target(name: "CGatehouse", exclude: ["STYLE.md", "CHANGES.md"], publicHeadersPath: "."),
        .target(name: "CForeignCall", linkerSettings: [.linkedLibrary("ffi")]),
        .target(name: "CModuleCall", dependencies: ["CGatehouse", "CForeignCall"]),
        .target(name: "CJSONText", linkerSettings: [.linkedLibrary("simdjson")]),
        swift("JSONText", "CJSONText"),
        swift("ForeignCalls", "CForeignCall", "JSONText"),
        swift("CallbackChains", "CModuleCall"),
        swift("Crypto"),
        swift(
            "ModuleLoader", "CGatehouse", "CForeignCall", "CModuleCall", "JSONText", "ForeignCalls", "CallbackChains",
            "Crypto", .product(name: "Logging", package: "swift-log")),
        swift(
            "HookPoints", "JSONText", "ForeignCalls", "CallbackChains", "ModuleLoader",
            .product(name: "Logging", package: "swift-log")),
        swift("HostServices", "JSONText", "ModuleLoader"),
        swift(
            "MatrixCallbacks", "CGatehouse", "CForeignCall", "CModuleCall", "JSONText", "ForeignCalls",
            "CallbackChains",
            "ModuleLoader", .product(name: "Logging", package: "swift-log")),
        .target(
            name: "Gatehouse",
            dependencies: [
                "JSONText", "ForeignCalls", "CallbackChains", "ModuleLoader", "HostServices", "HookPoints",
                "MatrixCallbacks", "Yams",
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Gatehouse.docc"], swiftSettings: settings),
        .target(name: "FuzzedModule", dependencies: ["CGatehouse"]),
        swift("FuzzSupport", "JSONText"),
        fuzz("Configuration", "JSONText", "ModuleLoader", "Gatehouse"),
        fuzz("Arguments", "JSONText", "ModuleLoader", "MatrixCallbacks"),
        fuzz("Lookups", "CGatehouse", "JSONText", "ModuleLoader"),
        fuzz("Registration", "CGatehouse", "CModuleCall", "FuzzedModule", "ModuleLoader", "MatrixCallbacks"),
        fuzz("Replies", "FuzzedModule", "JSONText", "CallbackChains", "ModuleLoader", "MatrixCallbacks"),
        fuzz("ELF", "ModuleLoader"),
        fuzz("Signature", "ForeignCalls"),
        fuzz("Adoption", "JSONText", "ModuleLoader", "MatrixCallbacks", "Gatehouse"),
    ],
    cxxLanguageStandard: .cxx17
)

func swift(_ name: String, _ dependencies: Target.Dependency...) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// libFuzzer brings the `main`.
func fuzz(_ name: String, _ dependencies: Target.Dependency...) -> Target {
    .executableTarget(
        name: "Fuzz\(name)", dependencies: dependencies + ["FuzzSupport"],
        swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
}
