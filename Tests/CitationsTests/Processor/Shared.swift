import Citations
import Glibc
import Testing

/// Test data that stands beside the project, where it does.
enum Shared {
  static let folder: String = {
    if let set = getenv("CASEBOOK_SHARED") { return String(cString: set) }
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    parts.append("..")
    return parts.joined(separator: "/") + "/shared"
  }()

  static var exists: Bool { access(folder + "/csl-test-suite", R_OK) == 0 }

  static func bytes(_ path: String) -> [UInt8]? { read(folder + "/" + path) }

  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  static func locale(_ language: String) throws -> Locale {
    let file = try #require(Self.bytes("csl-test-suite/support/locales/locales-\(language).xml"))
    return try #require(Locale.parse(file, file: language).0)
  }
}

/// The styles and terms that the program carries, read from the sources.
enum BuiltIn {
  static let ids = [
    "american-medical-association", "apa", "nlm-citation-sequence", "nlm-citation-sequence-brackets", "nlm-citation-sequence-superscript",
  ]

  static func style(_ id: String) throws -> Style {
    let (style, diagnostics) = Style.parse(try file("styles/\(id).csl"), file: id)
    #expect(diagnostics.isEmpty)
    return try #require(style)
  }

  static func bytes(_ id: String) throws -> [UInt8] { try file("styles/\(id).csl") }

  static func english() throws -> Locale {
    let (locale, diagnostics) = Locale.parse(try file("locales/locales-en-US.xml"), file: "locales-en-US.xml")
    #expect(diagnostics.isEmpty)
    return try #require(locale)
  }

  static func processor(_ id: String) throws -> Processor { Processor(style: try style(id), locales: [try english()]) }

  private static func file(_ path: String) throws -> [UInt8] {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
    return try #require(Shared.read(root + "/Sources/CResources/" + path))
  }
}
