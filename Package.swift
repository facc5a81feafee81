// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

// What tests live through thousands of days with is optimised for them too; it builds as fast, and runs ten times so.
let optimised = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "hydrated",
    products: [
        .executable(name: "hydrated", targets: ["hydrated"]),
        .executable(name: "hydratectl", targets: ["hydratectl"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        // The pure core: no clock, no file, no environment. The instant and the zone's rules are parameters.
        .target(name: "Physiology", dependencies: [realModule], swiftSettings: optimised),
        .target(name: "Diary", dependencies: ["Physiology"], swiftSettings: optimised),
        .target(name: "Guidance", dependencies: ["Physiology", "Diary"], swiftSettings: optimised),
        .target(name: "Wording", dependencies: ["Physiology", "Diary", "Guidance"], swiftSettings: strict),
        .target(name: "Settings", dependencies: ["Physiology", "Diary", "Guidance"], swiftSettings: strict),

        // The shell around it: the diary's file, the event loop, the bus.
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(
            name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .target(name: "DiaryStore", dependencies: ["Physiology", "Diary", "CSQLite"], swiftSettings: strict),
        .target(name: "Systemd", dependencies: ["CSystemd"], swiftSettings: strict),
        .target(
            name: "ControlProtocol", dependencies: ["Physiology", "Diary", "Guidance", "Systemd"],
            swiftSettings: strict),
        .target(
            name: "Daemon",
            dependencies: [
                "Physiology", "Diary", "Guidance", "Wording", "Settings", "DiaryStore", "Systemd", "ControlProtocol",
            ],
            swiftSettings: strict),

        // Measured by `make bench`, and run for the documentation's plots; neither is installed.
        .executableTarget(
            name: "CoreBench", dependencies: ["Guidance", "Diary", "Physiology"], path: "Tests/Bench/Core",
            swiftSettings: strict),
        .executableTarget(
            name: "DayCourse", dependencies: ["Guidance", "Diary", "Physiology"],
            path: "Tests/Documentation/DayCourse", swiftSettings: strict),

        // What a user runs.
        .executableTarget(name: "hydrated", dependencies: ["Daemon"], swiftSettings: strict),
        .executableTarget(
            name: "hydratectl",
            dependencies: [
                "Physiology", "Diary", "Guidance", "Wording", "Settings", "Systemd", "ControlProtocol", argumentParser,
            ],
            swiftSettings: strict),

        // hydrated on a clock that a test moves; it is not installed.
        .executableTarget(
            name: "hydrated-driven", dependencies: ["Daemon", "Systemd"], path: "Tests/hydrated-driven",
            swiftSettings: strict),

        .testTarget(
            name: "PhysiologyTests", dependencies: ["Physiology"], resources: [.copy("Vectors")],
            swiftSettings: strict),
        .testTarget(name: "EstimateTests", dependencies: ["hydratectl"], swiftSettings: strict),
        .testTarget(name: "DiaryTests", dependencies: ["Diary", "Physiology"], swiftSettings: strict),
        .testTarget(
            name: "GuidanceTests", dependencies: ["Guidance", "Diary", "Physiology"], swiftSettings: strict),
        .testTarget(
            name: "WordingTests", dependencies: ["Wording", "Guidance", "Diary", "Physiology"],
            swiftSettings: strict),
        .testTarget(
            name: "SettingsTests", dependencies: ["Settings", "Guidance", "Diary", "Physiology"],
            swiftSettings: strict),
        .testTarget(
            name: "DiaryStoreTests", dependencies: ["DiaryStore", "Diary", "Physiology"], swiftSettings: strict),
        .testTarget(
            name: "SimulationTests", dependencies: ["hydratectl"], exclude: ["Golden"], swiftSettings: strict),
        .testTarget(name: "SystemdTests", dependencies: ["Systemd", "BusTesting"], swiftSettings: strict),
        .testTarget(
            name: "DaemonTests",
            dependencies: [
                "hydrated", "hydrated-driven", "Daemon", "ControlProtocol", "Guidance", "Systemd", "BusTesting",
                "Diary",
                "Physiology",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ControlProtocolTests",
            dependencies: [
                "ControlProtocol", "ControlTesting", "BusTesting", "Systemd", "Guidance", "Diary", "Physiology",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "hydratectl", "ControlProtocol", "ControlTesting", "BusTesting", "Systemd", "Guidance", "Diary",
                "Physiology",
            ],
            swiftSettings: strict),
        // A message bus of a test's own, and loops that end at a deadline.
        .target(name: "BusTesting", dependencies: ["Systemd"], path: "Tests/BusTesting", swiftSettings: strict),
        // A hydrated that keeps its diary in memory, on a bus of a test's own.
        .target(
            name: "ControlTesting",
            dependencies: ["ControlProtocol", "BusTesting", "Systemd", "Guidance", "Diary", "Physiology"],
            path: "Tests/ControlTesting", swiftSettings: strict),
    ]
)
