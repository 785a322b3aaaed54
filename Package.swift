// swift-tools-version: 6.1
import PackageDescription

/// A stage or engine: a Swift target and the targets it may import. The compiler holds the direction of the architecture.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], libraries: [String] = []) -> Target {
  // The archives are named, so that a program linked here runs where these libraries are not installed.
  // Releases are optimized across modules: a tenth less processor time for a half per cent of size.
  .target(
    name: name, dependencies: dependencies,
    swiftSettings: [.unsafeFlags(["-cross-module-optimization", "-enforce-exclusivity=unchecked"], .when(configuration: .release))],
    linkerSettings: libraries.map { .linkedLibrary(":lib\($0).a") })
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: dependencies, exclude: exclude)
}

let package = Package(
  name: "Casebook",
  products: [.executable(name: "casebook", targets: ["casebook"])],
  dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")],
  targets: [
    // C libraries, each imported by exactly one Swift target.
    .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CVips"),
    .target(name: "CQR"),
    .target(name: "CResources"),

    // Base.
    module("Diagnostics"),
    module("Hashing", ["CXXHash"], libraries: ["xxhash"]),
    module("Processes"),
    module("DataFormats", ["Diagnostics", "CYAML"], libraries: ["yaml"]),
    module("Files", ["Diagnostics", "Hashing"]),
    module("Memo", ["Files", "Hashing"]),

    // Engines, with no arrows between them.
    module("HTML"),
    module("Markdown", ["Diagnostics", "CCmark"], libraries: ["cmark"]),
    module("Citations", ["Diagnostics", "DataFormats", "CExpat"], libraries: ["expat"]),
    module("WoundProgress", ["Diagnostics"]),
    module("Templates", ["Diagnostics"]),
    module("Images", ["Diagnostics", "Hashing", "Processes", "CVips"]),
    module("PDF", ["CZlib"], libraries: ["z"]),
    module("QRCodes", ["CQR"]),

    // The values that stages hand to each other.
    module(
      "CasebookModel", ["Diagnostics", "Hashing", "Markdown", "Citations", "WoundProgress", "HTML", "Images", "PDF", "Templates"]),

    // Stages, with no arrows between them.
    module("CasebookReader", ["CasebookModel", "DataFormats", "Files"]),
    module("CasebookChecker", ["CasebookModel"]),
    module("CasebookRenderer", ["CasebookModel", "DataFormats", "QRCodes", "Templates"]),
    module("CasebookMaker", ["CasebookModel", "DataFormats", "Files"]),
    module("CasebookPublisher", ["CasebookModel", "Files"]),

    // Drivers and the command.
    module(
      "CasebookBuild",
      ["CasebookReader", "CasebookChecker", "CasebookRenderer", "CasebookMaker", "CasebookPublisher", "Memo", "CResources", "DataFormats"]),
    module("CasebookServer", ["CasebookBuild"]),
    .executableTarget(
      name: "casebook",
      dependencies: [
        "CasebookBuild", "CasebookReader", "CasebookRenderer", "CasebookServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // The project's functions against rows computed independently of it.
    .executableTarget(name: "CitationBench", dependencies: ["Citations", "Files"]),
    .executableTarget(name: "CSLSuite", dependencies: ["Citations", "DataFormats", "Diagnostics", "Files"]),
    .executableTarget(name: "VectorSuite", dependencies: ["CasebookModel", "DataFormats", "Files", "WoundProgress"]),
    .executableTarget(name: "WoundBench", dependencies: ["CasebookModel", "CasebookReader", "CasebookRenderer", "WoundProgress"]),

    tests("Diagnostics", ["Diagnostics"]),
    tests("DataFormats", ["DataFormats"]),
    tests("Files", ["Files", "TestSupport"]),
    tests("Memo", ["Memo", "Files", "Hashing", "TestSupport"]),
    tests("HTML", ["HTML"]),
    tests("Markdown", ["Markdown"]),
    tests("Citations", ["Citations", "CSLSuite", "Diagnostics", "DataFormats"]),
    tests("WoundProgress", ["WoundProgress"]),
    tests("Templates", ["Templates", "DataFormats"]),
    tests("Processes", ["Processes"]),
    tests("Images", ["Images", "Processes"]),
    tests("PDF", ["PDF", "TestSupport"]),
    tests("QRCodes", ["QRCodes"]),
    tests("CasebookModel", ["CasebookModel"]),
    tests("CasebookReader", ["CasebookReader"]),
    tests("CasebookChecker", ["CasebookChecker", "CasebookReader"]),
    tests("CasebookRenderer", ["CasebookRenderer"]),
    tests("CasebookMaker", ["CasebookMaker", "PDF", "TestSupport"]),
    tests("CasebookPublisher", ["CasebookPublisher", "TestSupport"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    tests(
      "CasebookBuild",
      ["CasebookBuild", "CasebookModel", "CasebookPublisher", "CasebookRenderer", "Diagnostics", "Files", "Templates", "TestSupport"],
      exclude: ["Golden"]),
    tests("CasebookServer", ["CasebookServer", "TestSupport"]),
    tests("Casebook", ["casebook", "TestSupport"]),
    tests("VectorSuite", ["VectorSuite", "WoundProgress", "DataFormats", "Files"]),
  ],
  swiftLanguageModes: [.v6]
)
