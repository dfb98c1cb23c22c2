// swift-tools-version: 6.2
import PackageDescription

/// Benchmarks over the core's sources. `Sources` links to those, so that all is one package and `package` is in reach;
/// and the services, which take minutes to build and stand in no chain, have a stand-in. `make bench` builds and runs it.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let log = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "Benchmarks",
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
    ],
    targets: [
        .target(name: "CGatehouse", exclude: ["STYLE.md", "CHANGES.md"], publicHeadersPath: "."),
        .target(name: "CForeignCall", linkerSettings: [.linkedLibrary("ffi")]),
        .target(name: "CModuleCall", dependencies: ["CGatehouse", "CForeignCall"]),
        .target(name: "CJSONText", linkerSettings: [.linkedLibrary("simdjson")]),
        swift("JSONText", "CJSONText"),
        swift("ForeignCalls", "CForeignCall", "JSONText"),
        swift("CallbackChains", "CModuleCall"),
        swift(
            "ModuleLoader", "CGatehouse", "CForeignCall", "CModuleCall", "CJSONText", "JSONText", "ForeignCalls",
            "CallbackChains", .product(name: "Crypto", package: "swift-crypto"), log),
        swift("HookPoints", "JSONText", "ForeignCalls", "CallbackChains", "ModuleLoader", log),
        swift("HostServices", "JSONText", "ModuleLoader"),
        swift(
            "MatrixCallbacks", "CGatehouse", "CForeignCall", "CModuleCall", "JSONText", "ForeignCalls",
            "CallbackChains", "ModuleLoader", log),
        .target(
            name: "Gatehouse",
            dependencies: [
                "JSONText", "ForeignCalls", "CallbackChains", "ModuleLoader", "HostServices", "HookPoints",
                "MatrixCallbacks", "Yams", log,
            ],
            exclude: ["Gatehouse.docc"], swiftSettings: settings),
        .target(
            name: "CPeers", dependencies: ["CGatehouse"],
            cSettings: [.define("_GNU_SOURCE"), .unsafeFlags(["-I/usr/include/apr-1.0"])],
            linkerSettings: [.linkedLibrary("simdjson"), .linkedLibrary("apr-1"), .linkedLibrary("aprutil-1")]),
        swift(
            "Subjects", "CPeers", "JSONText", "CallbackChains", "ModuleLoader", "MatrixCallbacks", "Gatehouse", log),
        .executableTarget(name: "Probe", dependencies: ["CPeers", "Gatehouse", "Subjects"], swiftSettings: settings),
        .executableTarget(
            name: "Calls",
            dependencies: ["Gatehouse", "Subjects", .product(name: "Benchmark", package: "benchmark")],
            path: "Benchmarks/Calls", swiftSettings: settings,
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ],
    cxxLanguageStandard: .cxx17
)

func swift(_ name: String, _ dependencies: Target.Dependency...) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}
