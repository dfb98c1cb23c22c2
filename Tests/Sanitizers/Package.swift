// swift-tools-version: 6.2
import PackageDescription

/// The core and its tests, for `Tests/Sanitizers/run`: without what takes minutes to build under a sanitizer. Of the
/// library, whose services have a stand-in, it has the tests of what calls functions by a signature.
let settings: [SwiftSetting] = [
    .strictMemorySafety(), .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
]

let withBadModules = Context.environment["GATEHOUSE_BAD_MODULES"] != nil

let package = Package(
    name: "Gatehouse",
    dependencies: [
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        .target(name: "CGatehouse", path: "include", exclude: ["STYLE.md", "CHANGES.md"], publicHeadersPath: "."),
        .target(name: "CForeignCall", linkerSettings: [.linkedLibrary("ffi")]),
        .target(name: "CModuleCall", dependencies: ["CGatehouse", "CForeignCall"]),
        .target(name: "CJSONText", linkerSettings: [.linkedLibrary("simdjson")]),
        swift("JSONText", ["CJSONText"]),
        swift("ForeignCalls", ["CForeignCall", "JSONText"]),
        swift("CallbackChains", ["CModuleCall"]),
        .target(name: "Crypto", path: "Tests/Sanitizers/Crypto", swiftSettings: settings),
        swift(
            "ModuleLoader",
            [
                "CGatehouse", "CForeignCall", "CModuleCall", "JSONText", "ForeignCalls", "CallbackChains", "Crypto",
                .product(name: "Logging", package: "swift-log"),
            ]),
        swift(
            "MatrixCallbacks",
            [
                "CGatehouse", "CForeignCall", "CModuleCall", "JSONText", "ForeignCalls", "CallbackChains",
                "ModuleLoader",
                .product(name: "Logging", package: "swift-log"),
            ]),
        swift(
            "HookPoints",
            [
                "JSONText", "ForeignCalls", "CallbackChains", "ModuleLoader",
                .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "HostServices", dependencies: ["JSONText", "ModuleLoader"],
            path: "Tests/Fuzzing/Sources/HostServices", swiftSettings: settings),
        .target(
            name: "Gatehouse",
            dependencies: [
                "JSONText", "ForeignCalls", "CallbackChains", "ModuleLoader", "HostServices", "HookPoints",
                "MatrixCallbacks", "Yams", .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Gatehouse.docc"], swiftSettings: settings),
        .target(name: "SeenMutex", path: "Tests/Sanitizers/SeenMutex"),
        tests("JSONTextTests", ["JSONText"]),
        .target(
            name: "ForeignFunctions", dependencies: ["CForeignCall"], path: "Tests/ForeignFunctions",
            publicHeadersPath: "include"),
        tests("ForeignCallsTests", ["CForeignCall", "JSONText", "ForeignCalls", "ForeignFunctions"]),
        tests("CallbackChainsTests", ["CModuleCall", "CallbackChains"]),
        tests(
            "ModuleLoaderTests",
            ["CGatehouse", "CModuleCall", "JSONText", "ForeignCalls", "CallbackChains", "ModuleLoader"]),
        tests("MatrixCallbacksTests", ["CGatehouse", "JSONText", "CallbackChains", "ModuleLoader", "MatrixCallbacks"]),
        .testTarget(
            name: "GatehouseTests",
            dependencies: [
                "JSONText", "CallbackChains", "ModuleLoader", "MatrixCallbacks", "Gatehouse", "SeenMutex",
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["BadModules", "Calls", "Chains", "Configuration", "GatehouseTests.swift"],
            sources: ["Adopted", "Hooks", "Support"], swiftSettings: settings),
    ] + (withBadModules ? badModules : []),
    cxxLanguageStandard: .cxx17
)

/// The bad modules in the host's own process.
var badModules: [Target] {
    [
        .testTarget(
            name: "BadModuleTests", dependencies: ["JSONText", "MatrixCallbacks", "Gatehouse"],
            path: "Tests/GatehouseTests/BadModules", swiftSettings: settings)
    ]
}

func swift(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["SeenMutex"], swiftSettings: settings)
}
