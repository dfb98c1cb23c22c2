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
        .library(name: "GatehouseServer", targets: ["GatehouseServer"]),
        .library(name: "GatehouseTesting", targets: ["GatehouseTesting"]),
        .executable(name: "gatehouse", targets: ["GatehouseCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
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
            name: "HostServices",
            dependencies: [
                "CGatehouse", "CModuleCall", "JSONText", "ModuleLoader",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
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
                "JSONText", "ForeignCalls", "CallbackChains", "ModuleLoader", "HostServices", "HookPoints",
                "MatrixCallbacks", "Yams",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .target(
            name: "GatehouseTesting",
            dependencies: [
                "JSONText", "CallbackChains", "ModuleLoader", "HostServices", "MatrixCallbacks", "Gatehouse",
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .target(
            name: "GatehouseServer",
            dependencies: [
                "JSONText", "CallbackChains", "ModuleLoader", "HostServices", "MatrixCallbacks", "Gatehouse",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOExtras", package: "swift-nio-extras"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            exclude: ["Units"],
            // A request passes through many functions, and each would look up which threads it is to run on.
            // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0461-async-function-isolation.md
            swiftSettings: settings + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]),
        .executableTarget(
            name: "Conformance",
            dependencies: [
                "Gatehouse", "JSONText", "CallbackChains", "ModuleLoader", "MatrixCallbacks",
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/Conformance",
            swiftSettings: settings),
        .executableTarget(
            name: "ConstantServer", dependencies: [.product(name: "Hummingbird", package: "hummingbird")],
            path: "Tests/Benchmarks/ConstantServer", swiftSettings: settings),
        .executableTarget(
            name: "GatehouseCommand",
            dependencies: [
                "Gatehouse", "GatehouseServer", "JSONText", "ForeignCalls", "CallbackChains", "ModuleLoader",
                "HostServices", "HookPoints", "MatrixCallbacks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.embedInCode("New/Templates/Layers")],
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
        .executableTarget(
            name: "StoreWriter", dependencies: ["HostServices"], path: "Tests/StoreWriter", swiftSettings: settings),
        .testTarget(
            name: "HostServicesTests",
            dependencies: [
                "CGatehouse", "StoreWriter", "JSONText", "ModuleLoader", "HostServices", "MatrixCallbacks", "Gatehouse",
                "GatehouseTesting",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Support/server.py"],
            swiftSettings: settings),
        .testTarget(
            name: "MatrixCallbacksTests",
            dependencies: ["CGatehouse", "JSONText", "CallbackChains", "ModuleLoader", "MatrixCallbacks"],
            swiftSettings: settings),
        .testTarget(
            name: "GatehouseTests",
            dependencies: [
                "JSONText", "CallbackChains", "ModuleLoader", "MatrixCallbacks", "Gatehouse",
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "GatehouseTestingTests",
            dependencies: ["JSONText", "ModuleLoader", "MatrixCallbacks", "Gatehouse", "GatehouseTesting"],
            swiftSettings: settings),
        .testTarget(
            name: "GatehouseServerTests",
            dependencies: [
                "Gatehouse", "GatehouseServer", "JSONText", "CallbackChains", "ModuleLoader", "MatrixCallbacks",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "GatehouseCommandTests", dependencies: ["GatehouseCommand", "JSONText"], swiftSettings: settings),
    ],
    cxxLanguageStandard: .cxx17
)
