// swift-tools-version: 6.2
import PackageDescription

/// An application that has nothing to do with Matrix: it declares hooks, and modules decide. `run` builds and runs it.
let package = Package(
    name: "Billing",
    dependencies: [.package(name: "Gatehouse", path: "../../..")],
    targets: [
        .executableTarget(name: "Billing", dependencies: [.product(name: "Gatehouse", package: "Gatehouse")])
    ]
)
