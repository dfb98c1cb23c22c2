// swift-tools-version: 6.2
import PackageDescription

/// One block for all Swift targets.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0458-strict-memory-safety.md
    .strictMemorySafety(),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0443-warning-control-flags.md
    .treatAllWarnings(as: .error),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Layers, lowest first: a target imports only what stands above it here.
let package = Package(
    name: "Gatehouse",
    products: [
        .library(name: "Gatehouse", targets: ["Gatehouse"]),
        .library(name: "GatehouseTesting", targets: ["GatehouseTesting"]),
        .executable(name: "gatehouse", targets: ["GatehouseCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        .target(name: "CGatehouse", path: "include", exclude: ["STYLE.md", "CHANGES.md"], publicHeadersPath: "."),
        .target(name: "CForeignCall", linkerSettings: [.linkedLibrary("ffi")]),
        .target(name: "CModuleCall", dependencies: ["CGatehouse", "CForeignCall"]),
        .target(name: "CJSONText", linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "JSONText", dependencies: ["CJSONText"], swiftSettings: settings),
        .target(name: "ForeignCalls", dependencies: ["CForeignCall", "JSONText"], swiftSettings: settings),
        .target(name: "CallbackChains", dependencies: ["CModuleCall"], swiftSettings: settings),
        .target(
            name: "ModuleLoader",
            dependencies: [
                "CGatehouse", "CForeignCall", "CModuleCall", "CJSONText", "JSONText", "ForeignCalls", "CallbackChains",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .target(
            name: "HookPoints",
            dependencies: [
                "JSONText", "ForeignCalls", "CallbackChains", "ModuleLoader",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .target(
            name: "MatrixCallbacks",
            dependencies: [
                "CGatehouse", "CForeignCall", "CModuleCall", "JSONText", "ForeignCalls", "CallbackChains",
                "ModuleLoader",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .target(
            name: "Gatehouse",
            dependencies: [
                "JSONText", "ForeignCalls", "CallbackChains", "ModuleLoader", "HookPoints", "MatrixCallbacks", "Yams",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .target(
            name: "GatehouseTesting",
            dependencies: [
                "JSONText", "CallbackChains", "ModuleLoader", "MatrixCallbacks", "Gatehouse",
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "Conformance",
            dependencies: [
                "Gatehouse", "JSONText", "CallbackChains", "ModuleLoader", "MatrixCallbacks",
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/Conformance",
            swiftSettings: settings),
        .executableTarget(
            name: "GatehouseCommand",
            dependencies: [
                "Gatehouse", "JSONText", "ForeignCalls", "CallbackChains", "ModuleLoader", "HookPoints",
                "MatrixCallbacks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .testTarget(name: "JSONTextTests", dependencies: ["JSONText"], swiftSettings: settings),
        .target(
            name: "ForeignFunctions", dependencies: ["CForeignCall"], path: "Tests/ForeignFunctions",
            publicHeadersPath: "include"),
        .executableTarget(
            name: "CallBenchmark", dependencies: ["CForeignCall", "ForeignFunctions"], path: "Tests/CallBenchmark",
            swiftSettings: settings),
        .testTarget(
            name: "ForeignCallsTests", dependencies: ["CForeignCall", "JSONText", "ForeignCalls", "ForeignFunctions"],
            swiftSettings: settings),
        .testTarget(
            name: "CallbackChainsTests", dependencies: ["CModuleCall", "CallbackChains"], swiftSettings: settings),
        .testTarget(
            name: "ModuleLoaderTests",
            dependencies: ["CGatehouse", "CModuleCall", "JSONText", "ForeignCalls", "CallbackChains", "ModuleLoader"],
            swiftSettings: settings),
        .testTarget(
            name: "MatrixCallbacksTests",
            dependencies: ["CGatehouse", "JSONText", "CallbackChains", "ModuleLoader", "MatrixCallbacks"],
            swiftSettings: settings),
        .testTarget(
            name: "GatehouseTests",
            dependencies: ["JSONText", "CallbackChains", "ModuleLoader", "MatrixCallbacks", "Gatehouse"],
            swiftSettings: settings),
        .testTarget(
            name: "GatehouseTestingTests",
            dependencies: ["JSONText", "ModuleLoader", "MatrixCallbacks", "Gatehouse", "GatehouseTesting"],
            swiftSettings: settings),
        .testTarget(
            name: "GatehouseCommandTests", dependencies: ["GatehouseCommand", "JSONText"], swiftSettings: settings),
    ],
    cxxLanguageStandard: .cxx17
)
