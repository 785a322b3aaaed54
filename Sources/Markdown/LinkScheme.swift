/// The scheme of a link's destination, and whether text from an author may link there.
///
///     LinkScheme(of: "mailto:a@example.org").isAllowed     // true
///     LinkScheme(of: "figures/foot-1.jpg").isAllowed       // true: relative
///     LinkScheme(of: "java\nscript:alert(1)").isAllowed    // false: browsers drop the line end
package struct LinkScheme: Hashable, Sendable {
  /// In lower case, without the colon; empty for a relative destination or a fragment.
  package let name: String

  package init(of destination: String) {
    var name: [UInt8] = []
    for byte in destination.utf8 {
      switch byte {
      case UInt8(ascii: ":"):
        self.name = String(decoding: name, as: UTF8.self)
        return
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        self.name = ""
        return
      case 0...0x20: continue
      default: name.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
      }
    }
    self.name = ""
  }

  package var isAllowed: Bool { ["", "http", "https", "mailto", "tel"].contains(name) }
}
